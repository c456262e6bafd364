import { Button } from '@mantine/core'
import { useId, useState } from 'react'

import type { Backup } from '~/domain/backup'
import { mayAskToRestore } from '~/domain/may-restore'
import { type ReturnPoint, returnPoints } from '~/domain/return-point'
import type { Situation } from '~/domain/situation'
import { OutcomeMark } from '~/pages/parts/marks'
import { remember } from '~/pages/parts/remember'
import { paths } from '~/pages/paths'
import { backupKindWords } from '~/texts/backup-kind-words'
import { formatDuration, formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { Notice } from '~/ui/notice'
import { StateMark } from '~/ui/state-mark'
import { Time } from '~/ui/time'

import { BackupSize } from './backup-size'

import classes from './timeline-return.module.css'

/** So many are enough to choose from; more come when asked for. */
const few = 4

const ranked = remember((backups: readonly Backup[], moment: number, now: number) =>
  returnPoints(backups, new Date(moment), new Date(now)),
)

/** The backups that lead back to a moment, best first, then nearer ones that cannot be used. */
export function ReturnList({
  situation,
  backups,
  readTo,
  moment,
  zone,
}: {
  readonly situation: Situation
  readonly backups: readonly Backup[]
  readonly readTo: Date | null
  readonly moment: Date
  readonly zone: string
}) {
  const [all, setAll] = useState(false)
  const id = useId()
  const { now } = situation
  const found = ranked(backups, moment.getTime(), now.getTime())
  const shown = all ? found.ranked.slice(0, 50) : found.ranked.slice(0, few)
  const rest = Math.min(found.ranked.length, 50) - shown.length
  return (
    <section aria-labelledby={id} className={classes['ways']}>
      <h3 id={id}>{m.timeline_return_list()}</h3>
      {readTo !== null && !found.ranked.some(({ side }) => side === 'before') && (
        <Notice tone="warning" title={m.timeline_return_long({ time: formatInstant(readTo, zone) })} />
      )}
      {moment > now && <Notice tone="neutral" title={m.timeline_return_ahead()} />}
      {found.ranked.length === 0 && readTo === null && (
        <Notice tone="warning" title={m.timeline_return_none()}>
          <p>{found.passedOver.length > 0 ? m.timeline_return_none_text() : m.timeline_return_none_at_all()}</p>
        </Notice>
      )}
      {found.ranked[0]?.side === 'after' && readTo === null && (
        <Notice tone="warning" title={m.timeline_return_only_after()} />
      )}
      <ol className={classes['list']}>
        {shown.map((point, place) => (
          <Way
            key={point.backup.id}
            point={point}
            place={place}
            moment={moment}
            situation={situation}
            second={found.ranked[1]}
            between={readTo !== null && moment < readTo}
          />
        ))}
      </ol>
      {rest > 0 && (
        <Button variant="subtle" size="xs" onClick={() => setAll(true)}>
          {m.timeline_return_more({ n: rest })}
        </Button>
      )}
      {found.passedOver.length > 0 && (
        <>
          <h3>{m.timeline_return_passed_over({ n: found.passedOver.length })}</h3>
          <ul className={classes['list']}>
            {found.passedOver.slice(0, few).map((point) => (
              <Way
                key={point.backup.id}
                point={point}
                place={-1}
                moment={moment}
                situation={situation}
                second={undefined}
                between={false}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const distanceWords = ({ side, distance }: ReturnPoint): string => {
  if (distance === 0) return m.timeline_return_exact()
  const time = formatDuration(distance)
  return side === 'before' ? m.timeline_return_before({ time }) : m.timeline_return_after({ time })
}

const lossWords = ({ side, distance }: ReturnPoint): string => {
  if (side === 'after') return m.timeline_return_holds()
  return distance === 0
    ? m.timeline_return_loses_nothing()
    : m.timeline_return_loses({ time: formatDuration(distance) })
}

function Way({
  point,
  place,
  moment,
  situation,
  second,
  between,
}: {
  readonly point: ReturnPoint
  /** From 0; -1 for one that cannot be used. */
  readonly place: number
  readonly moment: Date
  readonly situation: Situation
  readonly second: ReturnPoint | undefined
  /** Results that were not read lie between the moment and those that were. */
  readonly between: boolean
}) {
  const { backup, usable } = point
  const zone = situation.site.timeZone
  const verdict = explain(mayAskToRestore(situation, backup))
  const badge =
    place === 0 && point.side === 'before'
      ? m.timeline_return_best()
      : point.side === 'after' && !between && (place === 0 || point === second) && usable
        ? m.timeline_return_first_after()
        : null
  return (
    <li className={classes['way']} data-best={place === 0 || undefined}>
      <div className={classes['words']}>
        <div className={classes['line']}>
          <strong>{distanceWords(point)}</strong>
          {badge !== null && (
            <StateMark tone={place === 0 ? 'good' : 'neutral'} shape="restore" label={badge} look="pill" />
          )}
          {!usable && <OutcomeMark of={backup} />}
        </div>
        {usable && <p>{lossWords(point)}</p>}
        <p className={classes['facts']}>
          <Time at={backup.createdAt} zone={zone} />
          <bdi>{backup.policy?.name ?? m.timeline_no_policy()}</bdi>
          <bdi>{backup.typeText === null ? m.results_no_type() : backupKindWords(backup.typeText)}</bdi>
          {backup.outcome === 'good' && <BackupSize backup={backup} />}
          {backup.expiresAt && (
            <span>
              {m.timeline_expires()} <Time at={backup.expiresAt} zone={zone} />
            </span>
          )}
        </p>
        {!verdict.ok && <p className={classes['why']}>{verdict.because}</p>}
      </div>
      <Action
        verdict={verdict}
        to={`${paths.vmResults(situation.vm.id)}?${new URLSearchParams({ restore: backup.id, moment: moment.toISOString() })}`}
        size="sm"
        variant={place === 0 ? 'filled' : 'default'}
        aria-label={m.timeline_restore_of({ name: backup.name })}
      >
        {m.timeline_restore()}
      </Action>
    </li>
  )
}
