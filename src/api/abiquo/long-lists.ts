import type { Kept } from '../fetching/kept'
import { assumed } from './assumed'
import * as wire from './wire'

/** Of each row the members that its schema names. */
const kept = ({ shape }: { readonly shape: object }, rels: readonly string[]): Kept => ({
  members: Object.keys(shape),
  rels,
})

const itself = ['self', 'edit'] as const

/**
 * Lists that may come long, by their media type, and what `toVm` and the like want of their rows: of a VM's forty links
 * nine. What is wanted newly must be named here.
 */
export const longLists: ReadonlyMap<string, Kept> = new Map([
  [
    'virtualmachines',
    kept(wire.virtualMachine, [
      ...itself,
      'location',
      'virtualdatacenter',
      'virtualappliance',
      'enterprise',
      'state',
      'disk',
      'virtualmachinetemplate',
    ]),
  ],
  ['virtualdatacenters', kept(wire.virtualDatacenter, [...itself, 'location'])],
  ['backupresults', kept(wire.backupResult, [...itself, assumed.rel.policy])],
  ['events', kept(wire.event, [])],
])
