import type { Backup } from '~/domain/backup'
import type { RestoreOrder } from '~/domain/backup-ways'
import type { Page } from '~/domain/page'
import type { Task } from '~/domain/task'

import { ApiError } from '../error'
import type { Accepted, Platform } from '../port'
import { wholeBackups } from '../whole-backups'
import type { Connection } from './connection'
import type { Fleet } from './fleet'
import { actionNow } from './from-schedule'
import { isUnread } from './gone'
import { type BackupKey, numberOf, readBackupId } from './ids'
import type { MarketDriver } from './market-driver'
import { hiddenApp, recordOf } from './market-record'
import { restoreApps } from './market-restore'
import { learnOffset, type Memory } from './memory'
import { checkName } from './names'
import type { Places } from './places'
import { partly, refused } from './refused'
import { datastoreOf } from './schedules'
import { standingOf } from './standing'
import { seconds } from './times'
import { isBackup, toBackups, toMarketBackup } from './to-backup'
import { failedTask, newestStamp, readTaskId, runningTask, standingTasks, taskId, toTask } from './to-task'
import { plansTo } from './to-vm'
import * as wire from './wire'

const done: Accepted = { task: null }
const newest = -1
const allDisks = -1
/** The platform answers a restore beside the VM only when it is through with it: three minutes at most. */
const restoreWithin = 200_000

/** This person is no administrator of the VM. A place that is closed to them stays closed on the other way, too. */
const isForAdministrators = (error: unknown): boolean =>
  error instanceof ApiError &&
  error.kind === 'forbidden' &&
  error.complaints.some(({ message }) => /\bADMIN VM\b/u.test(message))

const keyOf = (backupId: string): BackupKey => {
  const key = readBackupId(backupId)
  if ('apps' in key) throw new ApiError('unsupported', 'A Marketplace backup cannot be changed as one')
  return key
}

/** Backups of one VM, and what becomes of them. */
export function results(link: Connection, remembered: Memory, fleet: Fleet, sites: Places, driver: MarketDriver) {
  const { read, write, clockSkew } = link
  const now = (): Date => new Date(Date.now() + clockSkew())

  const imagesOf = async ({ BACKUPS }: wire.VirtualMachine, signal?: AbortSignal): Promise<Page<wire.Image>> => {
    const { rows: ids, unreadable } = BACKUPS.BACKUP_IDS
    const found = await Promise.all(
      ids.map((id) =>
        read('one.image.info', [id, false], wire.image, signal).catch((error: unknown) => {
          if (isUnread(error)) return null
          throw error
        }),
      ),
    )
    const rows = found.filter((one) => one !== null)
    learnOffset(remembered, rows)
    return { rows, total: ids.length + unreadable, unreadable: ids.length - rows.length + unreadable }
  }

  /**
   * The apps of a record, by id; those that are not there are left out, which is what tells that a backup is broken. Of one
   * that this person may not see no more is known than that.
   */
  const appsOf = async (
    ids: readonly number[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<number, wire.MarketplaceApp>> => {
    const found = await Promise.all(
      ids.map((id) =>
        read('one.marketapp.info', [id], wire.marketplaceApp, signal).catch((error: unknown) => {
          if (error instanceof ApiError && error.kind === 'not-found') return null
          if (isUnread(error)) return hiddenApp(id)
          throw error
        }),
      ),
    )
    return new Map(found.flatMap((app) => (app ? [[app.ID, app] as const] : [])))
  }

  /** Where the backups of a VM go when nobody says: to its own place, else to the roomiest. */
  const usualPlace = async (machine: wire.VirtualMachine): Promise<number> => {
    const can = await fleet.capabilities()
    const own = can.market
      ? recordOf(machine)?.market
      : machine.TEMPLATE.SCHED_ACTION.map(datastoreOf).find((id) => id !== null)
    if (own !== undefined && own !== null) return own
    const [first] = (await sites.waysOf(can)).places
    if (!first) throw new ApiError('invalid', 'A backup needs a place')
    return numberOf(first.id, 'datastore')
  }

  const backupsOf = async (vmId: string, signal?: AbortSignal): Promise<Page<Backup>> => {
    const machine = await fleet.machine(vmId, signal)
    const images = await imagesOf(machine, signal)
    const record = recordOf(machine)
    const market = record && toMarketBackup(record, await appsOf(record.apps, signal))
    const made = images.rows.flatMap((image) =>
      toBackups(image, plansTo(machine, image.DATASTORE_ID, remembered.offset)),
    )
    const rows = [...made, ...(market ? [market] : [])]
    const parts = images.rows.map(({ BACKUP_INCREMENTS: { INCREMENT } }) => INCREMENT.unreadable)
    const unreadable = parts.reduce((sum, one) => sum + one, images.unreadable)
    return { rows, total: rows.length + unreadable, unreadable }
  }

  /** What was planted for backups that have not begun. */
  const plantedOn = (machine: wire.VirtualMachine): readonly number[] =>
    standingOf(machine, machine.TEMPLATE.SCHED_ACTION, now(), remembered.offset).flatMap(({ kind, action }) =>
      kind === 'once' ? [action.ID] : [],
    )

  const instantiate = async (vmId: string, made: string, name: string): Promise<Accepted> => {
    const template = Number(/^\s*(\d+)/u.exec(made)?.[1] ?? -1)
    if (template < 0)
      throw new ApiError('unknown-outcome', 'The disks were restored, and no template was named', { status: 200 })
    const vm = await write('one.template.instantiate', [template, name, false, '', false])
    const task = { kind: 'start' as const, vm: numberOf(vmId, 'VM'), since: seconds(now()), made: Number(vm) }
    return { task: taskId(task) }
  }

  /** A copy beside the VM: its images and a template at once, then a VM of them, with new addresses. */
  const restoreBeside = async (vmId: string, key: BackupKey, place: string, name: string): Promise<Accepted> => {
    const clean = checkName(name)
    const increment = key.increment === null ? '' : `INCREMENT_ID="${key.increment}"\n`
    const options = `NAME="${clean}"\n${increment}NO_IP="YES"`
    const made = await write('one.image.restore', [key.image, numberOf(place, 'datastore'), options], restoreWithin)
    return instantiate(vmId, typeof made === 'string' ? made : '', clean).catch((error: unknown) => {
      throw partly(error)
    })
  }

  const restoreMarket = async (vmId: string, apps: readonly number[], order: RestoreOrder): Promise<Accepted> => {
    if (order.way === 'in-place') throw new ApiError('unsupported', 'A Marketplace backup comes back as a new VM')
    const vm = numberOf(vmId, 'VM')
    const since = seconds(now())
    const made = await restoreApps(link, apps, {
      place: numberOf(order.place, 'datastore'),
      name: checkName(order.name),
    })
    return { task: taskId({ kind: 'start', vm, since, made }) }
  }

  const restoreInPlace = async (vmId: string, key: BackupKey): Promise<Accepted> => {
    const vm = numberOf(vmId, 'VM')
    // Nobody else checks that the backup is one of this VM.
    const { BACKUPS } = await fleet.machine(vmId)
    if (!BACKUPS.BACKUP_IDS.rows.includes(key.image)) throw new ApiError('not-found', 'This is no backup of the VM')
    const since = seconds(now())
    await write('one.vm.restore', [vm, key.image, key.increment ?? newest, allDisks])
    return { task: taskId({ kind: 'restore', vm, since }) }
  }

  return {
    appsOf,
    platform: {
      ...wholeBackups(backupsOf),
      backUpNow: async (vmId, { place }) => {
        const machine = await fleet.machine(vmId)
        const datastore = place === undefined ? await usualPlace(machine) : numberOf(place, 'datastore')
        if ((await fleet.capabilities()).market) return driver.start(machine.ID, datastore)
        // It would be made as well as this one.
        if (plantedOn(machine).length > 0)
          throw refused('A backup of this VM that was asked for still waits to begin', 'STANDING')
        const since = seconds(now())
        const action = await write('one.vm.backup', [machine.ID, datastore, false]).then(
          () => null,
          async (error: unknown) => {
            // At once is for administrators; as soon as the server looks is for whoever may manage the VM.
            if (!isForAdministrators(error)) throw error
            return write('one.vm.schedadd', [machine.ID, actionNow(datastore, now())])
          },
        )
        remembered.actions.delete(machine.ID)
        const planted = typeof action === 'number' ? action : null
        const before = newestStamp(machine)
        return { task: taskId({ kind: 'backup', vm: machine.ID, since, before, action: planted }) }
      },
      cancelBackup: async (vmId, task) => {
        const vm = numberOf(vmId, 'VM')
        if (driver.stop(vm)) return done
        const seen = readTaskId(task)
        const action = seen.kind === 'backup' ? seen.action : null
        // What was planted may have begun since someone saw it wait: then nothing would be taken back.
        if (action !== null && !plantedOn(await fleet.machine(vmId)).includes(action))
          throw new ApiError('stale', 'The backup no longer waits to begin')
        // The server itself refuses to stop where nothing runs.
        await (action === null ? write('one.vm.backupcancel', [vm]) : write('one.vm.scheddelete', [vm, action]))
        remembered.actions.delete(vm)
        return done
      },
      restore: async (vmId, backupId, order = { way: 'in-place' }) => {
        const apps = readBackupId(backupId)
        if ('apps' in apps) return restoreMarket(vmId, apps.apps, order)
        const key = keyOf(backupId)
        return order.way === 'in-place' ? restoreInPlace(vmId, key) : restoreBeside(vmId, key, order.place, order.name)
      },
      renameBackup: async (_vmId, backupId, name) => {
        // The number of a part is ours; the chain has one name.
        await write('one.image.rename', [keyOf(backupId).image, checkName(name)])
        return done
      },
      deleteBackup: async (_vmId, backupId, together) => {
        const { image } = keyOf(backupId)
        const found = await read('one.image.info', [image, false], wire.image)
        if (!isBackup(found)) throw new ApiError('not-found', 'This is no backup')
        // Later parts of a chain need the earlier ones, and the platform deletes all of it: also what came since someone looked.
        const parts = toBackups(found).map(({ id }) => id)
        const { unreadable } = found.BACKUP_INCREMENTS.INCREMENT
        if (unreadable > 0 || parts.length !== together.length || !parts.every((id) => together.includes(id)))
          throw refused(
            `${found.NAME} now holds ${parts.length + unreadable} backups, which can only be deleted together`,
            'CHAIN',
          )
        await write('one.image.delete', [image, false])
        return done
      },
      listTasks: async (vmId, signal): Promise<readonly Task[]> => {
        const machine = await fleet.machine(vmId, signal)
        // The steps of a backup that this console drives are told by the backup itself.
        const running = driver.driven().has(vmId) ? null : runningTask(machine, now())
        const failed = failedTask(machine, remembered.offset)
        const standing = standingTasks(machine, now(), remembered.offset)
        return [running, failed, ...standing, ...driver.tasksOf(machine.ID)]
          .filter((one) => one !== null)
          .toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
      },
      getTask: async (id, signal) => {
        const driven = driver.task(id)
        if (driven) return driven
        const key = readTaskId(id)
        const machine = await fleet.info(key.kind === 'start' ? key.made : key.vm, signal)
        return toTask(key, machine, now(), remembered.offset)
      },
    } satisfies Partial<Platform>,
  }
}

/** The part of the port about backups of one VM. */
export type Results = ReturnType<typeof results>
