/** What the platform refuses, with the body that it writes. */
export class Refused extends Error {
  readonly status: number
  readonly body: unknown
  constructor(status: number, body: unknown) {
    super(`Refused with ${status}`)
    this.status = status
    this.body = body
  }
}

const texts: Readonly<Record<string, string>> = {
  membership_token_create_001: 'Please supply an email and password.',
  membership_token_create_002: 'No user was found with the supplied email and password.',
  membership_token_create_003: 'The user is not a part of the Member with the supplied api_key.',
  membership_token_create_004: 'Please supply the "first_otp" that was sent to you.',
  membership_token_create_005: 'The "first_otp" is not correct.',
  membership_token_create_006: 'The "first_otp" must be a number.',
  membership_token_create_007: 'Please supply the "otp".',
  membership_token_create_008: 'The "otp" is not valid.',
  iaas_backup_list_001: 'One or more of the supplied search values is not valid.',
  iaas_backup_read_001: 'The backup does not exist.',
  iaas_backup_read_201: 'You do not have permission to read this backup.',
  iaas_backup_create_001: 'Another backup of this VM is not in a stable state.',
  iaas_backup_create_002: 'The VM has GPUs attached, so it cannot be backed up.',
  iaas_backup_create_101: 'The "vm_id" parameter is required.',
  iaas_backup_create_102: 'The "vm_id" does not belong to a VM.',
  iaas_backup_create_103: 'The VM must be in state RUNNING (4).',
  iaas_backup_create_104: 'The "name" parameter is required.',
  iaas_backup_create_105: 'Another backup of this VM has this name.',
  iaas_backup_create_106: 'The "repository" parameter is required.',
  iaas_backup_create_107: 'The "repository" must be 1 or 2.',
  iaas_backup_create_201: 'You may only back up VMs in your own address.',
  iaas_backup_create_202: 'A private user may not create a backup.',
  iaas_backup_update_001: 'The backup does not exist.',
  iaas_backup_update_002: 'Another backup of this VM is not in a stable state.',
  iaas_backup_update_101: 'The "name" is longer than 128 characters.',
  iaas_backup_update_102: 'Another backup of this VM has this name.',
  iaas_backup_update_103: 'The "state" must be an integer.',
  iaas_backup_update_104: 'The "state" is not a valid state.',
  iaas_backup_update_105: 'The state of the backup cannot be changed.',
  iaas_backup_update_106: 'The requested change of state is not allowed.',
  iaas_backup_update_107: 'The VM must be in state RUNNING (4).',
  iaas_backup_update_202: 'You may only change backups in your own address.',
  iaas_backup_update_203: 'A private user may not change a backup.',
  iaas_vm_read_001: 'The VM does not exist.',
  iaas_vm_read_201: 'You do not have permission to read this VM.',
  iaas_vm_update_105: 'The requested change of state is not allowed.',
  iaas_vm_update_201: 'You may only change VMs in your own address.',
  iaas_vm_list_001: 'One or more of the supplied search values is not valid.',
}

const complaint = (code: string) => ({
  error_code: code,
  detail: texts[code.replace(/^compute_/u, 'iaas_')] ?? code,
})

const statusOf = (code: string): number => {
  if (/_(?:read|update)_001$/u.test(code)) return 404
  return /_2\d\d$/u.test(code) ? 403 : 400
}

/** One rule is broken. */
export const refuse = (code: string): Refused => new Refused(statusOf(code), complaint(code))

/** Fields are wrong: both the fields and a word for all. */
export const refuseFields = (fields: Readonly<Record<string, string>>): Refused =>
  new Refused(400, {
    errors: Object.fromEntries(Object.entries(fields).map(([name, code]) => [name, complaint(code)])),
    detail: 'Bad request.',
  })

export const unsigned = (): Refused => new Refused(401, { detail: 'JWT token is expired. Please login again.' })
export const notFound = (): Refused => new Refused(404, { detail: 'Not Found.' })
