import { ApiError } from './error'
import type { Platform } from './port'

const refuse = (what: string) => (): Promise<never> =>
  Promise.reject(new ApiError('unsupported', `This platform cannot ${what}`))

/**
 * What a platform may have nothing for. `BackupSite.ways` says so beforehand, so nobody is offered it; an adapter spreads
 * these first and its own members over them.
 */
export const notThere = {
  signInAsks: { user: 'name', fields: [] },
  drivenHere: () => 0,
  listDue: () => Promise.resolve(null),
  cancelBackup: refuse('stop a backup'),
  renameBackup: refuse('rename a backup'),
  deleteBackup: refuse('delete a backup'),
  decideTask: refuse('hold work for approval'),
  getSettings: refuse('give a VM settings for its backups'),
  saveSettings: refuse('give a VM settings for its backups'),
} satisfies Partial<Platform>
