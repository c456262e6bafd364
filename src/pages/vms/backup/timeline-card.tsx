import { mayAskToRestore } from '~/domain/may-restore'
import type { Situation } from '~/domain/situation'
import { paths } from '~/pages/paths'
import { backupKindWords } from '~/texts/backup-kind-words'
import { formatDuration, formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { runWords } from '~/texts/schedule-words'
import { outcomeWords } from '~/texts/states'
import { Action } from '~/ui/action'

import { BackupSize } from './backup-size'
import type { TimelineItem } from './timeline-items'
import { looks, StateWords } from './timeline-looks'

import classes from './timeline.module.css'

/** A delay in words: how long, that there is none to speak of, or that it came early. */
export function delayWords(delay: number | null): string | null {
  if (delay === null) return null
  if (Math.abs(delay) < 60_000) return m.timeline_delay_none()
  return delay < 0 ? m.timeline_early({ time: formatDuration(-delay) }) : formatDuration(delay)
}

/** What was planned and what was found, in words. */
export function ItemFacts({ item, zone }: { readonly item: TimelineItem; readonly zone: string }) {
  const { backup, run, lane } = item
  const delay = delayWords(item.delay)
  const policy = lane?.policyName ?? backup?.policy?.name
  return (
    <div className={classes['card']}>
      <StateWords state={item.state} />
      <p className={classes['about']}>{looks[item.state].about({ grace: formatDuration(lane?.grace ?? null) })}</p>
      <dl className={classes['facts']}>
        <dt>{m.timeline_planned()}</dt>
        <dd>{run ? runWords(run, zone) : m.timeline_not_planned()}</dd>
        {item.state !== 'planned' && (
          <>
            <dt>{m.timeline_found()}</dt>
            <dd>{backup ? formatInstant(backup.createdAt, zone) : m.timeline_not_found()}</dd>
          </>
        )}
        {delay !== null && (
          <>
            <dt>{m.timeline_delay()}</dt>
            <dd>{delay}</dd>
          </>
        )}
        <dt>{m.timeline_policy()}</dt>
        <dd>
          <bdi>{policy ?? m.timeline_no_policy()}</bdi>
        </dd>
        {backup && (
          <>
            <dt>{m.timeline_type()}</dt>
            <dd>
              <bdi>{backup.typeText === null ? m.results_no_type() : backupKindWords(backup.typeText)}</bdi>
            </dd>
            <dt>{m.timeline_size()}</dt>
            <dd>
              <BackupSize backup={backup} />
            </dd>
            <dt>{m.timeline_expires()}</dt>
            <dd>{backup.expiresAt ? formatInstant(backup.expiresAt, zone) : m.results_no_expiry()}</dd>
            <dt>{m.timeline_words()}</dt>
            <dd>
              <bdi>{backup.statusText || outcomeWords(backup)}</bdi>
            </dd>
            <dt>{m.timeline_name()}</dt>
            <dd>
              <bdi>{backup.name}</bdi>
            </dd>
          </>
        )}
      </dl>
    </div>
  )
}

/** The way to what stands before a restore of a backup. */
export function RestoreLink({
  item: { backup },
  situation,
}: {
  readonly item: Pick<TimelineItem, 'backup'>
  readonly situation: Situation
}) {
  if (backup?.outcome !== 'good') return null
  return (
    <Action
      verdict={explain(mayAskToRestore(situation, backup))}
      to={`${paths.vmResults(situation.vm.id)}?${new URLSearchParams({ restore: backup.id })}`}
      size="xs"
      variant="default"
      aria-label={m.timeline_restore_of({ name: backup.name })}
    >
      {m.timeline_restore()}
    </Action>
  )
}
