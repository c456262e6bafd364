import { ApiError } from '../error'
import type { Describe, Platform, WriteName } from '../port'
import type { ToldRequest } from '../told-request'
import type { Connection } from './connection'

/**
 * Tells what the writes would send by letting them do all but that: the very code that writes, over a connection whose
 * writes are only looked at.
 */
export function describing(link: Connection, writesOver: (dry: Connection) => Platform): Describe {
  const before =
    <Given extends readonly unknown[]>(act: (writes: Platform) => (...given: Given) => Promise<unknown>) =>
    async (...given: Given): Promise<ToldRequest> => {
      const found: ToldRequest[] = []
      const dry: Connection = {
        ...link,
        write: (one) => {
          found.push(link.preview(one))
          return Promise.resolve(null)
        },
      }
      await act(writesOver(dry))(...given)
      const [first] = found
      if (!first) throw new ApiError('contract', 'Nothing would be sent')
      return first
    }
  return {
    saveProtection: before((writes) => writes.saveProtection),
    backUpNow: before((writes) => writes.backUpNow),
    restore: before((writes) => writes.restore),
    setPower: before((writes) => writes.setPower),
    deploy: before((writes) => writes.deploy),
    undeploy: before((writes) => writes.undeploy),
    createManager: before((writes) => writes.createManager),
    changeManager: before((writes) => writes.changeManager),
    deleteManager: before((writes) => writes.deleteManager),
    changeProperties: before((writes) => writes.changeProperties),
    createPolicy: before((writes) => writes.createPolicy),
    changePolicy: before((writes) => writes.changePolicy),
    deletePolicy: before((writes) => writes.deletePolicy),
    changeAllowance: before((writes) => writes.changeAllowance),
    changeRole: before((writes) => writes.changeRole),
  } satisfies Record<WriteName, unknown>
}
