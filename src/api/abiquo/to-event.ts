import type { Outcome } from '~/domain/backup'
import { type EventPlace, eventPlaces, type Failure, type Severity, type TrailEvent } from '~/domain/event'

import type { RecentOutcome, TrailQuery } from '../port-trail'
import { requestedEnds } from './ends'
import { readInstant } from './times'
import type { Event } from './wire-work'

const severities: ReadonlyMap<string, Severity> = new Map([
  ['INFO', 'info'],
  ['WARN', 'warning'],
  ['WARNING', 'warning'],
  ['ERROR', 'error'],
])

const severityWords: Readonly<Record<Severity, string | null>> = {
  info: 'INFO',
  warning: 'WARN',
  error: 'ERROR',
  unknown: null,
}

const severityOf = (word: string | null): Severity => severities.get((word ?? '').toUpperCase()) ?? 'unknown'

/** The parts of the infrastructure that are named, with their names. */
const placesOf = (names: Readonly<Partial<Record<EventPlace, string | null>>>) =>
  eventPlaces.flatMap((place) => {
    const name = names[place]
    return name ? [[place, name] as const] : []
  })

/** A line of the trail in our words; the platform's own words stay beside them. */
export const toEvent = (event: Event): TrailEvent => ({
  id: event.id,
  at: readInstant(event.timestamp),
  severity: severityOf(event.severity),
  severityText: event.severity ?? '',
  action: event.actionPerformed ?? '',
  component: event.component || null,
  performedBy: event.performedBy || null,
  user: event.user || null,
  tenant: event.enterprise || null,
  datacenter: event.datacenter || null,
  virtualDatacenter: event.virtualDatacenter || null,
  virtualAppliance: event.virtualApp || null,
  vmName: event.virtualMachine || null,
  places: Object.fromEntries(placesOf(event)),
  text: event.stacktrace || null,
})

/** The actions after which a VM has another plan, or one that is in force again. */
export const planChanges = [
  'VIRTUAL_MACHINE_ADD_BACKUP_POLICY',
  'VIRTUAL_MACHINE_METADATA_MODIFIED',
  'VIRTUAL_MACHINE_DEPLOY_FINISH',
] as const

const outcomeOf: Readonly<Record<Severity, Outcome>> = {
  info: 'good',
  error: 'failed',
  warning: 'unknown',
  unknown: 'unknown',
}

/** Null without a time: then nobody can say whether it is the newest. */
export function toOutcome(event: Event, vmId: string): RecentOutcome | null {
  const at = readInstant(event.timestamp)
  if (!at) return null
  const outcome = { vmId, outcome: outcomeOf[severityOf(event.severity)], at, text: event.stacktrace || null }
  // Kept off the lines of plans, which are nearly all of a hundred thousand.
  return requestedEnds.actions.includes(event.actionPerformed ?? '') ? { ...outcome, requested: true } : outcome
}

/** Null for what did not fail, and without a time. */
export function toFailure(event: Event): Failure | null {
  const at = readInstant(event.timestamp)
  return at && severityOf(event.severity) === 'error'
    ? { id: event.id, at, datacenter: event.datacenter || null }
    : null
}

/** The newest of each VM. */
export function newestOfEach(outcomes: readonly RecentOutcome[]): readonly RecentOutcome[] {
  const newest = new Map<string, RecentOutcome>()
  for (const outcome of outcomes) {
    const known = newest.get(outcome.vmId)
    if (!known || outcome.at > known.at) newest.set(outcome.vmId, outcome)
  }
  return [...newest.values()]
}

/** Since 6.0 dates in queries are ISO 8601, before that they are epoch seconds. */
const dateWord = (at: Date, mediaVersion: string): string =>
  Number.parseInt(mediaVersion, 10) >= 6
    ? `${at.toISOString().slice(0, 19)}Z`
    : String(Math.floor(at.getTime() / 1_000))

/** Without dates the platform would only look at the last seven days. */
const ever = new Date(0)

/** The query of `/events`: newest first. The platform compares names exactly. */
export function eventsPath(query: TrailQuery, mediaVersion: string): string {
  const severity = query.severity && severityWords[query.severity]
  const parameters = new URLSearchParams({
    ...(query.datacenter && { datacenter: query.datacenter }),
    ...(query.tenant && { enterprise: query.tenant }),
    ...(query.vm && { virtualmachine: query.vm }),
    ...(query.virtualAppliance && { virtualapp: query.virtualAppliance }),
    ...(query.virtualDatacenter && { virtualdatacenter: query.virtualDatacenter }),
    ...(query.user && { user: query.user }),
    ...(query.performedBy && { performedby: query.performedBy }),
    ...(query.component && { component: query.component }),
    ...Object.fromEntries(placesOf(query).map(([place, name]) => [place.toLowerCase(), name])),
    ...(query.text && { stacktrace: query.text }),
    ...(severity && { severity }),
    ...(query.action && { actionperformed: query.action }),
    datefrom: dateWord(query.from ?? ever, mediaVersion),
    ...(query.to && { dateto: dateWord(query.to, mediaVersion) }),
    ...(query.offset > 0 && { startwith: String(query.offset) }),
    limit: String(query.limit),
    by: 'timestamp',
    asc: 'false',
  })
  return `/events?${parameters}`
}
