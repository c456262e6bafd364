import { Button } from '@mantine/core'
import { useState } from 'react'

import { type Backup, isUsable } from '~/domain/backup'
import type { RestoreWay } from '~/domain/backup-ways'
import { mayBackUpNow } from '~/domain/may-back-up'
import type { Situation } from '~/domain/situation'
import { BackUpNowDialog } from '~/pages/parts/back-up-now'
import { formatDuration, formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { useClock } from '~/ui/clock'
import { Notice } from '~/ui/notice'

import { RestoreAsNew } from './restore-as-new'
import { RestoreChecks } from './restore-checks'
import { RestoreConfirm } from './restore-confirm'
import { RestoreSource, RestoreTarget } from './restore-facts'
import { RestoreRequest } from './restore-request'
import { RestoreWayChoice } from './restore-way-choice'

import classes from './restore.module.css'

/** The newest good backup that is newer than this one, and no newer than the moment to come back to. */
const newerThan = (backup: Backup, backups: readonly Backup[], now: Date, until: Date): Backup | undefined =>
  backups.find(
    (other) =>
      isUsable(other, now) &&
      other.createdAt !== null &&
      backup.createdAt !== null &&
      other.createdAt > backup.createdAt &&
      other.createdAt <= until,
  )

/** Before a restore: what is overwritten, with what, how much is lost, what stands in the way, and one decision. */
export function RestorePreflight({
  situation,
  backup,
  backups,
  until,
  onChoose,
  onAsked,
}: {
  readonly situation: Situation
  readonly backup: Backup
  /** Newest first. */
  readonly backups: readonly Backup[]
  /** What was made later is not offered: what went wrong may be in it. */
  readonly until: Date
  readonly onChoose: (backup: Backup) => void
  /** The restore was accepted; null when the platform names no task. */
  readonly onAsked: (task: string | null, way: RestoreWay['way']) => void
}) {
  const clock = useClock()
  const { restores } = situation.site.ways
  const [chosen, setChosen] = useState(restores[0].way)
  const way = restores.find((one) => one.way === chosen) ?? restores[0]
  const newer = newerThan(backup, backups, situation.now, until)
  return (
    <div className={classes['preflight']}>
      <RestoreWayChoice ways={restores} chosen={way} onChoose={setChosen} />
      {way.way === 'in-place' && <RestoreTarget vm={situation.vm} ways={situation.site.ways} />}
      <RestoreSource backup={backup} ways={situation.site.ways} />
      {way.way === 'in-place' && <Loss backup={backup} now={situation.now} />}
      {newer && (
        <Notice
          tone="neutral"
          title={m.restore_newer({ time: formatInstant(newer.createdAt, clock) })}
          action={
            <Button size="xs" variant="default" onClick={() => onChoose(newer)}>
              {m.restore_newer_use()}
            </Button>
          }
        />
      )}
      <RestoreChecks situation={situation} backup={backup} way={way.way} />
      {way.way === 'in-place' && <SafetyCopy situation={situation} />}
      {way.way === 'in-place' && (
        <RestoreConfirm situation={situation} backup={backup} onAsked={(task) => onAsked(task, 'in-place')} />
      )}
      {way.way === 'new-vm' && (
        <RestoreAsNew situation={situation} backup={backup} way={way} onAsked={(task) => onAsked(task, 'new-vm')} />
      )}
      {way.way === 'by-request' && <RestoreRequest situation={situation} backup={backup} to={way.to} />}
    </div>
  )
}

/** What was written after the backup is gone for good. */
function Loss({ backup, now }: { readonly backup: Backup; readonly now: Date }) {
  const clock = useClock()
  return (
    <Notice tone="warning" title={m.restore_loss_title()}>
      <p>
        {backup.createdAt
          ? m.restore_loss({
              time: formatInstant(backup.createdAt, clock),
              age: formatDuration(now.getTime() - backup.createdAt.getTime()),
            })
          : m.restore_loss_unknown()}
      </p>
    </Notice>
  )
}

/** The way back, if this was the wrong backup. */
function SafetyCopy({ situation }: { readonly situation: Situation }) {
  const [asking, setAsking] = useState(false)
  return (
    <section className={classes['part']}>
      <h3>{m.restore_safety_title()}</h3>
      <p>{m.restore_safety_text()}</p>
      <div>
        <Action verdict={explain(mayBackUpNow(situation))} variant="default" size="xs" onClick={() => setAsking(true)}>
          {m.backup_now()}
        </Action>
      </div>
      <BackUpNowDialog situation={situation} opened={asking} onClose={() => setAsking(false)} />
    </section>
  )
}
