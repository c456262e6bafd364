import type { Severity, TrailEvent } from './event'

/** What one looks for in a trail: ready-made questions that no single action answers. */
export const topics = ['backup', 'failures', 'failed-backups', 'administration'] as const
export type Topic = (typeof topics)[number]

/** What a platform's trail tells of; `backups`: of nothing else, so that each error in it is a failed one. */
export type TrailScope = 'everything' | 'backups'

/** The questions that say more of a trail than all of it would. */
export const topicsOf = (scope: TrailScope): readonly Topic[] => (scope === 'backups' ? ['failures'] : topics)

/** Actions that tell how a backup ended: event catalogue, section 9. */
const backupEndings = [
  'VIRTUAL_MACHINE_SCHEDULED_BACKUP',
  'VIRTUAL_MACHINE_BACKUP_FINISH',
  'VIRTUAL_MACHINE_BACKUP_WITH_REPLICATION_FINISH',
] as const

const restoreEndings = ['VIRTUAL_MACHINE_RESTORE_FINISH'] as const

/** What administrators change on the backup side, and who may do what. */
const administration = [
  'BACKUP_DATACENTER_PROPERTIES_UPDATE',
  'BACKUP_MANAGER_CREATE',
  'BACKUP_MANAGER_MODIFY',
  'BACKUP_MANAGER_DELETE',
  'BACKUP_POLICY_CREATE',
  'BACKUP_POLICY_MODIFY',
  'BACKUP_POLICY_DELETE',
  'BACKUP_POLICY_ALLOW',
  'BACKUP_POLICY_RESTRICT',
  'ROLE_CREATE',
  'ROLE_MODIFY',
  'ROLE_DELETE',
  'DATACENTER_BACKUP_CREATE',
  'DATACENTER_BACKUP_MODIFY',
  'DATACENTER_BACKUP_DELETE',
] as const

/** How a topic is asked of a platform, which takes one action a question. */
export type TopicQuestion =
  /** One question for each action; the answers joined are exact. */
  | { readonly by: 'actions'; readonly actions: readonly string[]; readonly severity: Severity | null }
  /** Each event of a severity is about it. */
  | { readonly by: 'severity'; readonly severity: Severity }
  /** Most of the trail is about it, and new actions join in: the newest events are read and sifted. */
  | { readonly by: 'sifting' }

const actionsOf: Readonly<Record<Exclude<Topic, 'backup'>, readonly string[]>> = {
  failures: [...backupEndings, ...restoreEndings],
  'failed-backups': backupEndings,
  administration,
}

/** Whether a topic asks for errors by itself, so that no other severity makes sense beside it. */
export const asksForErrors = (topic: Topic | null): boolean => topic === 'failures' || topic === 'failed-backups'

/** @param known The actions that the platform has; null when it does not say, then all are asked for. */
export function questionOf(
  topic: Topic,
  known: readonly string[] | null,
  scope: TrailScope = 'everything',
): TopicQuestion {
  if (topic === 'backup') return { by: 'sifting' }
  if (scope === 'backups' && asksForErrors(topic)) return { by: 'severity', severity: 'error' }
  const wanted = actionsOf[topic]
  const has = known && new Set(known.map((action) => action.toUpperCase()))
  const actions = has ? wanted.filter((action) => has.has(action)) : wanted
  return { by: 'actions', actions, severity: asksForErrors(topic) ? 'error' : null }
}

const words = /backup|restor/iu

/** Whether an event is about backups or restores: platforms say so in the name of the action or in the text. */
export const concernsBackup = ({ action, text }: Pick<TrailEvent, 'action' | 'text'>): boolean =>
  words.test(action) || words.test(text ?? '')

/** Lists of events as one, newest first; what has no time stands last. */
export const newestFirst = (events: readonly TrailEvent[]): readonly TrailEvent[] =>
  events.toSorted((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0))
