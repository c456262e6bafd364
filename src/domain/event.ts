/** How grave an event is; `unknown` keeps the platform's own word beside it. */
export type Severity = 'info' | 'warning' | 'error' | 'unknown'

/** Parts of the infrastructure that an event may name. */
export const eventPlaces = [
  'rack',
  'physicalMachine',
  'storageSystem',
  'storagePool',
  'volume',
  'network',
  'subnet',
] as const
/** A part of the infrastructure that an event may name. */
export type EventPlace = (typeof eventPlaces)[number]

/** Names of parts of the infrastructure, as the platform writes them. */
export type PlaceNames = Readonly<Partial<Record<EventPlace, string>>>

/** A line of the platform's trail. */
export interface TrailEvent {
  readonly id: string
  readonly at: Date | null
  readonly severity: Severity
  readonly severityText: string
  /** The platform's own name of the action, e.g. `VIRTUAL_MACHINE_RESTORE_FINISH`. */
  readonly action: string
  readonly component: string | null
  readonly performedBy: string | null
  readonly user: string | null
  readonly tenant: string | null
  readonly datacenter: string | null
  readonly virtualDatacenter: string | null
  readonly virtualAppliance: string | null
  /** The platform's own name of the VM, which is not what people call it. */
  readonly vmName: string | null
  /** Left out where a platform names none. */
  readonly places?: PlaceNames
  /** The human text of the event, from the platform. */
  readonly text: string | null
}

/** A failed backup, as the trail tells it. */
export interface Failure {
  /** The trail's id of the line. */
  readonly id: string
  readonly at: Date
  /** As the platform names it. */
  readonly datacenter: string | null
}
