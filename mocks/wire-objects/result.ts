import { assumed } from '~/api/abiquo/assumed'

import { type Call, vmHref } from '../call'
import { fullName, personOf } from '../people'
import { hash } from '../random'
import type { Restore, Vm } from '../records'
import type { Result } from '../results'
import { link, wireDate } from './link'

function wireRestore(call: Call, restore: Restore) {
  const person = personOf(restore.userId)
  return {
    id: restore.id,
    status: restore.word,
    creationDate: wireDate(restore.start),
    ...(person ? { user: fullName(person) } : {}),
    ...(restore.cause ? { message: restore.cause } : {}),
    links: person
      ? [link('user', `${call.base}/admin/enterprises/${person.tenantId}/users/${person.id}`, 'user', fullName(person))]
      : [],
  }
}

/** A backup result with its restores. Everything but status, name, size and the two dates is assumed. */
export function wireResult(call: Call, vm: Vm, result: Result) {
  const self = `${vmHref(call.base, vm)}/${assumed.resultsPath}/${result.id}`
  const { policy } = result
  return {
    id: result.id,
    name: result.name,
    providerId: `${hash('provider', vm.id, result.id).toString(16).padStart(8, '0')}-${result.id}`,
    status: result.word,
    type: result.type,
    ...(result.subtype ? { subtype: result.subtype } : {}),
    sizeInMb: result.mb,
    creationDate: wireDate(result.start),
    expirationDate: result.expires === null ? null : wireDate(result.expires),
    replication: result.replication,
    restores: { links: [], collection: result.restores.map((restore) => wireRestore(call, restore)) },
    links: [
      link('self', self, 'backupresult', result.name),
      link(assumed.rel.restore, `${self}/${assumed.restorePath}`, 'acceptedrequest', 'restore'),
      ...(policy
        ? [
            link(
              assumed.rel.policy,
              `${call.base}/cloud/locations/${policy.datacenterId}/backuppolicies/${policy.id}`,
              'backuppolicy',
              policy.name,
            ),
          ]
        : []),
    ],
  }
}
