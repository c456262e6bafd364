import { type Call, get, ok, type Reply, type Route } from '../call'
import { knownActions } from '../events'
import { listed } from '../lists'
import { fullName, personOf } from '../people'
import { refuse } from '../refusal'
import { type Line, linesFor, namesOf, scheduledAction, traceOf } from '../trail'
import { unpaged, wireDate } from '../wire-objects/link'
import { platformName } from '../world'

/** Flat, with names as texts and ids as numbers, and no links: the form of the captures. */
function wireEvent(call: Call, line: Line) {
  const { world } = call
  const { kept } = line
  const vm = kept ? (kept.vmId === null ? null : (world.vms.get(kept.vmId) ?? null)) : line.vm
  const vdc = vm ? world.vdcs.get(vm.vdcId) : undefined
  const trace = kept ? { severity: kept.severity, text: kept.text } : traceOf(call, line.vm, line.run)
  const person = personOf(kept?.userId ?? null)
  const names = namesOf(call, line)
  const vmName = vm ? platformName(vm) : kept?.vmName
  return {
    id: line.id,
    timestamp: wireDate(line.at),
    severity: trace.severity,
    actionPerformed: kept?.action ?? scheduledAction,
    component: kept?.component ?? 'VIRTUAL_MACHINE',
    performedBy: person ? fullName(person) : 'SYSTEM',
    ...(person ? { user: person.nick, idUser: person.id } : {}),
    ...(names['enterprise']
      ? { enterprise: names['enterprise'], idEnterprise: kept ? kept.tenantId : line.vm.tenantId }
      : {}),
    ...(names['datacenter']
      ? { datacenter: names['datacenter'], idDatacenter: kept?.datacenterId ?? vdc?.datacenterId }
      : {}),
    ...(vdc ? { virtualDatacenter: vdc.name, idVirtualDatacenter: vdc.id } : {}),
    ...(vm ? { virtualApp: names['virtualapp'], idVirtualApp: vm.vappId } : {}),
    ...(vmName ? { virtualMachine: vmName, idVirtualMachine: vm?.id ?? kept?.vmId } : {}),
    stacktrace: trace.text,
  }
}

const catalogue = {
  actions: { ...unpaged(knownActions), totalSize: knownActions.length },
  severities: { ...unpaged(['ERROR', 'INFO', 'WARN']), totalSize: 3 },
  links: [],
}

const listEvents = (call: Call): Reply =>
  call.choice.entity === 'eventtypes'
    ? ok(call, catalogue)
    : listed(call, linesFor(call), {
        by: {
          timestamp: ({ at }) => at,
          id: ({ id }) => id,
          severity: (line) => (line.kept ? line.kept.severity : traceOf(call, line.vm, line.run).severity),
          actionperformed: (line) => line.kept?.action ?? scheduledAction,
          component: (line) => line.kept?.component ?? 'VIRTUAL_MACHINE',
        },
        defaultBy: 'timestamp',
        defaultAsc: false,
        alwaysWritesAsc: true,
        omitsZero: true,
        text: (line) => Object.values(namesOf(call, line)).join('\n'),
        wire: (line) => wireEvent(call, line),
      })

function oneEvent(call: Call): Reply {
  // A single event is found however old it is.
  const query = new URLSearchParams({ datefrom: String(Math.floor(call.now / 1_000) - 60 * 86_400) })
  const line = linesFor({ ...call, query }).find(({ id }) => id === call.param('event'))
  if (!line) throw refuse('EVENT-0')
  return ok(call, wireEvent(call, line))
}

export const eventRoutes: readonly Route[] = [
  get('/events', ['events', 'eventtypes'], listEvents),
  get('/events/:event', 'event', oneEvent),
]
