import * as z from 'zod/mini'

import { backupNameOf, type BackupOrder } from '~/domain/backup-ways'
import type { Page } from '~/domain/page'
import type { Task } from '~/domain/task'

import { ApiError } from '../error'
import type { Platform } from '../port'
import { wholeBackups } from '../whole-backups'
import { assumed } from './assumed'
import type { Connection } from './connection'
import { type Generation, isLastPage } from './generation'
import { numberOf, readTaskId, taskId } from './ids'
import { peopleReader } from './learn-people'
import type { Memory } from './memory'
import type { Copy } from './records'
import { placesAfter, toBackup } from './to-backup'
import { toTask, workOn } from './to-task'
import { whole } from './wire-read'

/** A list that never ends, ends here. */
const mostPages = 20

const made = z.object({ id: whole })

function checked(name: string): string {
  const clean = name.trim()
  if (clean === '' || clean.length > assumed.nameLength)
    throw new ApiError('invalid', `A name of 1 to ${assumed.nameLength} characters`)
  return clean
}

/** Backups of one VM, and what becomes of them. */
export function results({ write, clockSkew, list }: Connection, generation: Generation, remembered: Memory) {
  const now = (): Date => new Date(Date.now() + clockSkew())
  const learnPeople = peopleReader({ list }, remembered)
  const nameOf = (person: number | null): string | null =>
    person === null ? null : (remembered.people.get(person) ?? null)

  /** Every backup of a VM that was not deleted. */
  const copiesOf = async (vmId: string, signal?: AbortSignal): Promise<Page<Copy>> => {
    const vm = numberOf(vmId, 'VM')
    const readOn = async (page: number): Promise<Page<Copy>> => {
      const got = await generation.copiesOf(vm, page, signal)
      for (const { id, name } of got.rows) remembered.copies.set(id, name)
      const isLast = isLastPage(got, page) || page + 1 >= mostPages
      if (isLast) return got
      const rest = await readOn(page + 1)
      return { rows: [...got.rows, ...rest.rows], total: got.total, unreadable: got.unreadable + rest.unreadable }
    }
    const found = await readOn(0)
    // A filter that the platform skipped would bring those of all VMs.
    const rows = found.rows.filter((copy) => copy.vm === vm)
    return { rows, total: rows.length + found.unreadable, unreadable: found.unreadable }
  }

  /** The order with what nobody gave: a name by VM and moment, and the repository that the newest is not in. */
  const asUsual = async (vmId: string, order: BackupOrder): Promise<BackupOrder> => {
    const vm = numberOf(vmId, 'VM')
    const vmName = async (): Promise<string> => remembered.machines.get(vm) ?? (await generation.machine(vm)).name
    const name = order.name ?? backupNameOf(await vmName(), now(), assumed.nameLength)
    if (order.place !== undefined || !generation.repositories) return { ...order, name: checked(name) }
    const [first] = placesAfter((await copiesOf(vmId)).rows)
    return { ...order, name: checked(name), ...(first && { place: first.id }) }
  }

  return {
    copiesOf,
    learnPeople,
    nameOf,
    now,
    platform: {
      ...wholeBackups(async (vmId, signal) => {
        const found = await copiesOf(vmId, signal)
        return { ...found, rows: found.rows.map(toBackup) }
      }),
      backUpNow: async (vmId, order) => {
        const vm = numberOf(vmId, 'VM')
        const outgoing = await generation.create(vm, await asUsual(vmId, order))
        const answer = made.safeParse(await write(outgoing))
        return { task: answer.success ? taskId({ kind: 'backup', copy: answer.data.id }) : null }
      },
      // Nobody restores here but the platform's own people, and the console only words the request to them.
      restore: () => Promise.reject(new ApiError('unsupported', 'CloudCIX restores on request only')),
      renameBackup: async (_vmId, backupId, name) => {
        await write(generation.rename(numberOf(backupId, 'backup'), checked(name)))
        return { task: null }
      },
      deleteBackup: async (_vmId, backupId) => {
        const copy = numberOf(backupId, 'backup')
        await write(generation.remove(copy))
        return { task: taskId({ kind: 'delete', copy }) }
      },
      listTasks: async (vmId, signal): Promise<readonly Task[]> => {
        const { rows } = await copiesOf(vmId, signal)
        await learnPeople(
          rows.flatMap(({ steps }) => steps.map(({ by }) => by)),
          signal,
        )
        return rows
          .flatMap((copy): readonly Task[] => {
            const key = workOn(copy) ?? { kind: 'backup' as const, copy: copy.id }
            return [toTask(key, copy, now(), nameOf)]
          })
          .toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
      },
      getTask: async (id, signal) => {
        const key = readTaskId(id)
        const copy = await generation.copy(key.copy, signal)
        await learnPeople(
          copy.steps.map(({ by }) => by),
          signal,
        )
        return toTask(key, copy, now(), nameOf)
      },
    } satisfies Partial<Platform>,
  }
}

/** The part of the port about backups of one VM. */
export type Results = ReturnType<typeof results>
