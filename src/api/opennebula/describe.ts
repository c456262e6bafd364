import { ApiError } from '../error'
import type { Platform } from '../port'
import type { ToldRequest } from '../told-request'
import type { Connection } from './connection'

/** Writes of the adapter, over a connection. */
export type WritesOver = (dry: Connection) => Platform

/**
 * Tells what the writes would send by letting them do all but that: the very code that writes, over a connection whose
 * writes are only looked at. Where several calls would follow one another, the first is told.
 */
export function describing(link: Connection, writesOver: WritesOver) {
  const before =
    <Given extends readonly unknown[]>(act: (writes: Platform) => (...given: Given) => Promise<unknown>) =>
    async (...given: Given): Promise<ToldRequest> => {
      const found: ToldRequest[] = []
      const dry: Connection = {
        ...link,
        write: (method, params) => {
          found.push(link.preview(method, params))
          return Promise.resolve(0)
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
  }
}
