import { Anchor } from '@mantine/core'
import { Link } from 'react-router'

import { hour } from '~/domain/calendar'
import type { PlannedRun, PlannedRuns } from '~/domain/planned-hours'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { valueOf } from '~/pages/parts/fleet/fleet-view'
import { paths } from '~/pages/paths'
import { formatInstant, formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'
import { useClock } from '~/ui/clock'
import { Panel } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { isByHand } from './attention'
import { toList } from './links'
import { nextWords } from './next-words'

import classes from './overview.module.css'

const soon = 8 * hour

const running = [
  ['running', m.overview_now_running],
  ['restoring', m.overview_now_restoring],
] as const

/** What runs now, and what the next hours bring. Null while it is being read. */
export function NowPanel({
  rows,
  told,
  planned,
  now,
}: {
  readonly rows: readonly VmRow[] | null
  /** Whether what runs now is known. */
  readonly told: boolean
  readonly planned: PlannedRuns | null
  readonly now: Date
}) {
  return (
    <Panel
      title={m.overview_now()}
      actions={
        <Anchor component={Link} to={paths.calendar()} size="sm">
          {m.overview_next_calendar()}
        </Anchor>
      }
    >
      {rows === null && <SkeletonRows rows={2} />}
      {rows && (
        <ul className={classes['figures']}>
          {running.map(([state, words]) => (
            <li key={state}>
              <Link className={classes['figure']} to={toList({ protection: [state] })}>
                <strong>
                  {told ? formatNumber(rows.filter((row) => valueOf.protection(row) === state).length) : '–'}
                </strong>
                <span>{words()}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {planned === null && <SkeletonRows rows={2} />}
      {planned &&
        (rows && isByHand(rows) ? (
          <p className={classes['soft']}>{m.overview_next_by_hand()}</p>
        ) : (
          <Next planned={planned} now={now} />
        ))}
    </Panel>
  )
}

function Next({ planned, now }: { readonly planned: PlannedRuns; readonly now: Date }) {
  const zone = useClock()
  // To the full hour: "until 18:00" reads better than "until 17:43".
  const until = new Date(Math.ceil((now.getTime() + soon) / hour) * hour)
  const [first] = planned.runs
  return (
    <div className={classes['next']}>
      <p className={classes['what']}>{nextWords(planned, until, formatInstant(until, zone, 'time'))}</p>
      {first ? (
        <First run={first} later={first.at > until} />
      ) : (
        <p className={classes['soft']}>{m.overview_next_nothing()}</p>
      )}
      {planned.untold > 0 && <p className={classes['soft']}>{m.overview_next_untold({ n: planned.untold })}</p>}
    </div>
  )
}

function First({ run, later }: { readonly run: PlannedRun; readonly later: boolean }) {
  const time = formatInstant(run.at, useClock())
  return (
    <p className={classes['soft']}>
      <Link to={paths.vm(run.vmId)}>
        {later ? m.overview_next_later({ vm: run.vmName, time }) : m.overview_next_first({ vm: run.vmName, time })}
      </Link>
    </p>
  )
}
