import { expect, test } from 'vitest'

import { eventWords } from './event-words'

test.each([
  ['PROTECTION_MANAGER_CREATE', 'Disaster recovery connected'],
  ['protection_manager_modify', 'Disaster recovery connection changed'],
  ['PROTECTION_MANAGER_DELETE', 'Disaster recovery disconnected'],
  ['ROLE_CREATE', 'Role created'],
  ['ROLE_MODIFY', 'Role changed'],
  ['ROLE_DELETE', 'Role deleted'],
  // As the platform's list of 2022 writes them; a change that failed stands under the same action as one that was done.
  ['VIRTUAL_MACHINE_RECONFIGURE', 'Change of settings'],
  ['VIRTUAL_MACHINE_POWERON', 'Power on'],
  ['VIRTUAL_MACHINE_POWEROFF', 'Power off'],
  ['VIRTUAL_MACHINE_SHUTDOWN', 'Power off'],
  ['VIRTUAL_MACHINE_STATE', 'Change of state'],
  ['VIRTUAL_MACHINE_DEPLOY', 'Deployment'],
  ['VIRTUAL_MACHINE_PROTECT', 'Blocked by an administrator'],
  ['VIRTUAL_MACHINE_UNPROTECT', 'Block removed by an administrator'],
  ['VIRTUAL_MACHINE_DEFINITION_SYNCER_DISK_ADDED', 'Disk added'],
  ['VIRTUAL_MACHINE_DEALLOCATE_VOLUME', 'Disk removed'],
  ['VIRTUAL_MACHINE_MOVE_TO_VAPP', 'VM moved'],
  ['VIRTUAL_MACHINE_LOCK_RECONFIGURE', 'Locked'],
  ['SOMETHING_ELSE', null],
])('the event %s is called %s', (action, words) => expect(eventWords(action)).toBe(words))
