import type { ConfigurationValues } from '~/domain/assignment'
import { leavesSchedule } from '~/domain/may-protect'
import { openMonth } from '~/domain/next-run'
import type { BackupConfiguration } from '~/domain/policy'
import { scheduleOf } from '~/domain/resolve'
import { nextRuns, type Run } from '~/domain/schedule'
import { offsetAt } from '~/domain/zone'
import { formatInstant, readerZone } from '~/texts/format'
import { m } from '~/texts/messages'
import { runWords } from '~/texts/schedule-words'
import { useClock } from '~/ui/clock'

import classes from './policy.module.css'

interface NextRunsProps {
  readonly configuration: BackupConfiguration
  readonly values: ConfigurationValues | undefined
  /** IANA name of the datacenter's zone; without it the table starts at the reader's. */
  readonly zone: string | null
  readonly now: Date
}

const shown = 3

/** The next runs on the clocks that matter. Runs that only the backup system can place are said in words. */
export function NextRuns({ configuration, values, zone, now }: NextRunsProps) {
  const schedule = scheduleOf(configuration, values)
  if (!schedule)
    return (
      <p className={classes['quiet']}>
        {leavesSchedule(configuration) ? m.policies_runs_when_complete() : m.policies_runs_unread()}
      </p>
    )
  if (schedule.every === 'system') return <p className={classes['quiet']}>{m.policies_runs_system()}</p>
  const runs = nextRuns(schedule, now, shown)
  const instants = runs.flatMap((run) => (run.kind === 'instant' ? [run.at] : []))
  if (runs.length === 0) return <p className={classes['quiet']}>{m.policies_runs_none()}</p>
  return instants.length > 0 ? (
    <RunTable at={instants} zone={zone} />
  ) : (
    <Windows open={openMonth(schedule, now)} runs={runs} zone={zone} />
  )
}

function Windows({
  open,
  runs,
  zone,
}: {
  /** A window in which a run may lie now: nobody here knows whether it was made. */
  readonly open: Run | null
  readonly runs: readonly Run[]
  readonly zone: string | null
}) {
  const clock = useClock(zone)
  return (
    <ul className={classes['changes']}>
      {open?.kind === 'window' && <li>{m.policies_runs_open({ to: formatInstant(open.to, clock) })}</li>}
      {runs.map((run) => (
        <li key={run.kind === 'window' ? run.from.toISOString() : run.at.toISOString()}>{runWords(run, clock)}</li>
      ))}
    </ul>
  )
}

function RunTable({ at, zone }: { readonly at: readonly Date[]; readonly zone: string | null }) {
  const reader = readerZone()
  const clocks = [
    ...(zone ? [{ zone, head: m.policies_runs_datacenter() }] : []),
    { zone: reader, head: m.policies_runs_reader() },
    { zone: 'UTC', head: m.policies_runs_utc() },
  ]
  const first = at[0]
  return (
    <table className={classes['runs']}>
      <caption className={classes['caption']}>{m.policies_runs_title()}</caption>
      <thead>
        <tr>
          {clocks.map((clock) => (
            <th key={clock.head} scope="col">
              {clock.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {at.map((instant) => (
          <tr key={instant.toISOString()}>
            {clocks.map((clock) => (
              <td key={clock.head}>
                <time dateTime={instant.toISOString()}>
                  <span className={classes['day']}>{formatInstant(instant, clock.zone, 'day')}</span>
                  <span className={classes['clock']}>{formatInstant(instant, clock.zone, 'time')}</span>
                </time>
                {clock.zone === zone && first && offsetAt(zone, first) !== offsetAt(zone, instant) && (
                  <span className={classes['mark']}>{m.policies_runs_other_hour()}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
