import type { FoundOutcome } from '../port-trail'
import { type Generation, isLastPage, mostRows } from './generation'
import type { Memory } from './memory'
import type { Copy, HistoryLine } from './records'
import { copyPhase } from './states'
import { endOf } from './to-backup'
import { workOn } from './to-task'

/** So many pages are read at one question at most. */
const mostPages = 10

interface Copies {
  readonly copies: readonly Copy[]
  /** False when there is more than was read. */
  readonly complete: boolean
  /** How many cannot be read: of which VMs they are nobody knows. */
  readonly unreadable: number
}

interface Lines {
  readonly lines: readonly HistoryLine[]
  /** False when there is more than was read. */
  readonly complete: boolean
  readonly unreadable: number
}

/** From `from` to `to`, both included; without a VM those of all. */
export interface LineQuery {
  readonly vm?: number | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

/** For `sort`. */
export const newestFirst = (a: { readonly at: Date }, b: { readonly at: Date }): number =>
  b.at.getTime() - a.at.getTime()

/**
 * How a backup that is still there ended, or that it is being made; one that is being deleted says nothing. The platform
 * has no text of a failure.
 */
export function toOutcome(copy: Copy): readonly FoundOutcome[] {
  const at = endOf(copy)
  const { phase } = copy
  // It was made well once: only that it did not go is a failure.
  if (phase === 'failed' && copy.steps.some((step) => copyPhase(step.state) === 'deleting')) return []
  const outcome = phase === 'good' || phase === 'failed' ? phase : workOn(copy)?.kind === 'backup' ? 'running' : null
  return at && outcome ? [{ id: `${copy.id}`, vmId: `${copy.vm}`, outcome, at, text: null }] : []
}

/** How backups ended, deleted ones too, newest first; a deletion that failed is no backup that failed. */
export function endsOf(lines: readonly HistoryLine[]): readonly FoundOutcome[] {
  const beingDeleted = new Set<number>()
  return lines
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .flatMap(({ copy, vm, at, state }): readonly FoundOutcome[] => {
      const phase = copyPhase(state)
      if (phase === 'deleting') beingDeleted.add(copy)
      if (vm === null || !(phase === 'good' || (phase === 'failed' && !beingDeleted.has(copy)))) return []
      return [{ id: `${copy}-${at.getTime()}`, vmId: `${vm}`, outcome: phase, at, text: null }]
    })
    .toReversed()
}

/** Reads of the history of backups; where the platform keeps none, each backup that there is stands for its last line. */
export function trailLines(generation: Generation, remembered: Memory) {
  const copiesSince = async (since: Date, signal?: AbortSignal): Promise<Copies> => {
    const readOn = async (page: number): Promise<Copies> => {
      const got = await generation.copies(page, signal)
      const { rows, unreadable } = got
      for (const { id, name, vm, vmName } of rows) {
        remembered.copies.set(id, name)
        if (vmName !== '') remembered.machines.set(vm, vmName)
      }
      const oldest = rows.at(-1)?.createdAt ?? null
      const isPast = oldest !== null && oldest < since
      if (isLastPage(got, page) || isPast) return { copies: rows, complete: true, unreadable }
      if (page + 1 >= mostPages) return { copies: rows, complete: false, unreadable }
      const rest = await readOn(page + 1)
      return {
        copies: [...rows, ...rest.copies],
        complete: rest.complete,
        unreadable: unreadable + rest.unreadable,
      }
    }
    return readOn(0)
  }

  const fromCopies = async ({ vm, from, to }: LineQuery, signal?: AbortSignal): Promise<Lines> => {
    const { copies, complete, unreadable } = await copiesSince(from ?? new Date(0), signal)
    const lines = copies.flatMap((copy): readonly HistoryLine[] => {
      const at = endOf(copy)
      return at ? [{ at, state: copy.state, by: null, copy: copy.id, vm: copy.vm }] : []
    })
    const fits = lines.filter((one) => (!vm || one.vm === vm) && (!from || one.at >= from) && (!to || one.at <= to))
    return { lines: fits.toSorted(newestFirst), complete, unreadable }
  }

  return {
    copiesSince,
    linesOf: async (query: LineQuery, signal?: AbortSignal): Promise<Lines> => {
      const { history } = generation
      if (!history) return fromCopies(query, signal)
      const readOn = async (page: number): Promise<Lines> => {
        const got = await history({ ...query, page, limit: mostRows }, signal)
        const lines = got.rows.filter((one) => one !== null)
        const unreadable = got.unreadable + got.rows.length - lines.length
        if (isLastPage(got, page)) return { lines, complete: true, unreadable }
        if (page + 1 >= mostPages) return { lines, complete: false, unreadable }
        const rest = await readOn(page + 1)
        return {
          lines: [...lines, ...rest.lines],
          complete: rest.complete,
          unreadable: unreadable + rest.unreadable,
        }
      }
      return readOn(0)
    },
  }
}
