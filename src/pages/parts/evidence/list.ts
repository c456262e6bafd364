import type { EvidenceTable } from '~/domain/evidence'
import { m } from '~/texts/messages'

/** A list as it is shown now, ready to be taken away. */
export interface EvidenceList {
  readonly title: string
  /** The parts of a file's name. */
  readonly name: readonly string[]
  readonly table: EvidenceTable
  /** How many rows there are without filters; null when the platform does not say. */
  readonly total: number | null
  /** What narrows the list, each in words. */
  readonly filters: readonly string[]
  /** In words; null: as the platform gives it. */
  readonly order: string | null
  /** When the data were read, by the server's clock. */
  readonly asOf: Date | null
  /** What of the data is missing, old or left out; each a sentence. */
  readonly gaps: readonly string[]
  /** Whether the rows were judged by the protection rule. */
  readonly judged: boolean
  /** The address that shows the same view, where it says more than the one that is open. */
  readonly address?: string
}

/** `State: Failed`; left out when there is nothing to say. */
export const filterWords = (what: string, value: string | null): readonly string[] =>
  value === null || value.trim() === '' ? [] : [m.evidence_filter({ what, value: value.trim() })]

/** In which order a list was when it was taken. */
export const orderWords = (what: string, direction: 'asc' | 'desc'): string =>
  direction === 'asc' ? m.evidence_order_up({ what }) : m.evidence_order_down({ what })

/** The sentences of a reading: what could not be read of it, and that it is old. */
export const readingGaps = (reading: { readonly isRefetchError: boolean }, unreadable: number): readonly string[] => [
  ...(reading.isRefetchError ? [m.evidence_gap_stale()] : []),
  ...(unreadable > 0 ? [m.evidence_gap_unreadable({ n: unreadable })] : []),
]
