import { textOf, type Vector } from '../attributes'
import { since, type Vm, type World } from '../records'
import { attributesXml, cdata, el, head, idList, permissions, plain, vector } from './element'
import { schedXml } from './jobs'

const diskXml = (world: World, vm: Vm): string =>
  vm.disks
    .map((disk) => {
      const datastoreId = disk.imageId === null ? 0 : (world.images.get(disk.imageId)?.datastoreId ?? 1)
      const own: Vector =
        disk.imageId === null
          ? { TYPE: 'FS' }
          : {
              DATASTORE: world.datastores.get(datastoreId)?.name ?? '',
              DATASTORE_ID: String(datastoreId),
              IMAGE: disk.image,
              IMAGE_ID: String(disk.imageId),
              TYPE: 'FILE',
            }
      return vector('DISK', {
        ...own,
        DISK_ID: String(disk.id),
        FORMAT: disk.format,
        SIZE: String(disk.sizeMb),
        TARGET: `sd${String.fromCodePoint(97 + disk.id)}`,
      })
    })
    .join('')

const lastHistory = (vm: Vm): string => {
  const last = vm.history.at(-1)
  if (!last) return ''
  return (
    plain('OID', vm.id) +
    plain('SEQ', last.seq) +
    cdata('HOSTNAME', vm.host) +
    plain('HID', vm.clusterId) +
    plain('CID', vm.clusterId) +
    plain('DS_ID', 0) +
    cdata('ACTION', last.action)
  )
}

/** What pools tell without being asked for more: no BACKUP, no rights, no backups. */
export const vmShort = (world: World, vm: Vm): string =>
  el(
    'VM',
    head(world, vm) +
      plain('LAST_POLL', 0) +
      plain('STATE', vm.state) +
      plain('LCM_STATE', vm.lcm) +
      plain('RESCHED', 0) +
      plain('STIME', vm.stime) +
      plain('ETIME', vm.etime) +
      plain('DEPLOY_ID', '') +
      (vm.locked ? el('LOCK', plain('LOCKED', 4)) : '') +
      el('TEMPLATE', plain('CPU', vm.cpu) + plain('MEMORY', vm.memoryMb) + plain('VCPU', vm.cpu) + diskXml(world, vm)) +
      '<MONITORING/>' +
      el('USER_TEMPLATE', cdata('LABELS', textOf(vm.user, 'LABELS') ?? '')) +
      el('HISTORY_RECORDS', vm.history.length === 0 ? '' : el('HISTORY', lastHistory(vm))),
  )

const historyXml = (vm: Vm, all: boolean): string =>
  (all ? vm.history : vm.history.slice(-1))
    .map((one) =>
      el(
        'HISTORY',
        plain('OID', vm.id) +
          plain('SEQ', one.seq) +
          plain('HOSTNAME', vm.host) +
          plain('HID', vm.clusterId) +
          plain('CID', vm.clusterId) +
          plain('STIME', one.stime) +
          plain('ETIME', one.etime) +
          plain('DS_ID', 0) +
          plain('ACTION', one.action),
      ),
    )
    .join('')

const backupsXml = (vm: Vm): string =>
  el(
    'BACKUPS',
    (Object.keys(vm.config).length === 0 ? '<BACKUP_CONFIG/>' : vector('BACKUP_CONFIG', vm.config)) +
      idList('BACKUP_IDS', vm.backupIds),
  )

/** @param whole Also its scheduled actions and its whole history, which no pool tells. */
export const vmFull = (world: World, vm: Vm, whole: boolean): string =>
  el(
    'VM',
    head(world, vm) +
      permissions(vm) +
      plain('LAST_POLL', 0) +
      plain('STATE', vm.state) +
      plain('LCM_STATE', vm.lcm) +
      plain('PREV_STATE', vm.state) +
      plain('PREV_LCM_STATE', vm.lcm) +
      plain('RESCHED', 0) +
      plain('STIME', vm.stime) +
      plain('ETIME', vm.etime) +
      plain('DEPLOY_ID', '') +
      (vm.locked
        ? el('LOCK', plain('LOCKED', 4) + plain('OWNER', 0) + plain('TIME', vm.stime) + plain('REQ_ID', -1))
        : '') +
      '<MONITORING/>' +
      idList(
        'SCHED_ACTIONS',
        vm.scheds.map(({ id }) => id),
      ) +
      el(
        'TEMPLATE',
        cdata('CPU', vm.cpu) +
          diskXml(world, vm) +
          (vm.graphics ? vector('GRAPHICS', { LISTEN: '0.0.0.0', PORT: String(5_900 + vm.id), TYPE: 'VNC' }) : '') +
          cdata('MEMORY', vm.memoryMb) +
          vector('NIC', { IP: `10.0.0.${vm.id}`, MAC: '02:00:0a:00:00:01', NETWORK: 'net1', NIC_ID: '0' }) +
          (vm.templateId === null ? '' : cdata('TEMPLATE_ID', vm.templateId)) +
          cdata('VCPU', vm.cpu) +
          cdata('VMID', vm.id) +
          (whole ? vm.scheds.map((one) => schedXml('VM', vm.id, one)).join('') : ''),
      ) +
      el('USER_TEMPLATE', attributesXml(vm.user)) +
      el('HISTORY_RECORDS', historyXml(vm, whole)) +
      (since(world, '6.6') ? backupsXml(vm) : ''),
  )
