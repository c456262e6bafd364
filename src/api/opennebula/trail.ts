import type { TrailEvent } from '~/domain/event'
import type { Page } from '~/domain/page'

import type { Activity, Platform } from '../port'
import type { FoundOutcome, TrailName, TrailQuery } from '../port-trail'
import { isAskedFor } from '../trail-sift'
import type { Connection } from './connection'
import { type Fleet, mine } from './fleet'
import type { MarketDriver } from './market-driver'
import { hiddenApp, isDue, marketState, recordOf } from './market-record'
import { learnOffset, type Memory } from './memory'
import type { Results } from './results'
import { workOf } from './states'
import { isBackup, toBackups, toMarketBackup } from './to-backup'
import { failureOf, runningTask } from './to-task'
import { mayManage } from './to-vm'
import * as wire from './wire'

/** What the console knows of backups is worked out at most so often, in milliseconds. */
const freshFor = 20_000

/** So many VMs are read anew at once when their backups seem to be gone. */
const mostDoubts = 50

/** The platform's own names of what happens to a VM. */
const actions = { backup: 'backup', restore: 'restore' } as const

const names = ['text', 'tenant', 'vm'] as const satisfies readonly TrailName[]

const fromImages = (images: readonly wire.Image[]): readonly FoundOutcome[] =>
  images.flatMap((image) => {
    const vmId = image.VMS[0]
    if (vmId === undefined) return []
    return toBackups(image).flatMap(({ id, outcome, createdAt }) =>
      createdAt ? [{ id, vmId: `${vmId}`, outcome, at: createdAt, text: image.TEMPLATE.ERROR || null }] : [],
    )
  })

/** VMs whose newest backup cannot be read, or is in nobody's sight here: how it ended, and when, is not known. */
function unseenOf(rows: readonly wire.VirtualMachine[], images: readonly wire.Image[]): ReadonlySet<string> {
  const byId = new Map(images.map((image) => [image.ID, image]))
  const newest = new Map<number, number>()
  for (const { ID, VMS } of images) for (const vm of VMS) newest.set(vm, Math.max(ID, newest.get(vm) ?? -1))
  const isSeen = ({ ID, BACKUPS: { BACKUP_CONFIG: config, BACKUP_IDS } }: wire.VirtualMachine): boolean => {
    const chain = byId.get(config.INCREMENTAL_BACKUP_ID ?? -1)
    const last = config.LAST_INCREMENT_ID ?? -1
    // What was read of a VM may be a little old: another backup may have taken the place of the one that it names.
    return (
      BACKUP_IDS.unreadable === 0 &&
      BACKUP_IDS.rows.every((id) => id <= (newest.get(ID) ?? -1)) &&
      (!chain || last < 0 || chain.BACKUP_INCREMENTS.INCREMENT.rows.some((one) => one.ID >= last && one.DATE !== null))
    )
  }
  return new Set(rows.filter((row) => !isSeen(row)).map(({ ID }) => `${ID}`))
}

const newestOfEach = (all: readonly FoundOutcome[]): readonly FoundOutcome[] => {
  const newest = new Map<string, FoundOutcome>()
  for (const one of all) if (!newest.has(one.vmId)) newest.set(one.vmId, one)
  return [...newest.values()]
}

/**
 * What happened, as far as it can be told: the platform keeps no trail. Good backups are told by what is kept of them, the
 * newest failure of a VM by its ERROR; older failures and what was pruned are known to nobody.
 */
export function trail(
  { read, clockSkew }: Connection,
  remembered: Memory,
  fleet: Fleet,
  { appsOf }: Results,
  driver: MarketDriver,
) {
  const now = (): Date => new Date(Date.now() + clockSkew())

  /** Few apps one by one; of many the whole list at once. */
  const appsFor = async (
    ids: readonly number[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<number, wire.MarketplaceApp>> => {
    if (ids.length <= 20) return appsOf(ids, signal)
    const { rows } = await read('one.marketapppool.info', [mine.all, -1, -1], wire.marketplaceAppPool, signal)
    const found = new Map(rows.map((app) => [app.ID, app]))
    // What the list lacks may be out of sight only.
    const unseen = ids.filter((id) => !found.has(id))
    const rest = await appsOf(unseen.slice(0, mostDoubts), signal)
    const unasked = unseen.slice(mostDoubts).map((id) => [id, hiddenApp(id)] as const)
    return new Map([...found, ...rest, ...unasked])
  }

  const fromMarket = async (
    rows: readonly wire.VirtualMachine[],
    signal?: AbortSignal,
    again = false,
  ): Promise<readonly FoundOutcome[]> => {
    const records = rows.flatMap((row) => {
      const record = recordOf(row)
      return record && record.last ? [{ row, record }] : []
    })
    const ids = [...new Set(records.flatMap(({ record }) => record.apps))]
    if (records.length === 0) return []
    const found = await appsFor(ids, signal)
    // What was read of a VM may be older than its newest backup, whose apps took the place of the others.
    const doubtful = records.filter(({ record }) => record.apps.some((id) => !found.has(id))).map(({ row }) => row.ID)
    const fresh = again ? null : (await fleet.readSet(doubtful.slice(0, mostDoubts), signal)).rows
    if (fresh && fresh.length > 0) {
      const anew = new Map(fresh.map((row) => [row.ID, row]))
      return fromMarket(
        rows.map((row) => anew.get(row.ID) ?? row),
        signal,
        true,
      )
    }
    return records.flatMap(({ row, record }) => {
      const backup = toMarketBackup(record, found)
      if (!backup?.createdAt) return []
      const text = backup.outcome === 'failed' ? backup.statusText : null
      return [{ id: `${row.ID}-${backup.id}`, vmId: `${row.ID}`, outcome: backup.outcome, at: backup.createdAt, text }]
    })
  }

  const fromErrors = (rows: readonly wire.VirtualMachine[]): readonly FoundOutcome[] =>
    rows.flatMap((row) => {
      const planned = remembered.actions.get(row.ID)?.actions ?? []
      const failure = failureOf(row, remembered.offset, { actions: planned, now: now() })
      if (!failure) return []
      const { at, text } = failure
      return [{ id: `error-${row.ID}`, vmId: `${row.ID}`, outcome: 'failed' as const, at, text }]
    })

  /** All that is known, newest first. */
  const outcomes = async (signal?: AbortSignal): Promise<readonly FoundOutcome[]> => {
    const { reading } = remembered
    const known = reading.outcomes
    if (known && Date.now() - known.at < freshFor) return known.found
    const can = await fleet.capabilities()
    const images = can.native
      ? (await read('one.imagepool.info', [mine.all, -1, -1], wire.imagePool, signal)).rows.filter(isBackup)
      : []
    learnOffset(remembered, images)
    const rows = await fleet.known()
    const found = [...fromImages(images), ...fromErrors(rows), ...(await fromMarket(rows, signal))]
    const ordered = found.toSorted((a, b) => b.at.getTime() - a.at.getTime())
    reading.outcomes = { at: Date.now(), found: ordered, unseen: unseenOf(rows, images) }
    return ordered
  }

  const toEvent = ({ id, at, vmId, outcome, text }: FoundOutcome): TrailEvent => {
    const machine = remembered.machines.get(Number(vmId))
    const severity = outcome === 'failed' ? 'error' : outcome === 'good' ? 'info' : 'unknown'
    return {
      id,
      at,
      severity,
      severityText: severity.toUpperCase(),
      action: actions.backup,
      component: null,
      performedBy: null,
      user: null,
      tenant: machine?.GNAME ?? null,
      datacenter: null,
      virtualDatacenter: null,
      virtualAppliance: null,
      vmName: machine?.NAME ?? vmId,
      text: text ?? machine?.NAME ?? null,
    }
  }

  const events = async (
    query: TrailQuery & { readonly vmId?: string },
    signal?: AbortSignal,
  ): Promise<Page<TrailEvent>> => {
    const { from, to, vmId, offset, limit } = query
    const all = (await outcomes(signal))
      .filter(({ at, vmId: id }) => (!from || at >= from) && (!to || at <= to) && (vmId === undefined || id === vmId))
      .map(toEvent)
      .filter((one) => isAskedFor(query, one))
    return { rows: all.slice(offset, offset + limit), total: all.length, unreadable: 0 }
  }

  /** VMs that were at work when last read, looked at again; backup jobs name those that they work on. */
  const listActivity = async (signal?: AbortSignal): Promise<readonly Activity[]> => {
    const rows = remembered.machines.size > 0 ? [...remembered.machines.values()] : await fleet.known()
    const jobs = await fleet.readJobs(signal)
    const busy = new Set([
      ...rows.filter((row) => workOf(row) !== null).map(({ ID }) => ID),
      ...jobs.flatMap(({ BACKING_UP_VMS }) => BACKING_UP_VMS),
    ])
    const { rows: fresh } = await fleet.readSet([...busy], signal)
    const driven = driver.driven()
    const seen = fresh.flatMap((row) => {
      const task = driven.has(`${row.ID}`) ? null : runningTask(row, now())
      return task ? [{ vmId: `${row.ID}`, task }] : []
    })
    return [...driver.open(), ...seen]
  }

  /** VMs whose turn for a Marketplace backup has come, as the platform's own script would find them. */
  const listDue = async (signal?: AbortSignal): Promise<readonly string[] | null> => {
    if (!(await fleet.capabilities()).market) return null
    const rows = await fleet.known()
    const { self } = remembered
    const records = rows.flatMap((row) => {
      const record = self && mayManage(row, self) ? recordOf(row) : null
      return record ? [{ row, record }] : []
    })
    const found = await appsFor([...new Set(records.flatMap(({ record }) => record.apps))], signal)
    const running = driver.driven()
    return records
      .filter(({ row, record }) => !running.has(`${row.ID}`) && isDue(record, marketState(record, found), now()))
      .map(({ row }) => `${row.ID}`)
  }

  return {
    listDue,
    drivenHere: () => driver.driven().size,
    recentOutcomes: async (since, signal) => {
      const all = newestOfEach(await outcomes(signal))
      const unseen = remembered.reading.outcomes?.unseen ?? new Set()
      return {
        // An older good one says nothing of the newest.
        outcomes: all.filter(({ at, outcome, vmId }) => at >= since && !(outcome === 'good' && unseen.has(vmId))),
        // Nor can a run be missed where nobody here knows what was made.
        replanned: Array.from(unseen, (vmId) => ({ vmId, at: now() })),
        since,
        // The newest of each VM is always known, where its backups may be seen: a good one is kept, a failed one told by the VM.
        wholeSince: since,
        complete: unseen.size === 0,
        unseen: [...unseen],
        trailless: true,
      }
    },
    listOutcomes: async ({ from, to }, signal) => ({
      outcomes: (await outcomes(signal)).filter(({ at }) => at >= from && at <= to),
      replanned: [],
      since: from,
      wholeSince: null,
      complete: false,
      trailless: true,
      rest: null,
    }),
    listActivity,
    listVmEvents: ({ id }, query, signal) => events({ ...query, vmId: id }, signal),
    listEvents: events,
    getTrailWords: () =>
      Promise.resolve({ actions: [actions.backup], scope: 'backups', unseen: [], names, shows: 'kept' }),
    recentFailures: async (since, signal) => ({
      failures: (await outcomes(signal))
        .filter(({ outcome, at }) => outcome === 'failed' && at >= since)
        .map(({ id, at }) => ({ id, at, datacenter: null })),
      since,
      complete: false,
      trailless: true,
    }),
  } satisfies Partial<Platform>
}
