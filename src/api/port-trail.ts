import type { TrailEnd } from '~/domain/backup'
import type { Failure, PlaceNames, Severity } from '~/domain/event'
import type { Audience } from '~/domain/event-audience'
import type { TrailScope } from '~/domain/event-topic'
import type { Window } from '~/domain/page'
import type { Replanned } from '~/domain/planned-at'

/** A window of events, newest first, by what the events of one VM can be asked by. */
export interface EventQuery extends Window {
  readonly severity?: Severity
  /** The platform's own name of an action. */
  readonly action?: string
  readonly from?: Date
  readonly to?: Date
}

/** Filters of the platform's whole trail. Names are exact, as the platform writes them. */
export interface TrailQuery extends EventQuery, PlaceNames {
  readonly datacenter?: string
  readonly tenant?: string
  /** The platform's own name of a VM. */
  readonly vm?: string
  readonly virtualAppliance?: string
  readonly virtualDatacenter?: string
  /** Nick of the person. */
  readonly user?: string
  readonly performedBy?: string
  readonly component?: string
  /** A part of the text. */
  readonly text?: string
}

/** What an event may bear beside its action, its severity and its time. */
export type TrailName = Exclude<keyof TrailQuery, keyof EventQuery>

/** The words that the platform's trail uses. */
export interface TrailWords {
  readonly actions: readonly string[]
  readonly scope: TrailScope
  /** Events that never reach this person, whatever is asked. */
  readonly unseen: readonly Audience[]
  /** What its events can be asked by; all others they do not bear. Null: everything. */
  readonly names: readonly TrailName[] | null
  /**
   * What is told when nobody gives dates. `week`: all of it, of which the platform's own console shows a week; `all`: all of
   * it; `kept`: the platform keeps no trail, so what is there is told of.
   */
  readonly shows: 'week' | 'all' | 'kept'
}

/** Failed backups since an instant. */
export interface Failures {
  readonly failures: readonly Failure[]
  readonly since: Date
  /** False when the trail is longer than what was read, or when this person may not read all of it. */
  readonly complete: boolean
}

/** How the newest known backup of a VM ended, as the platform's trail tells it. */
export interface RecentOutcome extends TrailEnd {
  readonly vmId: string
  /** The platform's own text. */
  readonly text: string | null
}

/** How the newest backups ended, and from when on that is whole. */
export interface RecentOutcomes {
  readonly outcomes: readonly RecentOutcome[]
  /** When the plan of a VM last changed or came into force: a policy was put on it, its settings changed, it was deployed. */
  readonly replanned: readonly Replanned[]
  /** How far back the trail was read. */
  readonly since: Date
  /** Since when nothing is missing; null when this person may not read all of it. */
  readonly wholeSince: Date | null
  /** False when the trail is longer than what was read, or when this person may not read all of it. */
  readonly complete: boolean
  /** The platform keeps no trail: the newest of each VM is known, older ends and what was deleted are known to nobody. */
  readonly trailless?: boolean
  /** Where each VM is known by itself: the ids of those of which nothing is. */
  readonly unseen?: readonly string[]
}

/** How one backup of a VM ended. */
export interface FoundOutcome extends RecentOutcome {
  /** The trail's id of the line. */
  readonly id: string
}

/** From `from` to `to`, both included. */
export interface Span {
  readonly from: Date
  readonly to: Date
}

/** How all backups of all VMs in sight ended in a span of time. */
export interface FoundOutcomes {
  /** Newest first. */
  readonly outcomes: readonly FoundOutcome[]
  /** When the plan of a VM last changed or came into force within the span. */
  readonly replanned: readonly Replanned[]
  /** How far back the trail was asked. */
  readonly since: Date
  /** Since when nothing is missing, to the end of the span; null when this person may not read all of it. */
  readonly wholeSince: Date | null
  /** False when the trail is longer than what was read, or when this person may not read all of it. */
  readonly complete: boolean
  /** Where reading on would go further back: all that is newer was read. Null: there is nothing more to read. */
  readonly rest: Span | null
  /** As in `RecentOutcomes`. */
  readonly trailless?: boolean
}
