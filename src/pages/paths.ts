/** The address of one VM; ids are opaque and may hold any character. */
const vm = (id: string): string => `/vms/${encodeURIComponent(id)}`

/** Every address of the console. */
export const paths = {
  vms: (): string => '/vms',
  vm,
  vmBackup: (id: string): string => `${vm(id)}/backup`,
  vmPolicies: (id: string): string => `${vm(id)}/backup/policies`,
  vmResults: (id: string): string => `${vm(id)}/backup/results`,
  vmEvents: (id: string): string => `${vm(id)}/backup/events`,
  vmTasks: (id: string): string => `${vm(id)}/tasks`,
} as const
