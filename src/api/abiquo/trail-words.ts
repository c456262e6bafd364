import type { Audience } from '~/domain/event-audience'
import type { TopicActions } from '~/domain/event-topic'
import type { Privilege } from '~/domain/privilege'

import type { TrailWords } from '../port-trail'
import { plannedEnds, reaches, requestedEnds, schedulerEnds } from './ends'

const policyChanges = ['BACKUP_POLICY_CREATE', 'BACKUP_POLICY_MODIFY', 'BACKUP_POLICY_DELETE']
const policyOffers = ['BACKUP_POLICY_ALLOW', 'BACKUP_POLICY_RESTRICT']
const managerChanges = ['BACKUP_MANAGER_CREATE', 'BACKUP_MANAGER_MODIFY', 'BACKUP_MANAGER_DELETE']
const propertyChanges = ['BACKUP_DATACENTER_PROPERTIES_UPDATE']
const restoreEnd = 'VIRTUAL_MACHINE_RESTORE_FINISH'

/**
 * Who receives which events: section 9. It is odd by the platform's choice: the end of a requested backup reaches all who
 * may edit a VM, the end of a scheduled one only those who may configure backups.
 */
const audiences: readonly Audience[] = [
  plannedEnds,
  {
    actions: ['VIRTUAL_MACHINE_REQUEST_BACKUP', 'VIRTUAL_MACHINE_REQUEST_BACKUP_WITH_REPLICATION'],
    anyOf: ['backup.configure'],
  },
  {
    actions: ['VIRTUAL_MACHINE_ADD_BACKUP_POLICY', 'VIRTUAL_MACHINE_REMOVE_BACKUP_POLICY'],
    anyOf: ['backup.configure'],
  },
  { actions: ['VIRTUAL_MACHINE_METADATA_MODIFIED'], anyOf: ['backup.schedule', 'backup.disks'] },
  requestedEnds,
  { actions: ['VIRTUAL_MACHINE_RESTORE_BACKUP', restoreEnd], anyOf: ['appliance.manage'] },
  schedulerEnds,
  {
    actions: [...policyChanges, ...policyOffers, ...managerChanges, ...propertyChanges],
    anyOf: ['infrastructure.backup'],
  },
]

/** Without the scheduler's action: its other lines, which are no backups, would stand among them. */
const ownEnds = [...plannedEnds.actions, ...requestedEnds.actions]

const topicActions: TopicActions = {
  failures: [...ownEnds, restoreEnd],
  'failed-backups': ownEnds,
  /** What administrators change on the backup side, and who may do what. */
  administration: [
    ...propertyChanges,
    ...managerChanges,
    ...policyChanges,
    ...policyOffers,
    'ROLE_CREATE',
    'ROLE_MODIFY',
    'ROLE_DELETE',
    'DATACENTER_BACKUP_CREATE',
    'DATACENTER_BACKUP_MODIFY',
    'DATACENTER_BACKUP_DELETE',
  ],
}

/**
 * The words of the trail for a person.
 * @param known The actions that the platform has; null when it does not say, then all are asked for.
 */
export function trailWords(known: readonly string[] | null, may: ReadonlySet<Privilege>): TrailWords {
  const has = known && new Set(known.map((action) => action.toUpperCase()))
  const asked = (actions: readonly string[]) => (has ? actions.filter((action) => has.has(action)) : actions)
  return {
    actions: known ?? [],
    scope: {
      failures: asked(topicActions.failures),
      'failed-backups': asked(topicActions['failed-backups']),
      administration: asked(topicActions.administration),
    },
    unseen: audiences.filter((audience) => !reaches(audience, may)),
    names: null,
    shows: 'week',
  }
}
