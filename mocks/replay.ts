import * as z from 'zod/mini'

import { type Clock, clockSetting } from './clock'
import type { Store } from './store'

/** Raise it whenever a seeded world or what a step does changes: what other builds kept is left alone. */
const build = 1
/** A world to which more was done is not kept any more: it would take long to do it all again. */
const most = 3_000

const shape = z.object({
  build: z.literal(build),
  origin: z.string(),
  clock: clockSetting,
  steps: z.array(z.object({ at: z.number(), what: z.string() })),
})

/** How a world begins, and what was done to it since: the same steps at the same moments make the same world again. */
export interface Played {
  readonly origin: string
  /** `at` is in the dialect's own unit of time. */
  readonly steps: readonly { readonly at: number; readonly what: string }[]
}

/** What makes a world outlive its page. No password and no token is ever in it. */
export interface Diary {
  /** What this page does not know: done before a reload, or in another tab. Null: nothing. The clock goes as it went there. */
  readonly news: () => Played | null
  /** A new world. */
  readonly begin: (origin: string) => void
  readonly note: (at: number, what: string) => void
  /** The clock was moved. */
  readonly save: () => void
}

const read = (text: string | null): z.infer<typeof shape> | null => {
  try {
    const { success, data } = shape.safeParse(JSON.parse(text ?? 'null'))
    return success ? data : null
  } catch {
    return null
  }
}

/** @param store Where it is kept; nowhere when it is left out. */
export function createDiary(store: Store | undefined, clock: Clock): Diary {
  let revision: string | null = null
  let played: Played = { origin: '', steps: [] }
  const save = (): void => {
    if (!store || played.steps.length > most) return
    revision = `${clock.now()}-${Math.random().toString(36).slice(2)}`
    store.save(JSON.stringify({ build, clock: clock.setting(), ...played }), revision)
  }
  return {
    save,
    news: () => {
      const now = store?.revision() ?? null
      if (now === null || now === revision) return null
      revision = now
      const found = read(store?.load() ?? null)
      if (!found) return null
      clock.take(found.clock)
      played = { origin: found.origin, steps: found.steps }
      return played
    },
    begin: (origin) => {
      played = { origin, steps: [] }
      save()
    },
    note: (at, what) => {
      played = { ...played, steps: [...played.steps, { at, what }] }
      save()
    },
  }
}
