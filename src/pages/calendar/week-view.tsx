import { serverTime } from '~/api/queries'
import { localDayOf } from '~/domain/local-day'
import { scheduleLoad } from '~/domain/schedule-load'
import { nextOffsetChange } from '~/domain/zone'
import { EvidenceLine } from '~/pages/parts/evidence/evidence-line'
import { readingGaps } from '~/pages/parts/evidence/list'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { remember } from '~/pages/parts/remember'
import { explainError } from '~/texts/errors'
import { formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'
import { useClock } from '~/ui/clock'
import { EmptyState } from '~/ui/empty-state'
import { ErrorPanel } from '~/ui/error-panel'
import { Notice } from '~/ui/notice'
import { SkeletonRows } from '~/ui/skeleton-rows'
import { useNow } from '~/ui/use-now'

import { daysOf } from './days'
import type { ViewProps } from './days-view'
import { NoMatch } from './no-match'
import { WeekApart } from './week-apart'
import { WeekChart } from './week-chart'
import { WeekCollisions } from './week-collisions'
import { weekEvidence } from './week-evidence'
import { WeekGrid } from './week-grid'

import classes from './page.module.css'

const weekDays = 7

const vmsOf = remember((rows: readonly VmRow[]) => rows.map(({ vm }) => vm))
const loadOf = remember(scheduleLoad)

type Readings = Pick<ViewProps, 'vms' | 'policies'>

/** When the older of the two was read, by the server's clock. */
function olderOf({ vms, policies }: Readings): Date | null {
  if (!vms.data) return null
  const read = serverTime(policies.dataUpdatedAt)
  return vms.data.asOf < read ? vms.data.asOf : read
}

/** What of VMs and policies is missing or old. */
const gapsOf = ({ vms, policies }: Readings): readonly string[] => {
  const unread = policies.data?.unreadable ?? 0
  return [
    ...readingGaps(vms, vms.data?.unreadable ?? 0),
    ...(policies.isRefetchError ? [m.evidence_gap_policies_old()] : []),
    ...(unread > 0 ? [m.evidence_gap_policies_unreadable({ n: unread })] : []),
  ]
}

/** How many runs begin in each hour of the coming seven days, and where too many do. */
export function WeekView({ rows, total, vms, policies, view, onChange }: ViewProps) {
  const zone = useClock()
  const now = useNow(60_000)
  if (policies.error && !policies.data)
    return (
      <ErrorPanel
        error={explainError(policies.error)}
        onRetry={() => void policies.refetch()}
        retrying={policies.isFetching}
      />
    )
  if (!policies.data) return <SkeletonRows rows={12} height={32} />
  const days = daysOf(zone, localDayOf(zone, now) + weekDays - 1, weekDays)
  const load = loadOf(vmsOf(rows), policies.data.rows, days, zone, now)
  const change = nextOffsetChange(zone, now, weekDays)
  const some = load.hours.some((day) => day.some(({ runs }) => runs > 0))
  return (
    <>
      <div className={classes['controls']}>
        <label className={classes['check']}>
          {m.calendar_week_over()}
          <input
            type="number"
            className={classes['number']}
            min={0}
            max={100_000}
            value={view.limit}
            onChange={(event) => {
              const limit = event.currentTarget.valueAsNumber
              if (Number.isInteger(limit) && limit >= 0) onChange((before) => ({ ...before, limit }))
            }}
          />
        </label>
      </div>
      <div className={classes['notices']}>
        {change && <Notice tone="neutral" title={m.calendar_week_change({ at: formatInstant(change.at, zone) })} />}
      </div>
      <EvidenceLine
        reads={['listVms', 'listPoliciesInSight']}
        make={() =>
          weekEvidence({
            days,
            load,
            view,
            zone,
            now,
            asOf: olderOf({ vms, policies }),
            gaps: gapsOf({ vms, policies }),
          })
        }
      >
        <p className={`${classes['facts']} ${classes['soft']}`}>
          <span aria-live="polite">{m.calendar_days_shown({ shown: rows.length, total })}</span>
          <span>{m.calendar_week_zone({ zone })}</span>
          {load.unknown > 0 && <span>{m.calendar_week_unknown({ n: load.unknown })}</span>}
          {load.outOfForce > 0 && <span>{m.calendar_week_out({ n: load.outOfForce })}</span>}
        </p>
      </EvidenceLine>
      {rows.length === 0 && <NoMatch onChange={onChange} />}
      {some && (
        <>
          <WeekChart days={days} load={load} zone={zone} now={now} limit={view.limit} />
          <WeekGrid days={days} load={load} zone={zone} now={now} limit={view.limit} />
          <WeekCollisions days={days} load={load} zone={zone} limit={view.limit} />
        </>
      )}
      {rows.length > 0 && !some && (
        <EmptyState shape="clock" title={m.calendar_week_empty_title()} text={m.calendar_week_empty_text()} />
      )}
      {rows.length > 0 && <WeekApart load={load} />}
    </>
  )
}
