import * as z from 'zod/mini'

import {
  clockChange,
  type ClockReport,
  faultsChange,
  type FaultsChange,
  type PersonReport,
  resetRequest,
  settingsChange,
  type SettingsChange,
  type SettingsReport,
} from './control'
import type { Home } from './home'
import { fullName, people } from './people'
import { Refusal } from './refusal'
import { changeDatacenter, type World } from './world'

const json = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-cache' } })

const bad = (message: string): Response => json({ error: message }, 400)

const instantOf = (text: string): number => {
  const at = Date.parse(text)
  if (Number.isNaN(at)) throw new Refusal(400, [{ code: 'SIM-400', message: `Not an instant: ${text}` }])
  return at
}

const clockReport = ({ clock }: Home): ClockReport => ({
  now: new Date(clock.now()).toISOString(),
  speed: clock.setting().speed,
})

const settingsReport = (home: Home, world: World): SettingsReport => ({
  fleet: world.origin.fleet,
  seed: world.origin.seed,
  vms: world.vms.size,
  checkDelayMs: world.checkDelay,
  schedulerTells: world.schedulerTells,
  early: world.early,
  results: world.kept,
  held: world.held,
  latencyMs: home.latencyMs,
  datacenters: [...world.datacenters.values()].map(({ name, timeZone, manager, properties }) => ({
    name,
    timeZone,
    plugin: manager?.type ?? null,
    pluginLoaded: manager?.loaded ?? false,
    severalPolicies: properties.severalPolicies,
    changeWhileDeployed: properties.changeWhileDeployed,
    severalRestores: properties.severalRestores,
    manualBackup: properties.manualBackup,
  })),
  faults: home.faults.rules(),
})

const peopleReport = (world: World): readonly PersonReport[] =>
  people.map((person) => ({
    nick: person.nick,
    name: fullName(person),
    role: world.roles.get(person.roleId)?.name ?? '',
    tenant: world.tenants.get(person.tenantId)?.name ?? '',
    about: person.about,
  }))

function changeClock(home: Home, text: string): Response {
  const change = clockChange.parse(JSON.parse(text))
  const world = home.world()
  if ('speed' in change) home.clock.run(change.speed)
  else {
    const to = 'skip' in change ? home.clock.now() + change.skip : instantOf(change.now)
    if (to < world.advancedTo) return bad('Time only runs forward; reset takes it back')
    home.clock.set(to)
  }
  home.world().dirty = true
  return json(clockReport(home))
}

function reset(home: Home, text: string): Response {
  const { now, fleet, seed } = resetRequest.parse(text === '' ? {} : JSON.parse(text))
  const to = now === undefined ? Date.now() : instantOf(now)
  home.clock.set(to)
  home.clock.run(1)
  home.faults.replace([])
  home.latencyMs = 0
  home.texts = new Map()
  home.reset({ ...(fleet === undefined ? {} : { fleet }), ...(seed === undefined ? {} : { seed }) })
  return json(settingsReport(home, home.world()))
}

function changeFaults(home: Home, { rules, endSessions }: FaultsChange): void {
  if (rules) home.faults.replace(rules)
  home.sessions.refuseNext(endSessions ? 1 : 0)
  home.world().dirty = true
}

function changePlaces(world: World, changes: NonNullable<SettingsChange['datacenters']>): void {
  for (const [name, { plugin, pluginLoaded, ...switches }] of Object.entries(changes)) {
    const before = [...world.datacenters.values()].find((one) => one.name === name)?.manager ?? null
    const type = plugin === undefined ? before?.type : plugin
    const blank = {
      id: 9,
      name: `Backup of ${name}`,
      endpoint: 'https://backup.example/',
      user: 'svc-abiquo',
      secret: true,
    }
    const manager = type ? { ...(before ?? blank), type, loaded: pluginLoaded ?? before?.loaded ?? true } : null
    const properties = Object.fromEntries(Object.entries(switches).filter(([, value]) => value !== undefined))
    changeDatacenter(world, name, { properties, manager })
  }
}

function changeSettings(home: Home, text: string): Response {
  const change = settingsChange.parse(JSON.parse(text))
  if (change.fleet !== undefined || change.seed !== undefined) {
    home.reset({
      ...(change.fleet === undefined ? {} : { fleet: change.fleet }),
      ...(change.seed === undefined ? {} : { seed: change.seed }),
    })
  }
  const world = home.world()
  world.checkDelay = change.checkDelayMs ?? world.checkDelay
  world.schedulerTells = change.schedulerTells ?? world.schedulerTells
  world.early = change.early ?? world.early
  world.kept = change.results ?? world.kept
  world.held = change.held ?? world.held
  home.latencyMs = change.latencyMs ?? home.latencyMs
  if (change.texts) home.texts = new Map(Object.entries(change.texts))
  if (change.datacenters) changePlaces(world, change.datacenters)
  if (change.faults) changeFaults(home, change.faults)
  world.dirty = true
  return json(settingsReport(home, world))
}

/** The simulator's own calls, `/simulator/...`; nobody has to sign in for them. */
export function controlAnswer(home: Home, method: string, path: string, text: string): Response {
  try {
    switch (`${method} ${path.replace(/\/+$/, '')}`) {
      case 'GET /simulator/clock':
        home.world()
        return json(clockReport(home))
      case 'POST /simulator/clock':
        return changeClock(home, text)
      case 'POST /simulator/reset':
        return reset(home, text)
      case 'GET /simulator/settings':
        return json(settingsReport(home, home.world()))
      case 'POST /simulator/settings':
        return changeSettings(home, text)
      case 'GET /simulator/faults':
        return json({ rules: home.faults.rules() })
      case 'POST /simulator/faults':
        changeFaults(home, faultsChange.parse(JSON.parse(text)))
        return json({ rules: home.faults.rules() })
      case 'GET /simulator/people':
        return json(peopleReport(home.world()))
      default:
        return json({ error: `The simulator has no ${method} ${path}` }, 404)
    }
  } catch (error) {
    if (error instanceof z.core.$ZodError || error instanceof SyntaxError || error instanceof Refusal)
      return bad(error.message)
    throw error
  } finally {
    home.save()
  }
}
