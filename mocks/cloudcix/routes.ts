import * as backups from './backups'
import type { Call, Reply } from './call'
import * as compute from './compute'
import * as membership from './membership'
import * as vms from './vms'

type List = (call: Call) => Reply
type One = (call: Call, id: number) => Reply

const lists: Readonly<Record<string, List>> = {
  'GET /membership/user/': membership.list,
  'GET /iaas/vm/': vms.list,
  'GET /iaas/backup/': backups.list,
  'POST /iaas/backup/': backups.create,
  'GET /iaas/backup_history/': backups.history,
  'GET /compute/compute/instances/': compute.listInstances,
  'GET /compute/compute/backups/': compute.listBackups,
  'POST /compute/compute/backups/': compute.createBackup,
}

const ones: Readonly<Record<string, One>> = {
  'GET /membership/user/': membership.read,
  'GET /iaas/vm/': vms.read,
  'PUT /iaas/vm/': vms.update,
  'GET /iaas/backup/': backups.read,
  'PUT /iaas/backup/': backups.update,
  'GET /compute/compute/instances/': compute.readInstance,
  'PUT /compute/compute/instances/': compute.updateInstance,
  'GET /compute/compute/backups/': compute.readBackup,
  'PUT /compute/compute/backups/': compute.updateBackup,
}

/** The answer of what lies at a path, whose number comes last; undefined where nothing does. */
export function routed(verb: string, pathname: string, call: Call): Reply | undefined {
  const [, path = '', id] = /^(.*\/)(\d{1,10})\/$/u.exec(pathname) ?? [pathname, pathname]
  const place = `${verb} ${path}`
  return id === undefined ? lists[place]?.(call) : ones[place]?.(call, Number(id))
}
