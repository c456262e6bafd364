import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { valueOf } from '~/pages/parts/fleet/fleet-view'
import { compareWords } from '~/texts/order'

/** VMs whose last backup failed for the same cause, the newest failure first. */
export interface FailureGroup {
  /** A value of the list's facet `cause`. */
  readonly cause: string
  readonly rows: readonly VmRow[]
  /** When the newest of them failed. */
  readonly newest: Date | null
  /** How many of them failed after an instant. */
  readonly recent: number
}

const failedAt = ({ outcome }: VmRow): number => outcome?.at.getTime() ?? 0

/** Failures by cause: the cause with most VMs first, among equals the newest. */
export function failureGroups(rows: readonly VmRow[], recentFrom: Date): readonly FailureGroup[] {
  const found = new Map<string, VmRow[]>()
  for (const row of rows) {
    const cause = valueOf.cause(row)
    if (cause === '') continue
    const group = found.get(cause)
    if (group) group.push(row)
    else found.set(cause, [row])
  }
  return [...found]
    .map(([cause, group]): FailureGroup => {
      const ordered = group.toSorted((a, b) => failedAt(b) - failedAt(a))
      const recent = ordered.filter((row) => failedAt(row) >= recentFrom.getTime()).length
      return { cause, rows: ordered, newest: ordered[0]?.outcome?.at ?? null, recent }
    })
    .toSorted((a, b) => b.rows.length - a.rows.length || (b.newest?.getTime() ?? 0) - (a.newest?.getTime() ?? 0))
}

/** In the order of the bar and of its legend. */
export const shares = ['none', 'care', 'good', 'open', 'unknown'] as const
/** How VMs stand: no policy, something to mend, protected, no end of a backup yet (`open`), not known. */
export type Share = (typeof shares)[number]

/** The states of protection that make up a share: values of the list's facet. */
export const statesOf: Readonly<Record<Share, readonly string[]>> = {
  none: ['not-protected'],
  care: ['failed', 'overdue', 'at-risk'],
  good: ['protected'],
  open: ['scheduled', 'running', 'restoring'],
  unknown: ['unknown'],
}

const shareOf: ReadonlyMap<string, Share> = new Map(
  shares.flatMap((share) => statesOf[share].map((state) => [state, share] as const)),
)

/** The VMs of a datacenter or a tenant, by how they stand. */
export interface CoverageBar {
  /** The name of the datacenter or the tenant; empty when there is none. */
  readonly name: string
  readonly total: number
  readonly counts: Readonly<Record<Share, number>>
}

/** One bar for each datacenter, or tenant; those with most VMs without a policy first. */
export function coverageBars(rows: readonly VmRow[], by: 'datacenter' | 'tenant'): readonly CoverageBar[] {
  const found = new Map<string, Record<Share, number>>()
  for (const row of rows) {
    const name = valueOf[by](row)
    const counts = found.get(name) ?? { none: 0, care: 0, good: 0, open: 0, unknown: 0 }
    counts[shareOf.get(valueOf.protection(row)) ?? 'unknown'] += 1
    found.set(name, counts)
  }
  return [...found]
    .map(([name, counts]) => ({ name, counts, total: shares.reduce((sum, share) => sum + counts[share], 0) }))
    .toSorted((a, b) => b.counts.none - a.counts.none || b.counts.care - a.counts.care || compareWords(a.name, b.name))
}
