import { addresses, people } from './people'
import { type Project, state, type Vm, type World } from './records'
import { advance, become, request } from './work'

const hour = 3_600_000
const day = 24 * hour

const projects = {
  shop: { id: 1, name: 'Shop', address: 100, region: 1 },
  office: { id: 2, name: 'Office', address: 100, region: 2 },
  logistics: { id: 3, name: 'Logistics', address: 101, region: 1 },
  agency: { id: 4, name: 'Agency', address: 200, region: 1 },
} as const satisfies Record<string, Project>

type Draft = readonly [name: string, project: Project, disks: readonly number[], more?: Partial<Vm>]

const windows = { image: 'Windows Server 2022', os: 'win2k22' }
const drafts: readonly Draft[] = [
  ['web-frontend-01', projects.shop, [40]],
  ['web-frontend-02', projects.shop, [40]],
  ['web-frontend-03', projects.shop, [40]],
  ['checkout-db-01', projects.shop, [60, 200]],
  ['erp-app-01', projects.office, [80], windows],
  ['erp-app-02', projects.office, [80], windows],
  ['erp-db-01', projects.office, [80, 400], windows],
  ['mail-store-01', projects.office, [60, 500]],
  ['analytics-etl-01', projects.office, [3_000]],
  ['render-node-01', projects.shop, [100], { gpu: 1 }],
  ['erp-reports-01', projects.office, [80], { ...windows, state: state.quiesced }],
  ['file-server-01', projects.office, [120], { broken: true }],
  ['restore-drill-01', projects.office, [20]],
  ['old-portal-01', projects.shop, [40], { state: state.scrubQueue }],
  ['logistics-app-01', projects.logistics, [60]],
  ['agency-cms-01', projects.agency, [60]],
]

/** Backups by VM: ages in days, oldest first, and the repository of each. */
const past: Readonly<Record<string, readonly (readonly [age: number, repository: number])[]>> = {
  'web-frontend-01': [
    [9, 1],
    [4, 2],
    [1, 1],
  ],
  'web-frontend-02': [
    [40, 1],
    [12, 2],
  ],
  'checkout-db-01': [
    [6, 1],
    [2, 2],
  ],
  'erp-app-01': [
    [3, 1],
    [1, 2],
  ],
  'erp-app-02': [
    [15, 1],
    [8, 2],
    [2, 1],
  ],
  'erp-db-01': [[5, 2]],
  'mail-store-01': [
    [20, 1],
    [3, 2],
  ],
  'erp-reports-01': [[30, 1]],
  'restore-drill-01': [[1, 1]],
  'logistics-app-01': [[2, 1]],
  'agency-cms-01': [[1, 2]],
}

const stampOf = (at: number): string =>
  new Date(at).toISOString().slice(0, 16).replaceAll(/[-:]/gu, '').replace('T', '-')

const toVm = ([name, project, disks, more = {}]: Draft, place: number, now: number): Vm => ({
  id: place + 1,
  name,
  project,
  state: state.running,
  cpu: 4,
  ram: 8,
  gpu: 0,
  image: 'Ubuntu Server 22.04 LTS',
  os: 'linux2022',
  disks,
  created: now - (200 - place) * day,
  updated: now - 60 * day,
  broken: false,
  ...more,
})

/** The world that every simulator starts with, at an instant in epoch milliseconds. */
export function seedWorld(now: number, fleet = 0): World {
  const more = Array.from({ length: fleet }, (_, place): Draft => [
    `fleet-${String(place + 1).padStart(5, '0')}`,
    place % 3 === 0 ? projects.office : projects.shop,
    [40],
  ])
  const all = [...drafts, ...more]
  const vms = all.map((draft, place) => toVm(draft, place, now))
  const world: World = {
    addresses,
    people,
    vms: new Map(vms.map((vm) => [vm.id, vm])),
    backups: new Map(),
    history: [],
    due: [],
    at: now - 300 * day,
  }
  const made = vms
    .flatMap((vm) => (past[vm.name] ?? []).map(([age, repository]) => ({ vm, age, repository })))
    .toSorted((a, b) => b.age - a.age || a.vm.id - b.vm.id)
  for (const { vm, age, repository } of made) {
    const at = now - age * day - 3 * hour
    advance(world, at)
    // A VM that stands still now was running then.
    const before = vm.state
    vm.state = state.running
    request(world, { vm, name: `${vm.name}-${stampOf(at)}Z`, repository, by: 11 }, at)
    advance(world, at + hour)
    vm.state = before
  }
  const named = (name: string): Vm => {
    const found = vms.find((vm) => vm.name === name)
    if (!found) throw new Error(`There is no ${name}`)
    return found
  }
  const failing = named('mail-store-01')
  failing.broken = true
  advance(world, now - 20 * hour)
  request(world, { vm: failing, name: 'before the upgrade', repository: 1, by: 11 }, now - 20 * hour)
  advance(world, now - hour)
  request(world, { vm: named('analytics-etl-01'), name: 'quarter end', repository: 2, by: 11 }, now - hour)
  // One that was deleted: it stays in the platform's list for ever.
  const [first] = world.backups.values()
  advance(world, now)
  if (first) become(world, first, state.closed, now - 10 * day, 11)
  return world
}
