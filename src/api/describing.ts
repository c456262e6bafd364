import { ApiError } from './error'
import type { Describe, Platform, WriteName } from './port'
import type { ToldRequest } from './told-request'

type Writes = Pick<Platform, WriteName>

/**
 * Tells what the writes would send by letting them do all but that: the very code that writes, over a connection whose
 * writes are only told. So it cannot tell anything else than what is sent; of several that follow one another, the first.
 * @param writesOver The writes, over a connection that tells its requests instead of sending them.
 */
export function describing(writesOver: (tell: (request: ToldRequest) => void) => Writes): Describe {
  const before = async (act: (writes: Writes) => Promise<unknown>): Promise<ToldRequest> => {
    const found: ToldRequest[] = []
    try {
      await act(writesOver((request) => void found.push(request)))
    } catch (error) {
      // What comes after the request would need the answer to it, and there is none.
      if (found.length === 0) throw error
    }
    const [first] = found
    if (!first) throw new ApiError('contract', 'Nothing would be sent')
    return first
  }
  return {
    saveProtection: (...given) => before((writes) => writes.saveProtection(...given)),
    backUpNow: (...given) => before((writes) => writes.backUpNow(...given)),
    cancelBackup: (...given) => before((writes) => writes.cancelBackup(...given)),
    restore: (...given) => before((writes) => writes.restore(...given)),
    renameBackup: (...given) => before((writes) => writes.renameBackup(...given)),
    deleteBackup: (...given) => before((writes) => writes.deleteBackup(...given)),
    saveSettings: (...given) => before((writes) => writes.saveSettings(...given)),
    setPower: (...given) => before((writes) => writes.setPower(...given)),
    deploy: (...given) => before((writes) => writes.deploy(...given)),
    undeploy: (...given) => before((writes) => writes.undeploy(...given)),
    decideTask: (...given) => before((writes) => writes.decideTask(...given)),
    createManager: (...given) => before((writes) => writes.createManager(...given)),
    changeManager: (...given) => before((writes) => writes.changeManager(...given)),
    deleteManager: (...given) => before((writes) => writes.deleteManager(...given)),
    changeProperties: (...given) => before((writes) => writes.changeProperties(...given)),
    createPolicy: (...given) => before((writes) => writes.createPolicy(...given)),
    changePolicy: (...given) => before((writes) => writes.changePolicy(...given)),
    deletePolicy: (...given) => before((writes) => writes.deletePolicy(...given)),
    changeAllowance: (...given) => before((writes) => writes.changeAllowance(...given)),
    changeRole: (...given) => before((writes) => writes.changeRole(...given)),
  }
}
