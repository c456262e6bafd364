import type { Person } from '../records'

/** Everybody's password is the name. */
export const people: readonly Person[] = [
  { id: 0, name: 'oneadmin', gid: 0, about: 'may do everything' },
  { id: 2, name: 'cloudadmin', gid: 0, about: 'in the group of the administrators' },
  { id: 3, name: 'operator', gid: 100, about: "owns the retailer's VMs" },
  { id: 4, name: 'viewer', gid: 100, about: "sees the retailer's VMs" },
  { id: 5, name: 'agency', gid: 101, about: 'another group' },
]
