import { assumed } from '~/api/abiquo/assumed'

import { requestBackup } from '../backups'
import { get, need, ok, type Route, sinceFour, vmInPath } from '../call'
import { listed } from '../lists'
import { refuse } from '../refusal'
import { restore, restoreOldWay } from '../restores'
import { findResult, resultsOf } from '../results'
import { wireKept } from '../wire-objects/metadata'
import { wireResult } from '../wire-objects/result'
import { vmPath } from './machines'

const results = `${vmPath}/${assumed.resultsPath}`

/** The backup area: its own privilege opens it, and so does the right to restore (that is all that its default holder has). */
const mayLook = (privileges: ReadonlySet<string>): boolean =>
  privileges.has('VAPP_MANAGE_BACKUP') || privileges.has('VAPP_RESTORE_BACKUP')

const resultRoutes = sinceFour(
  get(results, 'backupresults', (call) => {
    const vm = vmInPath(call)
    if (!mayLook(call.person.privileges)) need(call, 'VAPP_MANAGE_BACKUP')
    return listed(call, resultsOf(call.world, vm, call.now), {
      by: {
        creationDate: ({ start }) => start,
        expirationDate: ({ expires }) => expires ?? 0,
        name: ({ name }) => name,
        status: ({ word }) => word,
        type: ({ type }) => type,
        sizeInMb: ({ mb }) => mb,
        id: ({ id }) => id,
      },
      defaultBy: 'creationDate',
      defaultAsc: false,
      text: ({ name, word, type }) => `${name}\n${word}\n${type}`,
      wire: (result) => wireResult(call, vm, result),
    })
  }),
  get(`${results}/:result`, 'backupresult', (call) => {
    const vm = vmInPath(call)
    if (!mayLook(call.person.privileges)) need(call, 'VAPP_MANAGE_BACKUP')
    const result = findResult(call.world, vm, call.param('result'), call.now)
    if (!result) throw refuse('BC-41')
    return ok(call, wireResult(call, vm, result))
  }),
  { method: 'POST', path: `${results}/:result/${assumed.restorePath}`, offers: ['acceptedrequest'], answer: restore },
)

export const backupRoutes: readonly Route[] = [
  ...resultRoutes,
  get(`${vmPath}/metadata`, 'metadata', (call) => {
    const vm = vmInPath(call)
    const kept = call.world.early
      ? { backupResults: { results: resultsOf(call.world, vm, call.now).map(wireKept) } }
      : {}
    return ok(call, { links: [], metadata: { 'startup-script': 'true', ...kept } })
  }),
  {
    method: 'POST',
    path: `${vmPath}/${assumed.requestBackupPath}`,
    offers: ['acceptedrequest'],
    takes: ['ondemandbackup'],
    answer: requestBackup,
  },
  {
    method: 'POST',
    path: `${vmPath}/action/restorebackup`,
    offers: ['restore', 'acceptedrequest'],
    takes: ['restore'],
    answer: restoreOldWay,
  },
]
