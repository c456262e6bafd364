/** The platform's codes, each with its status (assumed from the server's usual mapping) and its text. `%s` takes a name. */
const codes = {
  '400-BAD-REQUEST': [400, 'Bad request%s'],
  '401-UNAUTHORIZED': [401, 'This request requires user authentication'],
  '403-FORBIDDEN': [403, 'Access denied'],
  '404-NOT-FOUND': [404, 'The resource was not found'],
  '406-NOT-ACCEPTABLE': [406, "Invalid version parameter for 'Accept' header"],
  '409-CONFLICT': [409, 'The state of the resource does not allow this request'],
  '409-CONFLICT-StaleObject': [409, 'Another request has updated this entity'],
  '415-UNSUPPORTED-MEDIA-TYPE': [415, 'The media type of the request is not supported'],
  '415-UNSUPPORTED-MEDIA-TYPE-VERSION': [415, "Invalid 'Content-type' version"],
  '500-INTERNAL-SERVER-ERROR': [500, 'Unexpected exception'],
  '503-SERVICE-UNAVAILABLE': [503, 'The service is not available at the moment'],
  'BC-5': [400, 'Invalid backup type'],
  'BC-6': [409, 'The requested backup option is not enabled: %s'],
  'BC-8': [400, 'Invalid backup period'],
  'BC-9': [400, 'Paths are only allowed in a filesystem backup'],
  'BC-10': [400, 'Disks are only allowed in a complete or snapshot backup'],
  'BC-11': [400, 'The time is not indicated for %s'],
  'BC-12': [400, 'The time for %s must have the format HH:mm:ss Z'],
  'BC-13': [400, 'The date for %s must have the format yyyy/MM/dd HH:mm:ss Z'],
  'BC-14': [400, 'The backup values were not found: %s'],
  'BC-16': [400, 'The hours of an hourly backup must be a number from 0 to 24'],
  'BC-17': [400, 'The disks must be a list of the disks of the virtual machine'],
  'BC-18': [400, 'The paths must be a list'],
  'BC-19': [400, 'A weekly backup needs at least one day'],
  'BC-20': [404, 'There is no backup with the given id to restore'],
  'BC-22': [409, 'The state of the backup to restore should correspond to done or completed'],
  'BC-23': [404, 'The backup policy does not exist'],
  'BC-24': [409, 'The backup policy code is duplicated in this datacenter'],
  'BC-25': [409, "The backup policy '%s' is assigned to virtual machines and cannot be deleted"],
  'BC-26': [409, 'The backup policy cannot be edited while the virtual machine is deployed'],
  'BC-27': [409, 'This datacenter does not allow several backup policies for a virtual machine'],
  'BC-28': [400, 'Invalid format of a day of the week'],
  'BC-29': [409, 'The configurations of a backup policy cannot be changed while virtual machines use it'],
  'BC-30': [409, 'Type and subtype must be unique in a backup policy'],
  'BC-31': [400, "The replication value must be 'true' or 'false'"],
  'BC-32': [404, 'The backup configuration was not found in the given backup policy'],
  'BC-33': [400, 'Type and subtype are required for a backup configuration'],
  'BC-34': [400, 'The link to the backup policy is missing'],
  'BC-35': [409, 'The backup manager does not allow a change in the current state of the virtual machine'],
  'BC-36': [409, 'The backup properties of the datacenter do not allow a change while the virtual machine is deployed'],
  'BC-38': [409, 'The backup plugin is not loaded'],
  'BC-39': [409, 'There is a backup manager for this datacenter already'],
  'BC-40': [404, 'The datacenter has no backup manager'],
  'BC-41': [404, 'No backup result found with the given id'],
  'BC-42': [409, 'The virtual machine must be deployed to request a backup'],
  'BC-43': [409, 'The virtual machine must be deployed to restore a backup'],
  'BC-44': [409, 'The virtual machine must be powered off to restore a backup'],
  'BC-45': [409, 'The backup provider cannot be configured at deploy; add the policy with a reconfigure afterwards'],
  'BC-46': [409, 'On-demand backups are not supported by the backup plugin'],
  'DC-0': [404, 'The requested datacenter does not exist'],
  'EN-0': [404, 'The requested enterprise does not exist'],
  'EVENT-0': [404, 'The requested event does not exist'],
  'EVENT-1': [400, 'The date of the filter has an invalid format'],
  'GEN-5': [401, 'Invalid credentials'],
  'GEN-13': [500, 'Unexpected error'],
  'GEN-15': [403, 'Not enough privileges to perform this operation'],
  'GEN-22': [400, 'Invalid parameter: %s'],
  'LIMIT-7': [409, 'The enterprise has limits for this datacenter already'],
  'LIMIT-8': [404, 'The limits do not exist'],
  'LIMIT-11': [409, 'The datacenter is used by virtual datacenters of the enterprise'],
  'LIMIT-24': [400, 'A link to a backup policy is not valid for this datacenter'],
  'LIMIT-25': [409, "Virtual machines of the enterprise use the backup policy '%s', so it cannot be restricted"],
  'QUERY-0': [400, "Invalid 'by' parameter: %s"],
  'ROLE-0': [404, 'The requested role does not exist'],
  'ROLE-1': [409, 'The requested role cannot be modified'],
  'TASK-1': [404, 'The requested task does not exist'],
  'USER-0': [404, 'The requested user does not exist'],
  'VAPP-0': [404, 'The requested virtual appliance does not exist'],
  'VDC-0': [404, 'The requested virtual datacenter does not exist'],
  'VM-1': [404, 'The requested virtual machine does not exist'],
  'VM-2': [409, 'The virtual machine is already locked by another operation'],
  'VM-3': [409, 'The virtual machine is not deployed'],
  'VM-8': [409, 'The virtual machine is locked and cannot be deleted'],
  'VM-10': [409, 'The state of the virtual machine does not allow this request'],
  'VM-120': [409, 'The virtual machine is protected'],
} as const satisfies Record<string, readonly [number, string]>

export type Code = keyof typeof codes

export interface Complaint {
  readonly code: string
  readonly message: string
}

/** The platform says no. Thrown before anything was changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly complaints: readonly Complaint[]

  constructor(status: number, complaints: readonly Complaint[]) {
    super(complaints.map((one) => `${one.code} ${one.message}`).join('; '))
    this.status = status
    this.complaints = complaints
  }
}

const complaintOf = (code: Code, name: string): Complaint => ({ code, message: codes[code][1].replace('%s', name) })

/** To be thrown: one code, with the name that its text inserts. */
export const refuse = (code: Code, name = ''): Refusal => new Refusal(codes[code][0], [complaintOf(code, name)])

/** 400: a member of the body is missing, or is not what it must be. */
export const refuseMember = (member: string): Refusal =>
  refuse('400-BAD-REQUEST', `: '${member}' is missing or invalid`)

/** For endpoints that the real platform has and the simulator does not. */
export const notBuilt = (method: string, path: string): Refusal =>
  new Refusal(501, [{ code: 'SIM-501', message: `The simulator does not build ${method} ${path}` }])
