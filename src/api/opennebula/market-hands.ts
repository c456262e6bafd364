import { ApiError } from '../error'
import type { Connection } from './connection'
import { mine } from './fleet'
import type { MarketRun } from './market-run'
import * as wire from './wire'

/** What the steps need beside the connection. */
export interface Hands {
  readonly link: Connection
  /** Keeps what was reached, before anything else happens. */
  readonly keep: (change: Partial<MarketRun>) => void
  readonly run: () => MarketRun
  readonly log: (text: string) => void
  /** Asks again and again until there is an answer that counts; gives up when it takes too long. */
  readonly until: <T>(what: string, look: () => Promise<T | null>, minutes: number) => Promise<T>
  readonly now: () => Date
}

/** The VM of a run as it is now. */
export const machineOf = ({ link, run }: Hands): Promise<wire.VirtualMachine> =>
  link.read('one.vm.info', [run().vm, false], wire.virtualMachine)

/** Makes a thing once: one of that name that is there already is taken, also when the answer of the call was lost. */
export async function once(find: () => Promise<number | null>, make: () => Promise<unknown>): Promise<number> {
  const before = await find()
  if (before !== null) return before
  try {
    return Number(await make())
  } catch (error) {
    const made = error instanceof ApiError && error.kind === 'unknown-outcome' ? await find() : null
    if (made !== null) return made
    throw error
  }
}

type Named = { readonly rows: readonly { readonly ID: number; readonly NAME: string }[] }
const byName = (name: string, { rows }: Named): number | null => rows.find(({ NAME }) => NAME === name)?.ID ?? null

/** Things of a run by their names. */
export const finders = ({ link }: Hands) => ({
  template: async (name: string) =>
    byName(name, await link.read('one.templatepool.info', [mine.all, -1, -1], wire.vmTemplatePool)),
  image: async (name: string) =>
    byName(name, await link.read('one.imagepool.info', [mine.all, -1, -1], wire.imagePool)),
  app: async (name: string) =>
    byName(name, await link.read('one.marketapppool.info', [mine.all, -1, -1], wire.marketplaceAppPool)),
})

/** The appliances that a run made, in their order. */
export const madeBy = ({ apps, templateApp: last }: MarketRun): readonly number[] => [
  ...apps,
  ...(last === null ? [] : [last]),
]
