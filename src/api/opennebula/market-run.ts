import * as z from 'zod/mini'

import { twoDigits } from '~/domain/iso'

/**
 * A Marketplace backup as the console drives it, kept so that a reload of the page can go on with it or clean up after it.
 * What it makes is found again by `name`, so nothing is made twice. No session and no password is in it.
 */
const runShape = z.object({
  id: z.string(),
  /** Whose session drives it. */
  by: z.string(),
  vm: z.number(),
  market: z.number(),
  /** Of the template, and the beginning of the names of images and apps. */
  name: z.string(),
  /** Epoch milliseconds, by the server's clock. */
  startedAt: z.number(),
  updatedAt: z.number(),
  state: z.enum(['waiting', 'running', 'cleaning', 'done', 'failed', 'cancelled']),
  /** A person asked for its end. */
  stop: z.boolean(),
  /** Whether the VM was on, and is to be on again; null as long as nobody looked. */
  wasOn: z.nullable(z.boolean()),
  template: z.nullable(z.number()),
  /** Saved disks, by the number of the disk. */
  images: z.array(z.object({ disk: z.number(), id: z.number() })),
  /** Set once all disks are saved, and the VM need not be off any more. */
  saved: z.boolean(),
  /** In the order of the disks. */
  apps: z.array(z.number()),
  templateApp: z.nullable(z.number()),
  /** Apps of the backup before; they go only after this one is good. */
  old: z.array(z.number()),
  recorded: z.boolean(),
  error: z.nullable(z.string()),
  log: z.array(z.object({ at: z.number(), text: z.string() })),
})
/** A Marketplace backup under way or over, as it is kept. */
export type MarketRun = z.infer<typeof runShape>

const kept = z.array(runShape)

/** Where runs outlive the page. */
export interface Journal {
  readonly load: () => readonly MarketRun[]
  readonly save: (runs: readonly MarketRun[]) => void
  /** Does work that only one page at a time may do; another page that does it already keeps it. */
  readonly alone: (id: string, work: () => Promise<void>) => Promise<void>
}

const storageKey = 'holdfast.opennebula.runs'

/**
 * In the browser. What it does not keep, since its storage is blocked or full, is kept in memory, and goes with the page.
 * What is no journal of ours counts as an empty one.
 */
export function browserJournal(): Journal {
  /** The runs that the browser did not keep; null: it keeps them. */
  let unkept: readonly MarketRun[] | null = null
  const working = new Set<string>()

  const load = (): readonly MarketRun[] => {
    if (unkept) return unkept
    try {
      const found = kept.safeParse(JSON.parse(localStorage.getItem(storageKey) ?? '[]'))
      return found.success ? found.data : []
    } catch {
      return []
    }
  }

  const save = (runs: readonly MarketRun[]): void => {
    try {
      localStorage.setItem(storageKey, JSON.stringify(runs))
      unkept = null
    } catch {
      unkept = structuredClone(runs)
    }
  }

  /** Of what is in memory no other page knows. */
  const amongPages = async (id: string, work: () => Promise<void>): Promise<void> => {
    if (unkept || typeof navigator === 'undefined' || !('locks' in navigator)) return work()
    await navigator.locks.request(`${storageKey}.${id}`, { ifAvailable: true }, (lock) => (lock ? work() : undefined))
  }

  return {
    load,
    save,
    alone: async (id, work) => {
      if (working.has(id)) return
      working.add(id)
      await amongPages(id, work).finally(() => working.delete(id))
    },
  }
}

/** Whether a page still has something to do for it. */
export const isUnderWay = ({ state }: MarketRun): boolean =>
  state === 'waiting' || state === 'running' || state === 'cleaning'

/** `web-01 - BACKUP  - 20261123_ 948`, as the platform's own tool names it, with an end that makes it unique. */
function runName(vm: string, at: Date, end: string): string {
  const date = `${at.getUTCFullYear()}${twoDigits(at.getUTCMonth() + 1)}${twoDigits(at.getUTCDate())}`
  return `${vm} - BACKUP  - ${date}_${String(at.getUTCHours()).padStart(2, ' ')}${twoDigits(at.getUTCMinutes())}-${end}`
}

/** What a run begins with: `old` are the apps of the backup before, `mark` makes its name unique. */
export interface NewRun {
  readonly by: string
  readonly vm: number
  readonly vmName: string
  readonly market: number
  readonly old: readonly number[]
  readonly now: Date
  /** Some hex digits that no other run has. */
  readonly mark: string
}

/** A run that waits for its turn. */
export const newRun = ({ by, vm, vmName, market, old, now, mark }: NewRun): MarketRun => ({
  id: `${vm}-${Math.floor(now.getTime() / 1_000)}-${mark}`,
  by,
  vm,
  market,
  name: runName(vmName, now, mark),
  startedAt: now.getTime(),
  updatedAt: now.getTime(),
  state: 'waiting',
  stop: false,
  wasOn: null,
  template: null,
  images: [],
  saved: false,
  apps: [],
  templateApp: null,
  old: [...old],
  recorded: false,
  error: null,
  log: [],
})
