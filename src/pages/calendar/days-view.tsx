import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

import { serverTime } from '~/api/queries'
import { outcomesOfDays } from '~/api/queries/trail'
import { localDayOf } from '~/domain/local-day'
import { EvidenceLine } from '~/pages/parts/evidence/evidence-line'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { writeView } from '~/pages/parts/fleet/fleet-view'
import type { useFleet } from '~/pages/parts/fleet/use-fleet'
import { remember } from '~/pages/parts/remember'
import { m } from '~/texts/messages'
import { useClock } from '~/ui/clock'
import { EmptyState } from '~/ui/empty-state'
import { useNow } from '~/ui/use-now'

import { DayControls } from './controls'
import { daysOf, makeReader } from './days'
import { daysEvidence } from './days-evidence'
import { DaysFacts } from './days-facts'
import { DaysNotices } from './days-notices'
import { DaysTable } from './days-table'
import { HeatGrid } from './heat-grid'
import { Legend } from './legend'
import { NoMatch } from './no-match'
import { makeAdder } from './totals'
import type { ChangeCalendar } from './use-view'
import type { CalendarView } from './view'

/** What the views of days are given: who is shown, what was read, and how the person looks at it. */
export interface ViewProps {
  /** Those that the filters let through. */
  readonly rows: readonly VmRow[]
  /** How many there are without filters. */
  readonly total: number
  readonly vms: ReturnType<typeof useFleet>['vms']
  readonly policies: ReturnType<typeof useFleet>['policies']
  readonly view: CalendarView
  readonly onChange: ChangeCalendar
}

const readerOf = remember(makeReader)
const adderOf = remember(makeAdder)

const older = (a: Date, b: Date): Date => (a < b ? a : b)

/** A run of the last day may end on the next. */
const afterwards = 12 * 60 * 60_000

/** VMs by days, as a grid or as a table of numbers. */
export function DaysView({ rows, total, vms, policies, view, onChange }: ViewProps) {
  const zone = useClock()
  const now = useNow(60_000)
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const count = narrow ? 7 : view.count
  const today = localDayOf(zone, now)
  const last = view.last ?? today
  const days = daysOf(zone, last, count)
  const from = days[0]?.from.getTime() ?? now.getTime()
  const trail = useQuery(outcomesOfDays(from, (days.at(-1)?.to ?? now).getTime() + afterwards))
  const known = trail.data ?? null
  const read = readerOf(days, known, policies.data?.rows ?? null, now)
  const adder = adderOf(rows, read, `${days[0]?.number ?? 0} ${count} ${zone} ${writeView(view.fleet).toString()}`)
  const totals = useSyncExternalStore(adder.subscribe, adder.get)
  const shown = view.trouble ? totals.trouble : rows
  const someTold = known !== null && known.wholeSince !== null
  return (
    <>
      <DayControls view={view} last={last} step={count} fixed={narrow} onChange={onChange} />
      <DaysNotices days={days} zone={zone} trail={trail} />
      <EvidenceLine
        reads={['listVms', 'listOutcomes', 'listActivity', 'listPoliciesInSight']}
        make={() =>
          daysEvidence({
            rows: shown,
            total,
            days,
            last,
            read,
            view: { ...view, count },
            trail: known,
            // Days that are over end before they are read.
            asOf: known && vms.data ? older(vms.data.asOf, serverTime(trail.dataUpdatedAt)) : null,
            hasPolicies: policies.data !== undefined,
            zone,
          })
        }
      >
        <DaysFacts shown={shown.length} matching={rows.length} total={total} done={totals.done} zone={zone} />
      </EvidenceLine>
      {rows.length === 0 && <NoMatch onChange={onChange} />}
      {rows.length > 0 && shown.length === 0 && totals.done === rows.length && !trail.isPending && (
        <EmptyState
          shape={known?.complete ? 'check' : 'question'}
          title={m.calendar_trouble_none_title()}
          text={m.calendar_trouble_none_text()}
          action={
            <Button variant="default" onClick={() => onChange((before) => ({ ...before, trouble: false }))}>
              {m.calendar_trouble_all()}
            </Button>
          }
        />
      )}
      {shown.length > 0 && view.show === 'table' && <DaysTable rows={shown} read={read} />}
      {shown.length > 0 && view.show === 'days' && (
        <HeatGrid
          rows={shown}
          days={days}
          read={read}
          totals={someTold ? totals : null}
          wholeSince={known?.wholeSince ?? null}
          zone={zone}
          today={today - last + days.length - 1}
          narrow={narrow}
        />
      )}
      {view.show === 'days' && <Legend />}
    </>
  )
}
