import { type Disk, type Image, untouched, type Vm, type World } from '../records'
import { lcm, state } from '../states'
import { people } from './people'
import { day } from './times'

/** A VM of the start: `gb` are its disks, `volatile` one more that no image holds, `owner` somebody else than the operator. */
export interface VmSeed {
  readonly name: string
  readonly gb: readonly number[]
  readonly owner?: number
  readonly cluster?: number
  readonly on?: boolean
  readonly raw?: boolean
  readonly volatile?: number
}

/** The VMs that there are at the start, by their ids from 1. */
export const seeds: readonly VmSeed[] = [
  { name: 'web-frontend-01', gb: [40] },
  { name: 'web-frontend-02', gb: [40] },
  { name: 'web-frontend-03', gb: [40] },
  { name: 'erp-app-01', gb: [80, 120], cluster: 101 },
  { name: 'erp-app-02', gb: [80, 120], cluster: 101 },
  { name: 'erp-db-01', gb: [100, 600], cluster: 101, on: false },
  { name: 'erp-db-02', gb: [100, 400], cluster: 101 },
  { name: 'mail-store-01', gb: [60, 500] },
  { name: 'analytics-etl-01', gb: [200], volatile: 64, cluster: 101 },
  { name: 'file-server-01', gb: [500], raw: true },
  { name: 'checkout-db-01', gb: [120] },
  { name: 'restore-drill-01', gb: [20], on: false },
  { name: 'café-portal-01', gb: [30] },
  { name: 'agency-cms-01', gb: [60], owner: 5 },
]

/** Puts a VM into the world, and an image for each disk. */
export function addVm(world: World, seed: VmSeed, id: number, now: number): void {
  const uid = seed.owner ?? 3
  const gid = people.find((person) => person.id === uid)?.gid ?? 100
  const disks: Disk[] = seed.gb.map((gb, at) => {
    const image: Image = {
      id: world.images.size,
      uid,
      gid,
      name: `${seed.name}-disk-${at}`,
      rights: '110000000',
      type: at === 0 ? 0 : 2,
      regtime: now - 60 * day,
      sizeMb: gb * 1_024,
      state: 2,
      datastoreId: seed.cluster === 101 ? 102 : 1,
      vmIds: [id],
      increments: [],
      error: null,
    }
    world.images.set(image.id, image)
    return { id: at, imageId: image.id, image: image.name, sizeMb: image.sizeMb, format: seed.raw ? 'raw' : 'qcow2' }
  })
  if (seed.volatile !== undefined)
    disks.push({ id: disks.length, imageId: null, image: '', sizeMb: seed.volatile * 1_024, format: 'qcow2' })
  const on = seed.on !== false
  world.vms.set(id, {
    id,
    uid,
    gid,
    name: seed.name,
    rights: '110100000',
    clusterId: seed.cluster ?? 100,
    host: seed.cluster === 101 ? 'lon-kvm-01' : 'bcn-kvm-01',
    state: on ? state.active : state.poweroff,
    lcm: on ? lcm.running : lcm.init,
    stime: now - 60 * day,
    etime: 0,
    locked: seed.name === 'checkout-db-01',
    cpu: 2,
    memoryMb: 4_096,
    templateId: 0,
    disks,
    graphics: true,
    user: [
      ['LABELS', 'prod'],
      ['DESCRIPTION', `The ${seed.name} of the shop & <more>`],
    ],
    history: [{ seq: 0, stime: now - 60 * day, etime: 0, action: 0 }],
    ...untouched(),
  })
}

export const named = (world: World, name: string): Vm => {
  const vm = [...world.vms.values()].find((one) => one.name === name)
  if (!vm) throw new Error(`There is no ${name}`)
  return vm
}
