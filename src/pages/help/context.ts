import { matchPath } from 'react-router'

/**
 * Which place of the manual (`page#section`) is about which page of the console, by the pattern of its address. A test
 * holds that each page has one, and that each place is there.
 */
export const helpPlaces: ReadonlyMap<string, string> = new Map([
  ['/', 'overview'],
  ['/calendar', 'calendar-and-timeline#the-calendar'],
  ['/vms', 'see-what-is-protected'],
  ['/vms/bulk', 'many-vms'],
  ['/vms/:id', 'see-what-is-protected#one-vm'],
  ['/vms/:id/tasks', 'events-and-failures#tasks'],
  ['/vms/:id/backup', 'protect-a-vm'],
  ['/vms/:id/backup/timeline', 'calendar-and-timeline#the-timeline-of-a-vm'],
  ['/vms/:id/backup/policies', 'protect-a-vm'],
  ['/vms/:id/backup/results', 'results'],
  ['/vms/:id/backup/events', 'events-and-failures#events-of-a-vm'],
  ['/protection', 'protection-rule'],
  ['/infrastructure', 'backup-manager'],
  ['/infrastructure/:datacenter', 'backup-manager'],
  ['/infrastructure/:datacenter/manager', 'backup-manager#connect-the-backup-system'],
  ['/infrastructure/:datacenter/properties', 'properties'],
  ['/infrastructure/:datacenter/policies', 'policies'],
  ['/infrastructure/:datacenter/policies/new', 'policies#make-a-policy'],
  ['/infrastructure/:datacenter/policies/:policy', 'policies#change-or-delete-a-policy'],
  ['/infrastructure/:datacenter/tenants', 'tenant-policies'],
  ['/infrastructure/:datacenter/capabilities', 'backup-manager#what-a-backup-system-can-do'],
  ['/tenants', 'tenant-policies#one-tenant'],
  ['/tenants/:tenant', 'tenant-policies#one-tenant'],
  ['/events', 'events-and-failures#events-of-the-platform'],
  ['/roles', 'privileges'],
])

/** The place of the manual about the page at an address; its first page where there is none. Words before names. */
export function helpPlaceFor(pathname: string): string {
  const fitting = [...helpPlaces.keys()].filter((pattern) => matchPath(pattern, pathname) !== null)
  const nearest = fitting.toSorted((a, b) => a.split(':').length - b.split(':').length)[0]
  return (nearest !== undefined && helpPlaces.get(nearest)) || ''
}
