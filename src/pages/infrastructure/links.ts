import type { Ref } from '~/domain/ref'
import { paths } from '~/pages/paths'

const withSearch = (path: string, entries: readonly (readonly [string, string])[]): string =>
  `${path}?${new URLSearchParams(entries.map(([key, value]) => [key, value])).toString()}`

/** The failed backups of a datacenter, among the events; `since`: from then on, else all. */
export const failuresLink = ({ name }: Pick<Ref, 'name'>, since: Date | null = null): string =>
  withSearch(paths.events(), [
    ['about', 'failed-backups'],
    ['datacenter', name],
    ...(since === null ? [] : [['from', since.toISOString()] as const]),
  ])

/** The VMs of a datacenter. */
export const vmsLink = ({ name }: Pick<Ref, 'name'>): string => withSearch(paths.vms(), [['datacenter', name]])

/** The VMs of a datacenter that nothing protects. */
export const unprotectedLink = ({ name }: Pick<Ref, 'name'>): string =>
  withSearch(paths.vms(), [
    ['datacenter', name],
    ['protection', 'not-protected'],
  ])

const withAPolicy = ['protected', 'failed', 'overdue', 'at-risk', 'scheduled', 'running', 'restoring', 'unknown']

/** The VMs of a datacenter that have a policy, however their backups went. */
export const protectedLink = ({ name }: Pick<Ref, 'name'>): string =>
  withSearch(paths.vms(), [['datacenter', name], ...withAPolicy.map((state) => ['protection', state] as const)])
