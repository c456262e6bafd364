import { vi } from 'vitest'

import { isOver, type Task } from '~/domain/task'

import type { Journal, MarketRun } from './market-run'
import { enterNebula } from './opennebula.bench'

/** In memory; `driven` is over when the last run is, or waits for its person. */
function memoryJournal(): Journal & { readonly driven: () => Promise<void> } {
  let runs: readonly MarketRun[] = []
  let driven = Promise.resolve()
  return {
    load: () => runs,
    save: (next) => {
      runs = structuredClone(next)
    },
    alone: (_id, work) => {
      driven = work()
      return driven
    },
    driven: () => driven,
  }
}

/** A bench whose waiting lets the simulator's time pass. */
export async function enterMarket(nick = 'operator') {
  const journal = memoryJournal()
  const time: { skip: ((seconds: number) => Promise<void>) | null; held: Promise<void> | null; go: () => void } = {
    skip: null,
    held: null,
    go: () => undefined,
  }
  const wait = async (milliseconds: number): Promise<void> => {
    await time.held
    await time.skip?.(Math.ceil(milliseconds / 1_000))
  }
  const bench = await enterNebula('6.0', nick, { driving: { journal, wait } })
  time.skip = bench.skip
  return {
    ...bench,
    journal,
    wait,
    /** Waiting that begins from now on does not end by itself. */
    hold: () => {
      time.held = new Promise((go) => {
        time.go = go
      })
    },
    /** What waits goes on waiting, its page is as good as gone; what begins to wait from now on does not. */
    letGo: () => {
      time.held = null
    },
    /** What waits goes on. */
    goOn: () => time.go(),
  }
}

/** The task, once it is over. */
export async function endOf(
  api: { readonly getTask: (id: string) => Promise<Task> },
  id: string | null,
): Promise<Task> {
  return vi.waitFor(
    async () => {
      const task = await api.getTask(id ?? '')
      if (!isOver(task)) throw new Error(task.stateText)
      return task
    },
    { timeout: 15_000, interval: 10 },
  )
}

/** What the log of a task says, line by line. */
export const saidBy = ({ jobs }: Task): readonly (string | null)[] => jobs.map(({ description }) => description)
