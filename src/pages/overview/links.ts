import { listOf, type View } from '~/pages/parts/fleet/fleet-view'
import { paths } from '~/pages/paths'

/** The list of VMs with exactly these values. */
export const toList = (chosen: Partial<View['chosen']>): string => {
  const search = listOf(chosen).toString()
  return search === '' ? paths.vms() : `${paths.vms()}?${search}`
}
