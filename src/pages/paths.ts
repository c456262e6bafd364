/** The address of one VM; ids are opaque and may hold any character. */
const vm = (id: string): string => `/vms/${encodeURIComponent(id)}`

const datacenter = (id: string): string => `/infrastructure/${encodeURIComponent(id)}`

/** Every address of the console. */
export const paths = {
  overview: (): string => '/',
  /** Days and weeks of the whole fleet. */
  calendar: (): string => '/calendar',
  vms: (): string => '/vms',
  /** By which rule protection is judged. */
  protectionRule: (): string => '/protection',
  vm,
  /** Changes of many VMs at once. */
  vmsBulk: (): string => '/vms/bulk',
  vmTimeline: (id: string): string => `${vm(id)}/backup/timeline`,
  vmBackup: (id: string): string => `${vm(id)}/backup`,
  vmPolicies: (id: string): string => `${vm(id)}/backup/policies`,
  vmResults: (id: string): string => `${vm(id)}/backup/results`,
  vmEvents: (id: string): string => `${vm(id)}/backup/events`,
  vmTasks: (id: string): string => `${vm(id)}/tasks`,
  infrastructure: (): string => '/infrastructure',
  datacenter,
  manager: (id: string): string => `${datacenter(id)}/manager`,
  properties: (id: string): string => `${datacenter(id)}/properties`,
  offeredPolicies: (id: string): string => `${datacenter(id)}/policies`,
  newPolicy: (id: string): string => `${datacenter(id)}/policies/new`,
  /** A new policy that begins as a copy of another one. */
  clonePolicy: (id: string, policyId: string): string =>
    `${datacenter(id)}/policies/new?${new URLSearchParams({ from: policyId })}`,
  offeredPolicy: (id: string, policyId: string): string => `${datacenter(id)}/policies/${encodeURIComponent(policyId)}`,
  /** Which tenants may use which policies of a datacenter. */
  allowances: (id: string): string => `${datacenter(id)}/tenants`,
  capabilities: (id: string): string => `${datacenter(id)}/capabilities`,
  tenants: (): string => '/tenants',
  tenant: (id: string): string => `/tenants/${encodeURIComponent(id)}`,
  events: (): string => '/events',
  roles: (): string => '/roles',
  /** The section of the manual about the page at an address. */
  helpFor: (address: string): string => `/help?for=${encodeURIComponent(address)}`,
} as const

/** Whether the page at an address begins with the list of VMs. */
export const showsFleet = (path: string): boolean => path === paths.overview() || path === paths.vms()
