import { assumed } from '~/api/abiquo/assumed'

import { foreignTo, isMembers, type Members } from '../body'
import { type Call, get, ok, type Reply, type Route } from '../call'
import { recordAdministration } from '../events'
import type { Properties } from '../place-records'
import { refuse, refuseMember } from '../refusal'
import { backupAdministrators, placeInPath } from '../sites'
import { wireProperties } from '../wire-objects/backup-side'
import { touchPlaces } from '../world'

const names = assumed.properties
const known: ReadonlySet<string> = new Set(['links', ...Object.values(names)])

/** A switch that is not sent stays as it is. */
function readSwitch(body: Members, member: string, before: boolean): boolean {
  const given = body[member]
  if (given === undefined || given === null) return before
  if (typeof given !== 'boolean') throw refuseMember(member)
  return given
}

const textOf = (properties: Properties): string =>
  [
    ['manual backup', properties.manualBackup],
    ['several policies', properties.severalPolicies],
    ['change while deployed', properties.changeWhileDeployed],
    ['several restores', properties.severalRestores],
  ]
    .map(([name, on]) => `${name} ${on ? 'on' : 'off'}`)
    .join(', ')

function changeProperties(call: Call): Reply {
  const { world, now: at, person, body } = call
  const datacenter = placeInPath(call, 'admin')
  if (!isMembers(body)) throw refuse('400-BAD-REQUEST')
  const before = datacenter.properties
  datacenter.properties = {
    severalPolicies: readSwitch(body, names.severalPolicies, before.severalPolicies),
    changeWhileDeployed: readSwitch(body, names.changeWhileDeployed, before.changeWhileDeployed),
    severalRestores: readSwitch(body, names.severalRestores, before.severalRestores),
    manualBackup: readSwitch(body, names.manualBackup, before.manualBackup),
    foreign: { ...before.foreign, ...foreignTo(known, body) },
  }
  recordAdministration(world, {
    at,
    person,
    component: 'BACKUP_DATACENTER_PROPERTIES',
    action: 'UPDATE',
    datacenterId: datacenter.id,
    text: `Backup properties of datacenter '${datacenter.name}' were changed: ${textOf(datacenter.properties)}`,
  })
  touchPlaces(world)
  return ok(call, wireProperties(call, 'admin', datacenter))
}

const entity = 'backupdatacenterproperties'
const admin = '/admin/datacenters/:datacenter/backupproperties'

export const propertyRoutes: readonly Route[] = [
  get('/cloud/locations/:datacenter/backupproperties', entity, (call) =>
    ok(call, wireProperties(call, 'cloud', placeInPath(call, 'cloud'))),
  ),
  get(
    admin,
    entity,
    backupAdministrators((call) => ok(call, wireProperties(call, 'admin', placeInPath(call, 'admin')))),
  ),
  { method: 'PUT', path: admin, offers: [entity], takes: [entity], answer: backupAdministrators(changeProperties) },
]
