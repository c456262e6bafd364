import { apiKey } from './people'
import { type Backup, type HistoryRow, type Person, type Vm, wordOf, type World } from './records'

/** Without a zone, with microseconds: the platform means UTC and does not say so. */
const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 23)}000`

export const writeHistory = ({ created, by, address, state, backup, vm, project }: HistoryRow) => ({
  backup_id: backup,
  created: stamp(created),
  customer_address: address,
  modified_by: by,
  project_id: project,
  state,
  vm_id: vm,
})

/** The short form, without what hangs together with it. */
export const writeLightVm = (vm: Vm) => ({
  available_devices: [],
  cpu: vm.cpu,
  created: stamp(vm.created),
  dns: '8.8.8.8',
  gpu: vm.gpu,
  guid: `00000000-0000-4000-8000-${String(vm.id).padStart(12, '0')}`,
  id: vm.id,
  image_id: 1,
  name: vm.name,
  public_key: null,
  ram: vm.ram,
  server_id: 1,
  stable: vm.state === 4 || vm.state === 6,
  state: vm.state,
  updated: stamp(vm.updated),
  uri: `/vm/${vm.id}/`,
  userdata: '#cloud-config\npassword: simulated-secret',
})

export const writeVm = (vm: Vm) => ({
  ...writeLightVm(vm),
  gateway_subnet: null,
  history: [],
  image: { id: 1, display_name: vm.image, os_variant: vm.os },
  ip_addresses: [{ id: vm.id, address: `10.0.0.${vm.id % 250}`, credentials: 'simulated-secret' }],
  project: {
    id: vm.project.id,
    name: vm.project.name,
    address_id: vm.project.address,
    region_id: vm.project.region,
    reseller_id: 1,
    manager_id: 11,
    grace_period: 168,
    stable: true,
    closed: false,
    uri: `/project/${vm.project.id}/`,
  },
  storages: vm.disks.map((gb, place) => ({
    id: vm.id * 10 + place,
    name: place === 0 ? 'System' : `Data ${place}`,
    gb,
    primary: place === 0,
    vm_id: vm.id,
    created: stamp(vm.created),
    updated: stamp(vm.created),
    uri: `/vm/${vm.id}/storage/${vm.id * 10 + place}/`,
    history: [],
  })),
})

export const historyOf = ({ history }: World, { id }: Backup) =>
  history
    .filter(({ backup }) => backup === id)
    .toReversed()
    .map(writeHistory)

export const writeBackup = (world: World, backup: Backup) => ({
  id: backup.id,
  name: backup.name,
  repository: backup.repository,
  state: backup.state,
  time_valid: backup.timeValid === null ? null : stamp(backup.timeValid),
  created: stamp(backup.created),
  updated: stamp(backup.updated),
  uri: `/backup/${backup.id}/`,
  history: historyOf(world, backup),
  vm: writeVm(backup.vm),
})

export const writePerson = (world: World, person: Person) => {
  const address = world.addresses.find(({ id }) => id === person.address)
  return {
    id: person.id,
    email: person.email,
    first_name: person.firstName,
    surname: person.surname,
    timezone: 'Europe/Madrid',
    language: 'English',
    administrator: person.administrator === true,
    robot: person.robot === true,
    is_private: person.isPrivate === true,
    global_user: person.global === true,
    global_active: person.global === true,
    otp: person.otp !== undefined,
    address: { id: person.address, name: address?.name ?? '' },
    member: { id: address?.member ?? 0, name: 'Costa Verde', api_key: apiKey },
  }
}

// --- second generation ------------------------------------------------------------------------------------------------

const kindOf = ({ os }: Vm): string => (os.startsWith('win') ? 'hyperv' : 'lxd')

export const writeInstance = (vm: Vm) => ({
  id: vm.id,
  created: stamp(vm.created),
  updated: stamp(vm.updated),
  name: vm.name,
  project_id: vm.project.id,
  state: wordOf(vm.state),
  type: kindOf(vm),
  uri: `/compute/instances/${vm.id}/`,
  grace_period: 7,
  interfaces: [],
  metadata: { dns: ['8.8.8.8'], instance_type: 'virtual-machine', userdata: 'simulated-secret' },
  specs: [
    { sku_name: 'vCPU_001', quantity: vm.cpu },
    { sku_name: 'RAM_001', quantity: vm.ram },
  ],
})

export const writeComputeBackup = (backup: Backup) => ({
  id: backup.id,
  created: stamp(backup.created),
  updated: stamp(backup.updated),
  name: backup.name,
  project_id: backup.vm.project.id,
  state: wordOf(backup.state),
  type: kindOf(backup.vm),
  uri: `/compute/backups/${backup.id}/`,
  instance: { id: backup.vm.id, name: backup.vm.name, state: wordOf(backup.vm.state) },
  specs: [{ sku_name: 'SSD_001', quantity: backup.vm.disks.reduce((sum, gb) => sum + gb, 0) }],
})
