import { ApiError } from '../error'
import type { Describe, Platform } from '../port'
import type { ToldRequest } from '../told-request'
import type { Connection } from './connection'

type Writes = Pick<Platform, keyof Describe>

/**
 * Tells what the writes would send by letting them do all but that: the very code that writes, over a connection whose
 * writes are only looked at. So it cannot tell anything else than what is sent.
 */
export function describing(link: Connection, writesOver: (dry: Connection) => Writes): Describe {
  const before = async (act: (writes: Writes) => Promise<unknown>): Promise<ToldRequest> => {
    const found: ToldRequest[] = []
    const dry: Connection = {
      ...link,
      write: (write) => {
        found.push(link.preview(write))
        return Promise.resolve({ task: null })
      },
    }
    await act(writesOver(dry))
    const [first] = found
    if (!first) throw new ApiError('contract', 'Nothing would be sent')
    return first
  }
  return {
    saveProtection: (vmId, change) => before((writes) => writes.saveProtection(vmId, change)),
    backUpNow: (vmId, options) => before((writes) => writes.backUpNow(vmId, options)),
    restore: (vmId, backupId) => before((writes) => writes.restore(vmId, backupId)),
    setPower: (vmId, power) => before((writes) => writes.setPower(vmId, power)),
  }
}
