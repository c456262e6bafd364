import type { Attributes, Vector } from './attributes'
import { textOf } from './attributes'
import type { App, Datastore, Image, Job, Market, Owned, SchedAction, Template, Vm, World } from './records'
import { since } from './records'
import { escape } from './xml-rpc'

/** The platform's objects as it writes them: core fields as plain text, attributes as CDATA, all in its order. */
const el = (name: string, inside: string): string => `<${name}>${inside}</${name}>`
const plain = (name: string, value: string | number): string => el(name, escape(String(value)))
const cdata = (name: string, value: string | number): string =>
  el(name, `<![CDATA[${String(value).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`)
export const idList = (name: string, ids: readonly number[]): string =>
  el(name, ids.map((id) => plain('ID', id)).join(''))

const vector = (name: string, members: Vector): string =>
  el(
    name,
    Object.entries(members)
      .map(([key, value]) => cdata(key, value))
      .join(''),
  )

export const attributesXml = (attributes: Attributes): string =>
  attributes
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => (typeof value === 'string' ? cdata(name, value) : vector(name, value)))
    .join('')

const rightNames = ['OWNER_U', 'OWNER_M', 'OWNER_A', 'GROUP_U', 'GROUP_M', 'GROUP_A', 'OTHER_U', 'OTHER_M', 'OTHER_A']
const permissions = ({ rights }: Owned): string =>
  el('PERMISSIONS', rightNames.map((name, at) => plain(name, rights[at] ?? '0')).join(''))

export const personName = (world: World, uid: number): string => world.people.find(({ id }) => id === uid)?.name ?? ''

const head = (world: World, one: Owned): string =>
  plain('ID', one.id) +
  plain('UID', one.uid) +
  plain('GID', one.gid) +
  plain('UNAME', personName(world, one.uid)) +
  plain('GNAME', world.groups.get(one.gid) ?? '') +
  plain('NAME', one.name)

export const schedXml = (type: 'VM' | 'BACKUPJOB', parent: number, one: SchedAction): string =>
  el(
    'SCHED_ACTION',
    plain('ID', one.id) +
      plain('PARENT_ID', parent) +
      plain('TYPE', type) +
      plain('ACTION', one.action) +
      plain('ARGS', one.args) +
      plain('TIME', one.time) +
      plain('REPEAT', one.repeat) +
      plain('DAYS', one.days) +
      plain('END_TYPE', one.endType) +
      plain('END_VALUE', one.endValue) +
      plain('DONE', one.done) +
      plain('MESSAGE', one.message) +
      plain('WARNING', 0),
  )

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

export const imageXml = (world: World, one: Image): string =>
  el(
    'IMAGE',
    head(world, one) +
      permissions(one) +
      plain('TYPE', one.type) +
      plain('DISK_TYPE', 0) +
      plain('PERSISTENT', one.type === 6 ? 1 : 0) +
      plain('REGTIME', one.regtime) +
      cdata('SOURCE', `snapshot-${one.id}`) +
      cdata('FORMAT', 'raw') +
      plain('SIZE', one.sizeMb) +
      plain('STATE', one.state) +
      plain('RUNNING_VMS', one.vmIds.length) +
      plain('DATASTORE_ID', one.datastoreId) +
      plain('DATASTORE', world.datastores.get(one.datastoreId)?.name ?? '') +
      idList('VMS', one.vmIds) +
      el('TEMPLATE', one.error === null ? '' : cdata('ERROR', one.error)) +
      el(
        'BACKUP_INCREMENTS',
        one.increments
          .map(({ id, date, parent, sizeMb, type }) =>
            vector('INCREMENT', {
              DATE: String(date),
              ID: String(id),
              PARENT_ID: String(parent),
              SIZE: String(sizeMb),
              SOURCE: `snapshot-${one.id}-${id}`,
              TYPE: type,
            }),
          )
          .join(''),
      ) +
      idList('BACKUP_DISK_IDS', one.type === 6 ? [0] : []),
  )

export const datastoreXml = (world: World, one: Datastore): string =>
  el(
    'DATASTORE',
    head(world, one) +
      permissions(one) +
      cdata('DS_MAD', one.mad) +
      cdata('TM_MAD', one.type === 3 ? '-' : 'qcow2') +
      plain('TYPE', one.type) +
      plain('DISK_TYPE', 0) +
      plain('STATE', 0) +
      idList('CLUSTERS', one.clusters) +
      plain('TOTAL_MB', 4_000_000) +
      plain('FREE_MB', one.freeMb) +
      plain('USED_MB', 4_000_000 - one.freeMb) +
      idList(
        'IMAGES',
        [...world.images.values()].filter(({ datastoreId }) => datastoreId === one.id).map(({ id }) => id),
      ) +
      vector('TEMPLATE', one.template),
  )

export const jobXml = (world: World, one: Job, whole: boolean): string =>
  el(
    'BACKUPJOB',
    head(world, one) +
      permissions(one) +
      plain('PRIORITY', one.priority) +
      plain('LAST_BACKUP_TIME', one.lastTime) +
      plain('LAST_BACKUP_DURATION', one.lastDuration) +
      idList(
        'SCHED_ACTIONS',
        one.scheds.map(({ id }) => id),
      ) +
      idList('UPDATED_VMS', one.updated) +
      idList('OUTDATED_VMS', one.outdated) +
      idList('BACKING_UP_VMS', one.backing) +
      idList('ERROR_VMS', one.failed) +
      el(
        'TEMPLATE',
        attributesXml(one.template) +
          (whole ? one.scheds.map((sched) => schedXml('BACKUPJOB', one.id, sched)).join('') : ''),
      ),
  )

export const marketXml = (world: World, one: Market): string =>
  el(
    'MARKETPLACE',
    head(world, one) +
      plain('STATE', one.state) +
      cdata('MARKET_MAD', one.mad) +
      cdata('ZONE_ID', 0) +
      plain('TOTAL_MB', 500_000) +
      plain('FREE_MB', one.freeMb) +
      plain('USED_MB', 500_000 - one.freeMb) +
      idList(
        'MARKETPLACEAPPS',
        [...world.apps.values()].filter(({ marketId }) => marketId === one.id).map(({ id }) => id),
      ) +
      permissions(one) +
      vector('TEMPLATE', { MARKET_MAD: one.mad }),
  )

export const appXml = (world: World, one: App): string =>
  el(
    'MARKETPLACEAPP',
    head(world, one).replace('<NAME>', `${plain('REGTIME', one.regtime)}<NAME>`) +
      cdata('ZONE_ID', 0) +
      cdata('ORIGIN_ID', one.originId) +
      cdata('SOURCE', one.state === 1 && one.type === 1 ? `http://market/${one.id}` : '') +
      cdata('MD5', '') +
      plain('SIZE', one.sizeMb) +
      cdata('DESCRIPTION', '') +
      cdata('VERSION', textOf(one.template, 'VERSION') ?? '') +
      cdata('FORMAT', '') +
      cdata('APPTEMPLATE64', textOf(one.template, 'APPTEMPLATE64') ?? '') +
      plain('MARKETPLACE_ID', one.marketId) +
      plain('MARKETPLACE', world.markets.get(one.marketId)?.name ?? '') +
      plain('STATE', one.state) +
      plain('TYPE', one.type) +
      permissions(one) +
      el('TEMPLATE', attributesXml(one.template) + (one.error === null ? '' : cdata('ERROR', one.error))),
  )

export const templateXml = (world: World, one: Template): string =>
  el(
    'VMTEMPLATE',
    head(world, one) + permissions(one) + plain('REGTIME', one.regtime) + el('TEMPLATE', attributesXml(one.attributes)),
  )

export const pool = (name: string, rows: readonly string[]): string => el(name, rows.join(''))
export const named = (name: string, id: number, called: string): string =>
  el(name, plain('ID', id) + plain('NAME', called))

/** Hash and tokens come along, as they do from the platform; these are none that would open anything. */
export const userXml = (world: World, uid: number): string => {
  const person = world.people.find(({ id }) => id === uid)
  if (!person) return '<USER/>'
  return el(
    'USER',
    plain('ID', person.id) +
      plain('GID', person.gid) +
      idList('GROUPS', [person.gid]) +
      plain('GNAME', world.groups.get(person.gid) ?? '') +
      plain('NAME', person.name) +
      cdata('PASSWORD', 'a hash') +
      cdata('AUTH_DRIVER', 'core') +
      plain('ENABLED', 1) +
      el('TEMPLATE', cdata('TOKEN_PASSWORD', 'another hash')),
  )
}
