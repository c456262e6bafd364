import { lazy } from 'react'

import { EvidenceOpener } from '~/pages/parts/evidence/evidence-button'
import { useFleet } from '~/pages/parts/fleet/use-fleet'

const load = () => import('./list-evidence-ways').then((module) => ({ default: module.ListWays }))
const ListWays = lazy(load)

/** Takes the list of VMs away. What that needs comes when someone is about to ask for it. */
export function ListEvidence() {
  const { rows } = useFleet()
  if (!rows || rows.length === 0) return null
  return <EvidenceOpener preload={load}>{(menu) => <ListWays {...menu} />}</EvidenceOpener>
}
