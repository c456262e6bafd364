import { expect, test } from 'vitest'

import type { BackupSystemType, ManagerDraft } from './backup-manager'
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
const empty: ManagerDraft = { name: '', type: '', endpoint: '', user: '', password: null }

test('everything that the plug-in asks for must be there, in the order of the form', () => {
  expect(managerFaults(draft, veeam, false)).toEqual([])
  expect(managerFaults(empty, veeam, false)).toEqual(['type', 'name', 'endpoint', 'user', 'password'])
})

test('a stored password need not be entered again', () => {
  expect(managerFaults({ ...draft, password: null }, veeam, true)).toEqual([])
  expect(managerFaults({ ...draft, password: null }, veeam, false)).toEqual(['password'])
})

test('what the plug-in has no use for, or does not speak of, may be empty', () => {
  const bare = { ...draft, endpoint: '', user: '', password: null }
  expect(managerFaults(bare, hypervisor, false)).toEqual([])
  expect(managerFaults(bare, untold, false)).toEqual([])
  expect(endpointFindings({ ...bare, endpoint: 'ftp://x' }, hypervisor)).toEqual([])
  expect(managerFaults({ ...bare, endpoint: 'ftp://x' }, untold, false)).toEqual(['endpoint'])
})
