import type { BackupWays } from '~/domain/backup-ways'
import type { BackupRules, BackupSite, BackupSystem } from '~/domain/capability'

import { ApiError } from '../error'
import type { Platform } from '../port'
import { assumed } from './assumed'
import type { Fleet } from './fleet'
import type { Generation } from './generation'
import type { CloudCixOptions } from './options'
import type { Copy } from './records'
import type { Results } from './results'
import { placesAfter } from './to-backup'

const rules: BackupRules = {
  manualBackup: true,
  severalPolicies: false,
  changeWhileDeployed: true,
  severalRestores: true,
}

const system: BackupSystem = {
  type: 'CLOUDCIX',
  name: 'CloudCIX',
  fixed: true,
  can: {
    'on-demand': true,
    schedule: false,
    replication: false,
    restore: true,
    'choose-disks': false,
    'several-policies': false,
    'change-while-deployed': true,
    'set-at-deploy': false,
    'restore-while-on': true,
  },
  periodicities: null,
}

/** What a person decides, and has to know, of backups here. */
export function sites(generation: Generation, fleet: Fleet, results: Results, options: CloudCixOptions) {
  const waysFor = (copies: readonly Copy[]): BackupWays => ({
    places: generation.repositories ? placesAfter(copies) : [],
    nameLength: assumed.nameLength,
    interrupts: false,
    holds: false,
    policies: false,
    replicates: false,
    typeSays: 'place',
    onlyWhileOn: true,
    cancel: false,
    changes: new Set(['rename', 'delete']),
    settings: false,
    restores: [{ way: 'by-request', to: options.mailbox }],
  })
  return {
    getSite: async (vmId, signal): Promise<BackupSite> => {
      const [machine, copies] = await Promise.all([fleet.machine(vmId, signal), results.copiesOf(vmId, signal)])
      const datacenter = fleet.regionOf(machine) ?? { id: '', name: '' }
      const timeZone = options.timeZoneOf?.(datacenter.name) ?? null
      return { datacenter, timeZone, rules, system, ways: waysFor(copies.rows) }
    },
    getProperties: () => Promise.resolve({ rules, revision: '' }),
  } satisfies Partial<Platform>
}

const none = () => Promise.resolve({ rows: [], total: 0, unreadable: 0 })

const refuse = (what: string) => (): Promise<never> =>
  Promise.reject(new ApiError('unsupported', `CloudCIX has no ${what}`))

/** What there is not on this platform. Nobody has the rights to it, so nobody is led there. */
export const elsewhere = {
  listPolicies: none,
  listPoliciesInSight: none,
  listOfferedPolicies: none,
  saveProtection: refuse('schedules'),
  deploy: refuse('deployment by backup operators'),
  undeploy: refuse('deployment by backup operators'),
  listDatacenters: none,
  listSystemTypes: () => Promise.resolve([]),
  getManager: () => Promise.resolve(null),
  createManager: refuse('backup managers'),
  changeManager: refuse('backup managers'),
  deleteManager: refuse('backup managers'),
  changeProperties: refuse('backup properties'),
  createPolicy: refuse('policies'),
  changePolicy: refuse('policies'),
  deletePolicy: refuse('policies'),
  listTenants: none,
  listAllowances: none,
  listTenantAllowances: none,
  changeAllowance: refuse('allowances'),
  listRoles: none,
  getRolePrivileges: refuse('roles'),
  changeRole: refuse('roles'),
} satisfies Partial<Platform>
