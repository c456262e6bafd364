import { eventPlaces, type TrailEvent } from '~/domain/event'

import type { TrailName, TrailQuery } from './port-trail'

/** Names that an event bears as they are asked for. */
const alike = [
  'datacenter',
  'tenant',
  'virtualAppliance',
  'virtualDatacenter',
  'user',
  'performedBy',
  'component',
] as const satisfies readonly Exclude<TrailName, 'vm' | 'text'>[]

/**
 * Whether an event is one that a query asks for, on platforms that cannot be asked so. What no event bears finds none. Dates
 * and windows are not looked at.
 */
export const isAskedFor = (query: TrailQuery, event: TrailEvent): boolean =>
  (query.severity === undefined || event.severity === query.severity) &&
  (query.action === undefined || event.action === query.action) &&
  (query.vm === undefined || event.vmName === query.vm) &&
  (query.text === undefined || (event.text ?? '').toLowerCase().includes(query.text.toLowerCase())) &&
  alike.every((name) => query[name] === undefined || event[name] === query[name]) &&
  eventPlaces.every((place) => query[place] === undefined)
