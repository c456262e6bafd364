import { lawyers, retailer } from '../people'
import type { VirtualAppliance, VirtualDatacenter } from '../place-records'
import { between, fraction, pick } from '../random'
import type { RestState } from '../records'
import type { ChosenPolicy, Draft } from './draft'
import { barcelona, london } from './places'

/** Virtual datacenters and appliances that only a large fleet has, so that no appliance holds thousands. */
const regions = [
  { name: 'North', datacenterId: barcelona, tenantId: retailer },
  { name: 'South', datacenterId: barcelona, tenantId: retailer },
  { name: 'Islands', datacenterId: london, tenantId: retailer },
  { name: 'Online', datacenterId: london, tenantId: retailer },
  { name: 'Chambers', datacenterId: london, tenantId: lawyers },
] as const

const firstVdc = 31
const firstVapp = 1_001
const vmsPerVapp = 40

export const fleetVdcs: readonly VirtualDatacenter[] = regions.map((region, at) => ({
  id: firstVdc + at,
  name: `${region.name} shops`,
  tenantId: region.tenantId,
  datacenterId: region.datacenterId,
}))

const vappOf = (index: number): { readonly id: number; readonly region: number } => {
  const number = Math.floor(index / vmsPerVapp)
  return { id: firstVapp + number, region: number % regions.length }
}

export function fleetVapps(count: number): readonly VirtualAppliance[] {
  return Array.from({ length: Math.ceil(count / vmsPerVapp) }, (_, at) => ({
    id: firstVapp + at,
    name: `Shop group ${String(at + 1).padStart(3, '0')}`,
    vdcId: firstVdc + (at % regions.length),
  }))
}

const roles = ['till', 'stock', 'web', 'app', 'db', 'queue', 'proxy', 'report', 'camera', 'edge'] as const
const templates = ['Debian 12', 'Ubuntu Server 24.04', 'Windows Server 2022', 'Rocky Linux 9'] as const
const sizes = [20, 40, 60, 80, 120, 200] as const

function stateOf(chance: number): RestState {
  if (chance < 0.82) return 'ON'
  if (chance < 0.92) return 'OFF'
  if (chance < 0.97) return 'NOT_ALLOCATED'
  if (chance < 0.985) return 'PAUSED'
  return chance < 0.995 ? 'CONFIGURED' : 'UNKNOWN'
}

function policyOf(index: number, datacenterId: number): readonly ChosenPolicy[] {
  const chance = fraction('policy', index)
  if (chance < 0.16) return []
  const time = `${String(between(0, 23, 'hour', index)).padStart(2, '0')}:${pick(['00', '15', '30', '45'], index)}:00 +0000`
  if (datacenterId === barcelona) {
    if (chance < 0.3) return [{ code: 'BCN-WEEKLY' }]
    return chance < 0.6 ? [{ code: 'BCN-NIGHTLY' }] : [{ code: 'BCN-OWN-TIME', time }]
  }
  if (chance < 0.3) return [{ code: 'LDN-OPEN-WEEK', time }]
  return chance < 0.9 ? [{ code: 'LDN-SILVER' }] : [{ code: 'LDN-PLATINUM' }]
}

/** One VM of a large fleet; the same index is always the same VM. */
export function fleetDraft(index: number): Draft {
  const { id, region } = vappOf(index)
  const role = pick(roles, 'role', index)
  const { name, datacenterId } = regions[region] ?? regions[0]
  const extra = between(0, 9, 'disks', index) < 3 ? [pick(sizes, 'data', index) * 4] : []
  return {
    label: `${role}-${name.toLowerCase()}-${String(index + 1).padStart(5, '0')}`,
    vappId: id,
    template: pick(templates, 'os', index),
    cpu: pick([1, 2, 4, 8], 'cpu', index),
    ram: pick([2, 4, 8, 16, 32], 'ram', index),
    disks: [pick(sizes, 'size', index), ...extra],
    state: stateOf(fraction('state', index)),
    policies: policyOf(index, datacenterId),
    ...(fraction('failing', index) < 0.012
      ? {
          failing: {
            days: between(1, 9, 'days', index),
            cause: 'The proxy lost its connection to the hypervisor host',
          },
        }
      : {}),
  }
}
