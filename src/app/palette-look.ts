import { remember } from '~/pages/parts/remember'
import { searchWords } from '~/texts/search'

import type { Entry, Group } from './palette-entry'
import { find, type Hit } from './palette-match'

/** Everything that could be found now. */
export interface Offered {
  /** What can be done with the VM that one looks at, or has chosen here. */
  readonly onVm: readonly Entry[]
  /** Pages and the console's own. */
  readonly rest: readonly Entry[]
  /** In the order of their names. */
  readonly vms: readonly Entry[]
}

/** What was used and looked at in this visit: ids, the newest first. */
export interface Memory {
  readonly used: readonly string[]
  readonly visited: readonly string[]
}

/** Entries of one kind under one head. */
export interface Section {
  readonly group: Group
  readonly entries: readonly Entry[]
}

/** What is shown for what was typed. */
export interface Found {
  readonly sections: readonly Section[]
  /** All that was found, also what is not shown. */
  readonly total: number
}

const most = 50
/** Of pages and actions so many are shown at most, so that VMs are seen beside them. */
const mostOfRest = 20
const mostRemembered = 5

const withIds = (entries: readonly Entry[], ids: readonly string[]): readonly Entry[] => {
  const wanted = new Set(ids)
  const byId = new Map(entries.filter(({ id }) => wanted.has(id)).map((entry) => [entry.id, entry]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

const section = (group: Group, entries: readonly Entry[]): readonly Section[] =>
  entries.length > 0 ? [{ group, entries }] : []

/** With nothing typed: what can be done here, what one had to do with before, and where one can go. */
function opening({ onVm, rest, vms }: Offered, { used, visited }: Memory): Found {
  const seen = withIds(vms, visited).slice(0, mostRemembered)
  const before = withIds([...rest, ...vms], used)
    .filter((entry) => !seen.includes(entry))
    .slice(0, mostRemembered)
  const still = rest.filter((entry) => !before.includes(entry))
  const sections = [
    ...section('vm', onVm),
    ...section('visited', seen),
    ...section('used', before),
    ...(['pages', 'console'] as const).flatMap((group) =>
      section(
        group,
        still.filter((entry) => entry.group === group),
      ),
    ),
  ]
  return { sections, total: sections.reduce((sum, { entries }) => sum + entries.length, 0) }
}

/** Kept while one moves through the list: the answer is the same. */
const findVms = remember((vms: readonly Entry[], typed: string, { used, visited }: Memory) =>
  find(vms, searchWords(typed), [...used, ...visited]),
)

/** What fits what was typed, the group with the best hit first. */
export function look(offered: Offered, typed: string, memory: Memory): Found {
  const words = searchWords(typed)
  if (words.length === 0) return opening(offered, memory)
  const recent = [...memory.used, ...memory.visited]
  const rest = find([...offered.onVm, ...offered.rest], words, recent)
  const vms = findVms(offered.vms, typed, memory)
  const shownVms = vms.slice(0, most - Math.min(mostOfRest, rest.length))
  const shown: readonly Hit<Entry>[] = [...rest.slice(0, most - shownVms.length), ...shownVms].toSorted(
    (a, b) => b.score - a.score,
  )
  const groups = [...new Set(shown.map(({ item }) => item.group))]
  return {
    sections: groups.map((group) => ({
      group,
      entries: shown.filter(({ item }) => item.group === group).map(({ item }) => item),
    })),
    total: rest.length + vms.length,
  }
}

/** Where a key leads from one entry to another; null when it does not move. Up and Down go around. */
export function stepTo(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return (at - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'PageDown':
      return Math.min(at + 10, count - 1)
    case 'PageUp':
      return Math.max(at - 10, 0)
    default:
      return null
  }
}
