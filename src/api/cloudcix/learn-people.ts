import type { Connection } from './connection'
import { mostRows } from './generation'
import type { Memory } from './memory'
import * as wire from './wire'

/** Reads names of people by their numbers, each once; who may not read them sees none. */
export const peopleReader =
  ({ list }: Pick<Connection, 'list'>, remembered: Memory) =>
  async (people: readonly (number | null)[], signal?: AbortSignal): Promise<void> => {
    const ids = [...new Set(people)].filter((id) => id !== null && !remembered.people.has(id))
    if (ids.length === 0) return
    const params = { 'search[id__in]': ids.slice(0, mostRows).join(','), limit: mostRows, page: 0 }
    const found = await list(['membership', 'user/', params], wire.person, signal).catch(() => ({ rows: [] }))
    for (const { id, email, first_name: given, surname } of found.rows)
      remembered.people.set(id, `${given} ${surname}`.trim() || email)
  }
