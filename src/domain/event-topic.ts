import type { Severity, TrailEvent } from './event'

/** What one looks for in a trail: ready-made questions that no single action answers. */
export const topics = ['backup', 'failures', 'failed-backups', 'administration'] as const
/** A ready-made question; which actions answer it differs by platform (`TopicActions`). */
export type Topic = (typeof topics)[number]

/** The actions of a trail that answer each topic, as far as the platform has them. */
export type TopicActions = Readonly<Record<Exclude<Topic, 'backup'>, readonly string[]>>

/** What a platform's trail tells of: of backups and of nothing else, so that each error in it is a failed one; or of more. */
export type TrailScope = 'backups' | TopicActions

/** The questions that say more of a trail than all of it would. */
export const topicsOf = (scope: TrailScope): readonly Topic[] => (scope === 'backups' ? ['failures'] : topics)

/** How a topic is asked of a platform, which takes one action a question. */
export type TopicQuestion =
  /** One question for each action; the answers joined are exact. */
  | { readonly by: 'actions'; readonly actions: readonly string[]; readonly severity: Severity | null }
  /** Each event of a severity is about it. */
  | { readonly by: 'severity'; readonly severity: Severity }
  /** Most of the trail is about it, and new actions join in: the newest events are read and sifted. */
  | { readonly by: 'sifting' }

/** Whether a topic asks for errors by itself, so that no other severity makes sense beside it. */
export const asksForErrors = (topic: Topic | null): boolean => topic === 'failures' || topic === 'failed-backups'

/** How a trail is asked for a topic. */
export function questionOf(topic: Topic, scope: TrailScope): TopicQuestion {
  if (topic === 'backup') return { by: 'sifting' }
  const severity = asksForErrors(topic) ? 'error' : null
  if (scope !== 'backups') return { by: 'actions', actions: scope[topic], severity }
  return severity ? { by: 'severity', severity } : { by: 'actions', actions: [], severity }
}

const words = /backup|restor/iu

/** Whether an event is about backups or restores: platforms say so in the name of the action or in the text. */
export const concernsBackup = ({ action, text }: Pick<TrailEvent, 'action' | 'text'>): boolean =>
  words.test(action) || words.test(text ?? '')

/** Lists of events as one, newest first; what has no time stands last. */
export const newestFirst = (events: readonly TrailEvent[]): readonly TrailEvent[] =>
  events.toSorted((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0))
