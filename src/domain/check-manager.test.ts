import { expect, test } from 'vitest'

import type { BackupManager, BackupSystemType, ManagerDraft } from './backup-manager'
import { systemNotKnown } from './capability'
import { endpointFindings, managerFaults } from './check-manager'

const system = (needs: BackupSystemType['needs']): BackupSystemType => ({
  ...systemNotKnown,
  type: 'VEEAM10',
  name: 'Veeam 10',
  versions: null,
  needs,
})
const veeam = system({ endpoint: 'required', user: 'required', password: 'required' })
const hypervisor = system({ endpoint: 'unused', user: 'unused', password: 'unused' })
const untold = system({ endpoint: null, user: null, password: null })
const draft: ManagerDraft = {
  name: 'Veeam',
  type: 'VEEAM10',
  endpoint: 'https://veeam.example.org:9398/api/',
  user: 'svc',
  password: 'secret',
}
const stored: BackupManager = { ...draft, id: '1', revision: '' }
const empty: ManagerDraft = { name: '', type: '', endpoint: '', user: '', password: null }

test('everything that the plug-in asks for must be there, in the order of the form', () => {
  expect(managerFaults(draft, veeam, null)).toEqual([])
  expect(managerFaults(empty, veeam, null)).toEqual(['type', 'name', 'endpoint', 'user', 'password'])
})

test('a stored password need not be entered again', () => {
  expect(managerFaults({ ...draft, password: null }, veeam, stored)).toEqual([])
  expect(managerFaults({ ...draft, password: null }, veeam, null)).toEqual(['password'])
})

test.each([
  ['another host', 'https://veeam.example.com:9398/api/', ['password']],
  ['another port', 'https://veeam.example.org:9399/api/', ['password']],
  ['another path', 'https://veeam.example.org:9398/v2/', []],
  ['the same host in capitals', 'https://VEEAM.example.org:9398/api/', []],
])('%s: whether the stored password is asked for again', (_, endpoint, faults) => {
  const keeps = { ...draft, endpoint, password: null }
  expect(managerFaults(keeps, veeam, stored)).toEqual(faults)
  expect(managerFaults(keeps, untold, stored)).toEqual(faults)
  expect(managerFaults({ ...keeps, password: 'again' }, veeam, stored)).toEqual([])
  expect(managerFaults(keeps, hypervisor, stored)).toEqual([])
})

test('what the plug-in has no use for, or does not speak of, may be empty', () => {
  const bare = { ...draft, endpoint: '', user: '', password: null }
  expect(managerFaults(bare, hypervisor, null)).toEqual([])
  expect(managerFaults(bare, untold, null)).toEqual([])
  expect(endpointFindings({ ...bare, endpoint: 'ftp://x' }, hypervisor)).toEqual([])
  expect(managerFaults({ ...bare, endpoint: 'ftp://x' }, untold, null)).toEqual(['endpoint'])
})
