import { type Call, get, ok, type Reply, type Route } from '../call'
import { knownActions } from '../events'
import { hostOf } from '../hosts'
import { listed } from '../lists'
import { fullName } from '../people'
import { refuse } from '../refusal'
import { type Line, linesFor, namesOf, subjectOf, traceOf } from '../trail'
import { unpaged, wireDate } from '../wire-objects/link'

/** Flat, with names as texts and ids as numbers, and no links: the form of the captures. */
function wireEvent(call: Call, line: Line) {
  const { vm, vdc, vapp, datacenter, tenant, person, vmName, component, action } = subjectOf(call, line)
  const host = hostOf(call, vm, datacenter)
  const { severity, text } = line.kept ?? traceOf(call, line.vm, line.run)
  return {
    id: line.id,
    timestamp: wireDate(line.at),
    severity,
    actionPerformed: action,
    component,
    performedBy: person ? fullName(person) : 'SYSTEM',
    ...(person ? { user: person.nick, idUser: person.id } : {}),
    ...(tenant ? { enterprise: tenant.name, idEnterprise: tenant.id } : {}),
    ...(datacenter ? { datacenter: datacenter.name, idDatacenter: datacenter.id } : {}),
    ...(host ? { rack: host.rack, physicalMachine: host.physicalMachine } : {}),
    ...(vdc ? { virtualDatacenter: vdc.name, idVirtualDatacenter: vdc.id } : {}),
    ...(vapp ? { virtualApp: vapp.name, idVirtualApp: vapp.id } : {}),
    ...(vmName ? { virtualMachine: vmName, idVirtualMachine: vm?.id ?? line.kept?.vmId } : {}),
    stacktrace: text,
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
          actionperformed: (line) => subjectOf(call, line).action,
          component: (line) => line.kept?.component ?? 'VIRTUAL_MACHINE',
        },
        defaultBy: 'timestamp',
        defaultAsc: false,
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
