import { MutationObserver } from '@tanstack/react-query'
import * as z from 'zod/mini'

import type { BulkJob } from '~/domain/bulk-job'

import type { Accepted, ProtectionChange } from '../port'
import { backUpNow, queryClient, saveProtection } from '../queries'

// Each is one of several: the screen is read again when the last one is done.
const meta = { oneOfSeveral: true }

/** Saves one of many VMs; sent once, from outside of a page. */
export const saveOneOfSeveral = (vmId: string, change: ProtectionChange): Promise<Accepted> =>
  new MutationObserver(queryClient, { ...saveProtection(vmId), meta }).mutate(change)

/** Asks for a backup of one of many VMs; sent once, from outside of a page. */
export const backUpOneOfSeveral = (vmId: string): Promise<Accepted> =>
  new MutationObserver(queryClient, { ...backUpNow(vmId), meta }).mutate({ replicate: false })

const text = z.string()
const orNull = z.nullable(text)
const said = z.object({ title: text, detail: orNull, next: orNull, code: orNull })

const state = z.discriminatedUnion('at', [
  z.object({ at: z.literal('waiting') }),
  z.object({ at: z.literal('sending'), since: text }),
  z.object({ at: z.literal('done'), time: text, task: orNull }),
  z.object({ at: z.literal('unknown'), since: text, time: text }),
  z.object({ at: z.literal('failed'), time: text, said }),
  z.object({ at: z.literal('skipped'), time: text, said }),
])

const values = z.object({
  key: text,
  at: z.optional(text),
  hours: z.optional(z.number()),
  time: z.optional(z.object({ hour: z.number(), minute: z.number(), second: z.number(), offset: z.number() })),
  days: z.optional(z.array(text)),
  content: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('disks'), ids: z.array(text) }),
    z.object({ kind: z.literal('paths'), paths: z.array(text) }),
  ]),
})

const job = z.object({
  id: text,
  startedAt: text,
  order: z.object({
    action: z.enum(['backup', 'assign', 'remove']),
    policy: z.nullable(z.object({ id: text, name: text })),
    values: z.array(values),
    disks: z.record(text, z.array(text)),
    replaces: z.boolean(),
  }),
  lines: z.array(z.object({ id: text, name: text, datacenter: orNull, tenant: orNull, replaces: z.array(text) })),
  states: z.record(text, state),
})

const isJob = (value: unknown): value is BulkJob => job.safeParse(value).success

/** Where this browser keeps a job of a person on a platform: names and ids, never a secret. */
export const keptJobKey = (person: string): string => `holdfast.bulk.${person}`

/** The job of a person that was kept last; null when there is none, it cannot be read, or storage is blocked. */
export function keptJob(person: string): BulkJob | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keptJobKey(person)) ?? 'null')
    return isJob(value) ? value : null
  } catch {
    return null
  }
}

/** False where the browser does not let us. */
function written(work: () => void): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}

/**
 * Keeps a job, or forgets it (null). False where the browser does not let us; then nothing older is left of it either,
 * for it would call lines unsent that went since.
 */
export function keepJob(person: string, kept: BulkJob | null): boolean {
  const key = keptJobKey(person)
  const forget = (): boolean => written(() => localStorage.removeItem(key))
  if (kept === null) return forget()
  if (written(() => localStorage.setItem(key, JSON.stringify(kept)))) return true
  forget()
  return false
}
