import type { Page } from '~/domain/page'
import type { BackupPolicy, OfferedPolicy } from '~/domain/policy'

import type { Platform } from '../port'
import type { Connection } from './connection'
import type { Fleet } from './fleet'
import { isUnread } from './gone'
import { type Period, periods, policyId, storeName } from './ids'
import type { Memory } from './memory'
import type { Places } from './places'
import { fixedLine, lineKey, openLine } from './schedules'
import * as wire from './wire'

const plain = { description: null, replication: false } as const

const ofPeriod = ({ ID, NAME }: wire.Datastore, period: Period): BackupPolicy => ({
  ...plain,
  id: policyId({ kind: 'store', datastore: ID, period }),
  name: storeName(NAME, period),
  code: `DATASTORE ${ID}`,
  configurations: [openLine(period)],
})

const ofStore = (store: wire.Datastore): readonly BackupPolicy[] => periods.map((period) => ofPeriod(store, period))

const offered = (policy: BackupPolicy): OfferedPolicy => ({ ...policy, revision: JSON.stringify(policy) })

const ofMarket = ({ ID, NAME }: wire.Marketplace): BackupPolicy => ({
  ...plain,
  id: policyId({ kind: 'market', market: ID }),
  name: NAME,
  code: `MARKETPLACE ${ID}`,
  configurations: [
    {
      key: lineKey,
      type: 'complete',
      typeText: '',
      // Seconds on the platform, as many as one likes.
      timing: { every: 'hourly', hours: { by: 'vm' }, most: 8_760 },
      content: 'image-disks',
    },
  ],
})

/** The policies that there are: backup jobs, own schedules to a datastore, or marketplaces on releases before 6.6. */
export function policies({ read }: Connection, remembered: Memory, fleet: Fleet, { datastores, markets }: Places) {
  const ofJob = ({ ID, NAME, TEMPLATE }: wire.BackupJob): BackupPolicy => ({
    ...plain,
    id: policyId({ kind: 'job', job: ID }),
    name: NAME,
    code: `BACKUPJOB ${ID}`,
    configurations: TEMPLATE.SCHED_ACTION.map((one) => fixedLine(one, TEMPLATE.MODE || 'FULL', remembered.offset)),
  })

  /** Null for a job that went away meanwhile, or cannot be read. */
  const jobs = async (signal?: AbortSignal): Promise<readonly (BackupPolicy | null)[]> => {
    const rows = await fleet.readJobs(signal)
    // Only alone a job tells when it runs.
    return Promise.all(
      rows.map(({ ID }) =>
        read('one.backupjob.info', [ID, false], wire.backupJob, signal).then(ofJob, (error: unknown) => {
          if (isUnread(error)) return null
          throw error
        }),
      ),
    )
  }

  const all = async (signal?: AbortSignal): Promise<Page<BackupPolicy>> => {
    const can = await fleet.capabilities()
    const [fixed, stores, shops] = await Promise.all([
      jobs(signal),
      can.native ? datastores(signal) : [],
      can.market ? markets(signal) : [],
    ])
    const known = fixed.filter((one) => one !== null)
    const rows = [...known, ...stores.flatMap(ofStore), ...shops.map(ofMarket)]
    const unreadable = fixed.length - known.length
    return { rows, total: rows.length + unreadable, unreadable }
  }

  return {
    listPolicies: (_vmId, signal) => all(signal),
    listPoliciesInSight: all,
    listOfferedPolicies: async (_datacenterId, signal): Promise<Page<OfferedPolicy>> => {
      const page = await all(signal)
      return { ...page, rows: page.rows.map(offered) }
    },
  } satisfies Partial<Platform>
}
