import { assumed } from '~/api/abiquo/assumed'

import { foreignTo, type Members, membersOf, textOf } from '../body'
import { type Call, created, get, nothing, ok, type Reply, type Route, sinceFour } from '../call'
import { recordAdministration } from '../events'
import type { Datacenter, Manager } from '../place-records'
import { type Plugin, pluginOf, plugins } from '../plugins'
import { refuse, refuseMember } from '../refusal'
import { backupAdministrators, managerInPath, placeInPath } from '../sites'
import { managerHref, wireManager, wirePlugin } from '../wire-objects/backup-side'
import { unpaged } from '../wire-objects/link'
import { touchPlaces } from '../world'

const known: ReadonlySet<string> = new Set(['id', 'links', 'name', 'type', 'endpoint', 'user', 'password'])

/** A field of the connection: asked for, allowed, or not looked at, as the plug-in says. */
function readField(body: Members, member: 'endpoint' | 'user', { needs }: Plugin): string {
  const need = needs[member]
  const text = textOf(body[member])?.trim() ?? ''
  if (need === assumed.need.required && text === '') throw refuseMember(member)
  return need === assumed.need.unused ? '' : text
}

/** Whether there is a password afterwards: a missing one stays as it is, an empty one empties it. */
function readSecret(body: Members, { needs }: Plugin, before: boolean | null): boolean {
  if (needs.password === assumed.need.unused) return false
  const given = body['password']
  const secret = typeof given === 'string' ? given !== '' : (before ?? false)
  if (before === null && !secret && needs.password === assumed.need.required) throw refuseMember('password')
  return secret
}

function readName(body: Members): string {
  const name = textOf(body['name'])?.trim()
  if (!name) throw refuseMember('name')
  return name
}

/** BC-38: the plug-in of a type, when the platform has its code. */
function loadedPlugin(type: string, loaded = true): Plugin {
  const plugin = pluginOf(type)
  if (!plugin || !loaded) throw refuse('BC-38')
  return plugin
}

function record(call: Call, datacenter: Datacenter, manager: Manager, action: string, done: string): void {
  const text = `Backup manager '${manager.name}' of datacenter '${datacenter.name}' was ${done}`
  const { person, now: at } = call
  recordAdministration(call.world, {
    at,
    person,
    component: 'BACKUP_MANAGER',
    action,
    datacenterId: datacenter.id,
    text,
  })
  touchPlaces(call.world)
}

/** BC-39, BC-38. The connection is not tried: the first one to notice is who makes a backup. */
function createManager(call: Call): Reply {
  const datacenter = placeInPath(call, 'admin')
  if (datacenter.manager) throw refuse('BC-39')
  const body = membersOf(call.body)
  const name = readName(body)
  const type = textOf(body['type'])
  if (type === null) throw refuseMember('type')
  const plugin = loadedPlugin(type)
  const manager: Manager = {
    id: call.world.nextPlaceId,
    name,
    type,
    endpoint: readField(body, 'endpoint', plugin),
    user: readField(body, 'user', plugin),
    secret: readSecret(body, plugin, null),
    loaded: true,
    foreign: foreignTo(known, body),
  }
  call.world.nextPlaceId += 1
  datacenter.manager = manager
  record(call, datacenter, manager, 'CREATE', 'created')
  return created(call, wireManager(call, datacenter, manager), managerHref(call.base, datacenter, manager))
}

/** Everything but the type, which nobody changes once it is saved. */
function changeManager(call: Call): Reply {
  const { datacenter, manager } = managerInPath(call)
  const body = membersOf(call.body)
  const name = readName(body)
  const type = textOf(body['type'])
  if (type !== null && type !== manager.type) throw refuseMember('type')
  const plugin = loadedPlugin(manager.type, manager.loaded)
  const changed: Manager = {
    ...manager,
    name,
    endpoint: readField(body, 'endpoint', plugin),
    user: readField(body, 'user', plugin),
    secret: readSecret(body, plugin, manager.secret),
    foreign: foreignTo(known, body),
  }
  datacenter.manager = changed
  record(call, datacenter, changed, 'MODIFY', 'changed')
  return ok(call, wireManager(call, datacenter, changed))
}

/** VMs keep their policies; what they ask for next finds no manager. */
function deleteManager(call: Call): Reply {
  const { datacenter, manager } = managerInPath(call)
  datacenter.manager = null
  record(call, datacenter, manager, 'DELETE', 'deleted')
  return nothing
}

function listManagers(call: Call): Reply {
  const datacenter = placeInPath(call, 'admin')
  const { manager } = datacenter
  return ok(call, unpaged(manager ? [wireManager(call, datacenter, manager)] : []))
}

function readManager(call: Call): Reply {
  const { datacenter, manager } = managerInPath(call)
  return ok(call, wireManager(call, datacenter, manager))
}

function onePlugin(call: Call): Reply {
  const plugin = pluginOf(call.text('type').toUpperCase())
  if (!plugin) throw refuse('404-NOT-FOUND')
  return ok(call, wirePlugin(call, plugin))
}

const managers = `/admin/datacenters/:datacenter/${assumed.managersPath}`
const manager = `${managers}/:manager`
const takes = ['backupmanager']

export const managerRoutes: readonly Route[] = sinceFour(
  get(managers, 'backupmanagers', backupAdministrators(listManagers)),
  { method: 'POST', path: managers, offers: takes, takes, answer: backupAdministrators(createManager) },
  get(manager, 'backupmanager', backupAdministrators(readManager)),
  { method: 'PUT', path: manager, offers: takes, takes, answer: backupAdministrators(changeManager) },
  { method: 'DELETE', path: manager, offers: takes, answer: backupAdministrators(deleteManager) },
  get(assumed.pluginTypesPath, 'backupplugintypes', (call) =>
    ok(call, unpaged(plugins.map((plugin) => wirePlugin(call, plugin)))),
  ),
  get(`${assumed.pluginTypesPath}/:type`, 'backupplugintype', onePlugin),
)
