import { expect, test } from 'vitest'

import { eventWords } from './event-words'

test.each([
  ['PROTECTION_MANAGER_CREATE', 'Disaster recovery connected'],
  ['protection_manager_modify', 'Disaster recovery connection changed'],
  ['PROTECTION_MANAGER_DELETE', 'Disaster recovery disconnected'],
  ['ROLE_CREATE', 'Role created'],
  ['ROLE_MODIFY', 'Role changed'],
  ['ROLE_DELETE', 'Role deleted'],
  ['SOMETHING_ELSE', null],
])('the event %s is called %s', (action, words) => expect(eventWords(action)).toBe(words))
