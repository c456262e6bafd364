import { type Call, seesAll, visibleVms } from './call'
import { receives, trailOf } from './events'
import { hostOf } from './hosts'
import { fullName, personOf } from './people'
import type { Subtype, Vm, WorldEvent } from './records'
import { refuse } from './refusal'
import { resultName } from './results'
import { endingOf, noticedAt, polledAt, type ScheduledRun, scheduledRuns } from './runs'
import { platformName, type World } from './world'

const day = 24 * 60 * 60 * 1_000
/** Without dates the list covers this (`abiquo.events.list.daysoffset` = 7). */
const usualReach = 7 * day

/** Under which action scheduled backups are told: their own, or that of the scheduler that places VMs (C13). */
const scheduledAction = ({ schedulerTells }: World): string =>
  schedulerTells ? 'VIRTUAL_MACHINE_SCHEDULE' : 'VIRTUAL_MACHINE_SCHEDULED_BACKUP'

/** A line of the trail before it is written out: kept ones whole, those of scheduled backups as the run they tell of. */
export type Line =
  | { readonly at: number; readonly id: number; readonly kept: WorldEvent }
  | { readonly at: number; readonly id: number; readonly kept: null; readonly vm: Vm; readonly run: ScheduledRun }

/** Keys of filters are read in any letter case; a filter that is there counts, whatever it says. */
function filterOf(query: URLSearchParams, name: string): string | null {
  for (const [key, value] of query) if (key.toLowerCase() === name) return value
  return null
}

/** Epoch seconds, as up to 4.x, or ISO 8601, as in 6.x. EVENT-1 otherwise. */
function readDate(text: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text) * 1_000
  const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/.test(text)
  const at = iso ? Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) : Number.NaN
  if (Number.isNaN(at)) throw refuse('EVENT-1')
  return at
}

function spanOf(query: URLSearchParams, now: number): { readonly from: number; readonly to: number } {
  const [from, to] = [filterOf(query, 'datefrom'), filterOf(query, 'dateto')]
  const end = to ? readDate(to) : now
  return { from: from ? readDate(from) : (to ? end : now) - usualReach, to: Math.min(end, now) }
}

/** Ids of lines of scheduled backups: the result's id and the VM's, in one number below 2^53. */
const runEventId = (run: ScheduledRun, vm: Vm): number => run.id * 32_768 + vm.id

const longestRun = day

function scheduledLines(call: Call, vms: readonly Vm[], from: number, to: number): Line[] {
  const known = Math.min(to, polledAt(call.world, call.now))
  const reach = (_: Subtype): number => known - from + longestRun
  const lines: Line[] = []
  for (const vm of vms) {
    for (const run of scheduledRuns(call.world, vm, known, reach)) {
      const at = noticedAt(call.world, run.end)
      if (at >= from && at <= known) lines.push({ at, id: runEventId(run, vm), kept: null, vm, run })
    }
  }
  return lines
}

export interface Trace {
  readonly severity: WorldEvent['severity']
  readonly text: string
}

/** What the trail says of a scheduled backup that ended. */
export function traceOf(call: Call, vm: Vm, run: ScheduledRun): Trace {
  const { word, cause } = endingOf(call.world, vm, run)
  const what = `The scheduled backup with ID '${resultName(vm, run.start)}' of virtual machine '${vm.label}'`
  if (word === 'FAILED') return { severity: 'ERROR', text: `${what} failed${cause ? `: ${cause}` : ''}` }
  return { severity: 'INFO', text: `${what} finished` }
}

/** Where a line belongs. The VM may have gone since. */
export function subjectOf(call: Call, line: Line) {
  const { world } = call
  const { kept } = line
  const vm = kept ? (kept.vmId === null ? undefined : world.vms.get(kept.vmId)) : line.vm
  const vdc = vm ? world.vdcs.get(vm.vdcId) : undefined
  return {
    vm,
    vdc,
    vapp: vm ? world.vapps.get(vm.vappId) : undefined,
    datacenter: world.datacenters.get((kept ? kept.datacenterId : vdc?.datacenterId) ?? 0),
    tenant: world.tenants.get((kept ? kept.tenantId : line.vm.tenantId) ?? 0),
    person: personOf(kept?.userId ?? null),
    vmName: vm ? platformName(vm) : (kept?.vmName ?? null),
    component: kept?.component ?? 'VIRTUAL_MACHINE',
    action: kept?.action ?? scheduledAction(world),
  }
}

/** What a filter by name compares with. */
export function namesOf(call: Call, line: Line): Readonly<Record<string, string>> {
  const { vm, vdc, vapp, datacenter, tenant, person, vmName, component, action } = subjectOf(call, line)
  const { severity, text } = line.kept ?? traceOf(call, line.vm, line.run)
  const host = hostOf(call, vm, datacenter)
  return {
    rack: host?.rack ?? '',
    physicalmachine: host?.physicalMachine ?? '',
    datacenter: datacenter?.name ?? '',
    enterprise: tenant?.name ?? '',
    user: person?.nick ?? '',
    virtualdatacenter: vdc?.name ?? '',
    virtualapp: vapp?.name ?? '',
    virtualmachine: vmName ?? '',
    performedby: person ? fullName(person) : 'SYSTEM',
    component,
    actionperformed: action,
    severity,
    stacktrace: text,
  }
}

const filters = [
  'datacenter',
  'enterprise',
  'user',
  'virtualdatacenter',
  'virtualapp',
  'virtualmachine',
  'performedby',
  'component',
  'actionperformed',
  'severity',
  'stacktrace',
  'rack',
  'physicalmachine',
  'storagesystem',
  'storagepool',
  'volume',
  'network',
  'subnet',
] as const

type Wanted = readonly (readonly [name: string, value: string])[]

const wantedOf = (query: URLSearchParams): Wanted =>
  filters.flatMap((name) => {
    const value = filterOf(query, name)
    return value === null ? [] : [[name, value] as const]
  })

function keeps(call: Call, line: Line, wanted: Wanted): boolean {
  if (wanted.length === 0) return true
  const names = namesOf(call, line)
  return wanted.every(([name, value]) => {
    const mine = names[name] ?? ''
    return name === 'stacktrace' ? mine.includes(value) : mine.toLowerCase() === value.toLowerCase()
  })
}

/** The VMs whose scheduled backups can match: naming one spares the trail of the whole fleet. */
function candidates(vms: readonly Vm[], wanted: Wanted): readonly Vm[] {
  const name = wanted.find(([filter]) => filter === 'virtualmachine')?.[1].toLowerCase()
  return name === undefined ? vms : vms.filter((vm) => platformName(vm).toLowerCase() === name)
}

/** The lines that a person receives, in the asked span and by the asked filters, in no order. */
export function linesFor(call: Call): readonly Line[] {
  const trail = trailOf(call.person)
  if (trail === 'none') return []
  const { from, to } = spanOf(call.query, call.now)
  const wanted = wantedOf(call.query)
  const vms = visibleVms(call.world, call.person)
  const seen = new Set(vms.map(({ id }) => id))
  const ownTenant = (event: WorldEvent): boolean => trail === 'all' || event.tenantId === call.person.tenantId
  const inSight = (event: WorldEvent): boolean =>
    seesAll(call.person) || event.vmId === null || seen.has(event.vmId) || !call.world.vms.has(event.vmId)
  const kept = call.world.events
    .filter(
      (event) =>
        event.at >= from && event.at <= to && ownTenant(event) && inSight(event) && receives(call.person, event.action),
    )
    .map((event): Line => ({ at: event.at, id: event.id, kept: event }))
    .filter((line) => keeps(call, line, wanted))
  const action = wanted.find(([name]) => name === 'actionperformed')?.[1].toUpperCase()
  const own = scheduledAction(call.world)
  // Before 4.0 backups by a schedule are made without the platform.
  if (call.world.early || (action !== undefined && action !== own) || !receives(call.person, own)) return kept
  const rest = wanted.filter(([name]) => name !== 'actionperformed' && name !== 'virtualmachine')
  const scheduled = scheduledLines(call, candidates(vms, wanted), from, to)
  return [...kept, ...(rest.length === 0 ? scheduled : scheduled.filter((line) => keeps(call, line, rest)))]
}
