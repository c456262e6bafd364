import { useLocation } from 'react-router'

import { addressOf } from '~/api/queries/place'
import { type EvidenceList, orderWords, readingGaps } from '~/pages/parts/evidence/list'
import type { EvidenceMenu } from '~/pages/parts/evidence/menu'
import { Ways } from '~/pages/parts/evidence/ways'
import { sortWords, valueWords } from '~/pages/parts/fleet/facet-words'
import { fleetFilterWords } from '~/pages/parts/fleet/filter-words'
import { facets, filterRows, readView, sortRows, type View, writeView } from '~/pages/parts/fleet/fleet-view'
import { useFleet } from '~/pages/parts/fleet/use-fleet'
import { totalWords } from '~/pages/parts/total-words'
import { paths } from '~/pages/paths'
import { shownZone } from '~/texts/clock'
import { formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'

import { vmTable } from './list-evidence-table'
import { storedLayout } from './list-layout'

type Readings = ReturnType<typeof useFleet>

/** What of the fleet is missing or old, each in a sentence. */
function gapsOf({ vms, outcomes, running, policies, rows }: Readings): readonly string[] {
  const read = (vms.data?.rows.length ?? 0) + (vms.data?.unreadable ?? 0)
  const { total, untold } = vms.data ?? { total: 0, untold: false }
  const trail = outcomes.data
  const unread = policies.data?.unreadable ?? 0
  return [
    ...readingGaps(vms, vms.data?.unreadable ?? 0),
    ...(read < total || untold ? [m.evidence_gap_reading({ read, total: totalWords({ total, untold }) })] : []),
    ...(trail ? [] : [m.evidence_gap_outcomes()]),
    ...(trail && !trail.complete
      ? [m.evidence_gap_outcomes_partial({ time: formatInstant(trail.since, shownZone(), 'long') })]
      : []),
    ...(running.data ? [] : [m.evidence_gap_activity()]),
    ...(policies.data ? [] : [m.evidence_gap_policies()]),
    ...(unread > 0 ? [m.evidence_gap_policies_unreadable({ n: unread })] : []),
    ...(rows?.some(({ protection }) => protection === null) ? [m.evidence_gap_judging()] : []),
  ]
}

function listOf(readings: Readings, view: View): EvidenceList {
  const rows = readings.rows ?? []
  const shown = sortRows(filterRows(rows, view), view.sort.key, view.sort.direction)
  // Cards or table is each reader's own taste, unless the address says it.
  const search = writeView({ ...view, layout: view.layout ?? storedLayout() })
  return {
    title: m.vms_title(),
    name: [m.vms_title(), ...facets.flatMap((facet) => view.chosen[facet].map((value) => valueWords(facet, value)))],
    table: vmTable(shown, { policies: readings.policies.data?.rows ?? null, now: readings.now }),
    total: rows.length,
    filters: fleetFilterWords(view),
    order: orderWords(sortWords[view.sort.key](), view.sort.direction),
    asOf: readings.vms.data?.asOf ?? null,
    gaps: gapsOf(readings),
    judged: true,
    address: addressOf(`${paths.vms()}?${search}`),
  }
}

/** The ways to take the list of VMs away, as its address shows it. */
export function ListWays(menu: EvidenceMenu) {
  const { search } = useLocation()
  const readings = useFleet()
  return <Ways list={listOf(readings, readView(new URLSearchParams(search)))} reads={fleetReads} {...menu} />
}

/** What the list is made of, by the questions to the platform. */
const fleetReads = ['listVms', 'recentOutcomes', 'listActivity', 'listPoliciesInSight'] as const
