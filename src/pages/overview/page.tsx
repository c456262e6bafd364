import { isBrokenOff } from '~/api/queries/read-on'
import { day } from '~/domain/calendar'
import { seesEnds } from '~/domain/failure-sight'
import { mayReadEvents } from '~/domain/may-back-up'
import { plannedRuns } from '~/domain/planned-hours'
import type { BackupPolicy } from '~/domain/policy'
import { tellsPlannedEnds } from '~/domain/privilege'
import { Aged, Fresh, FleetNotices } from '~/pages/parts/fleet/fleet-notices'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { useFleet } from '~/pages/parts/fleet/use-fleet'
import { remember } from '~/pages/parts/remember'
import { useActor } from '~/pages/parts/use-actor'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Refusal } from '~/ui/action'
import { EmptyState } from '~/ui/empty-state'
import { ErrorPanel } from '~/ui/error-panel'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page'

import { isByHand } from './attention'
import { CoveragePanel } from './coverage-panel'
import { DaysPanel } from './days-panel'
import { FailuresPanel } from './failures-panel'
import { NeedsPanel } from './needs-panel'
import { NowPanel } from './now-panel'
import { RunsPanel } from './runs-panel'

import classes from './overview.module.css'

const none: readonly BackupPolicy[] = []

const planOf = remember((rows: readonly VmRow[], policies: readonly BackupPolicy[], now: Date) =>
  plannedRuns(
    rows.map(({ vm }) => vm),
    policies,
    now,
    new Date(now.getTime() + day),
  ),
)

/** What needs someone now, and how the whole fleet stands: each figure is a link to the list that it counts. */
export function Component() {
  const { vms, outcomes, policies, running, now, rows } = useFleet()
  const actor = useActor()
  const tells = tellsPlannedEnds(actor)
  const pending = outcomes.isPending || policies.isPending
  const judged = pending ? null : rows
  const planned = rows && !policies.isPending ? planOf(rows, policies.data?.rows ?? none, now) : null
  // What came in part was read just now; that the rest is missing is said above.
  const stale = (vms.isRefetchError && !isBrokenOff(vms.data)) || outcomes.isRefetchError || policies.isRefetchError
  const whole =
    vms.data?.unreadable === 0 &&
    vms.data.rows.length >= vms.data.total &&
    !vms.data.untold &&
    policies.data !== undefined
  return (
    <>
      <PageHeader title={m.overview_title()} text={<Fresh fleet={vms} outcomes={outcomes} />} />
      {vms.data && (
        <FleetNotices
          fleet={vms}
          // To whom no end is told, that is said once, below.
          outcomes={seesEnds(actor) ? outcomes : null}
          policies={policies}
          running={running}
        />
      )}
      {!vms.data && vms.error && (
        <ErrorPanel error={explainError(vms.error)} onRetry={() => void vms.refetch()} retrying={vms.isFetching} />
      )}
      {rows?.length === 0 && !vms.isFetching && (
        <EmptyState title={m.overview_no_vms()} text={m.overview_no_vms_text()} />
      )}
      {(vms.isPending || (rows && rows.length > 0)) && (
        <Aged old={stale}>
          <div className={classes['page']}>
            <Sight />
            {stale && <p className={`${classes['whole'] ?? ''} ${classes['soft'] ?? ''}`}>{m.overview_stale()}</p>}
            <div className={classes['broad']}>
              <NeedsPanel rows={judged} whole={whole} />
            </div>
            <div className={classes['narrow']}>
              <NowPanel rows={judged} told={tells && running.data !== undefined} planned={planned} now={now} />
              {/* Where nothing runs by a plan there is nothing to draw. */}
              {!(judged && isByHand(judged)) && <RunsPanel planned={planned} now={now} />}
            </div>
            <div className={classes['whole']}>
              <CoveragePanel rows={judged} />
            </div>
            <FailuresPanel rows={judged} told={outcomes.data !== undefined} now={now} />
            <DaysPanel />
          </div>
        </Aged>
      )}
    </>
  )
}

/** Of a person who does not receive how backups end: what is missing here, and who can open it. */
function Sight() {
  const actor = useActor()
  if (seesEnds(actor)) return null
  const verdict = explain(mayReadEvents(actor))
  return (
    <div className={classes['whole']}>
      <Notice tone="unknown" title={verdict.ok ? m.overview_events_ends_title() : m.calendar_blind_title()}>
        {verdict.ok ? <p>{m.overview_events_ends_text()}</p> : <Refusal verdict={verdict} />}
      </Notice>
    </div>
  )
}
