import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { type View, valueOf } from '~/pages/parts/fleet/fleet-view'
import { compareWords } from '~/texts/order'

/**
 * Why VMs need someone. `late`: a run has passed, nothing was heard of it yet, and it is not overdue either. `old` and
 * `no-backup`: where each backup is made by hand, the newest is too old, or there is none.
 */
export type NeedKind = 'failed' | 'overdue' | 'late' | 'undeployed' | 'at-risk' | 'old' | 'not-protected' | 'no-backup'

/** VMs that need someone for the same reason, the most urgent first. */
export interface Need {
  readonly kind: NeedKind
  readonly rows: readonly VmRow[]
  /** The very list of these VMs. */
  readonly list: Partial<View['chosen']>
}

/** When it began to need someone; epoch milliseconds. */
function since({ protection, outcome }: VmRow): number {
  if (protection?.state === 'failed') return outcome?.at.getTime() ?? 0
  return protection?.expected?.deadline.getTime() ?? 0
}

const newestFirst = (rows: readonly VmRow[]): readonly VmRow[] =>
  rows.toSorted((a, b) => since(b) - since(a) || compareWords(a.vm.name, b.vm.name))

const soonestFirst = (rows: readonly VmRow[]): readonly VmRow[] =>
  rows.toSorted((a, b) => since(a) - since(b) || compareWords(a.vm.name, b.vm.name))

const byName = (rows: readonly VmRow[]): readonly VmRow[] => rows.toSorted((a, b) => compareWords(a.vm.name, b.vm.name))

const inState = (rows: readonly VmRow[], state: string): readonly VmRow[] =>
  rows.filter(({ protectionState }) => protectionState === state)

const allOf = (rows: readonly VmRow[], is: (row: VmRow) => boolean): boolean => rows.length > 0 && rows.every(is)

/** Whether nothing of these runs by a plan, since their platform has none. */
export const isByHand = (rows: readonly VmRow[]): boolean => allOf(rows, ({ vm }) => vm.byHand === true)

/**
 * What needs someone now, the most urgent first: failed and overdue (whichever has the newest), then what will be overdue
 * soon, then plans that cannot run, then VMs without any. What is not known needs nobody, and is told elsewhere.
 */
export function needsOf(rows: readonly VmRow[]): readonly Need[] {
  const failed: Need = { kind: 'failed', rows: newestFirst(inState(rows, 'failed')), list: { protection: ['failed'] } }
  const overdue: Need = {
    kind: 'overdue',
    rows: newestFirst(inState(rows, 'overdue')),
    list: { protection: ['overdue'] },
  }
  const risky = inState(rows, 'at-risk')
  const undeployed = risky.filter(({ vm }) => vm.state === 'not-deployed')
  const others = risky.filter(({ vm }) => vm.state !== 'not-deployed')
  const bare = inState(rows, 'not-protected')
  const [first] = failed.rows
  const [second] = overdue.rows
  const gone = first && second && since(first) < since(second) ? [overdue, failed] : [failed, overdue]
  const needs: readonly Need[] = [
    ...gone,
    { kind: 'late', rows: soonestFirst(rows.filter(({ late }) => late)), list: { run: ['late'] } },
    { kind: 'undeployed', rows: byName(undeployed), list: { protection: ['at-risk'], state: ['not-deployed'] } },
    {
      kind: allOf(others, ({ protection }) => protection?.reason === 'by-hand-old') ? 'old' : 'at-risk',
      rows: byName(others),
      list: { protection: ['at-risk'], state: [...new Set(others.map(valueOf.state))] },
    },
    {
      kind: isByHand(bare) ? 'no-backup' : 'not-protected',
      rows: byName(bare),
      list: { protection: ['not-protected'] },
    },
  ]
  return needs.filter((need) => need.rows.length > 0)
}
