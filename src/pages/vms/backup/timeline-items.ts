import { type Backup, isPartial } from '~/domain/backup'
import { type JudgedRuns, type JudgedRun, type Judgement, judgements } from '~/domain/judged-runs'
import type { Lane } from '~/domain/lane'
import { fits } from '~/domain/run-assignment'
import type { Run } from '~/domain/schedule'

/**
 * What a mark says. `extra`: a good backup that no plan asked for at that time. `found`: one of a policy whose times nobody
 * here knows, so that it may have been planned.
 */
export type MarkState = Judgement | 'extra' | 'found'

/** From the one to look at first to the one that says least. */
const markStates: readonly MarkState[] = [...judgements.slice(0, -2), 'found', 'extra', ...judgements.slice(-2)]

/** A planned run or a backup, in its row. Epoch milliseconds; `from` and `to` are one for an instant. */
export interface TimelineItem {
  readonly id: string
  readonly state: MarkState
  readonly run: Run | null
  readonly backup: Backup | null
  readonly delay: number | null
  readonly from: number
  readonly to: number
  readonly lane: Lane | null
}

/** A lane with what stands in it; without a lane what belongs to none. */
export interface TimelineRow {
  readonly key: string
  readonly lane: Lane | null
  readonly items: readonly TimelineItem[]
}

function itemOfRun(judged: JudgedRun, lane: Lane | null): TimelineItem {
  const { run, judgement, backup, delay } = judged
  const [from, to] = run.kind === 'instant' ? [run.at, run.at] : [run.from, run.to]
  return {
    id: `${judged.lane} ${from.getTime()}`,
    state: judgement,
    run,
    backup,
    delay,
    from: from.getTime(),
    to: to.getTime(),
    lane,
  }
}

function stateOf(backup: Backup, lane: Lane | null): MarkState {
  switch (backup.outcome) {
    case 'good':
      return lane ? 'found' : 'extra'
    case 'running':
      return 'running'
    case 'failed':
      return 'failed'
    case 'unknown':
      return isPartial(backup) ? 'partial' : 'unclear'
  }
}

const itemOfBackup = (backup: Backup, lane: Lane | null): TimelineItem => {
  const at = backup.createdAt?.getTime() ?? 0
  return { id: backup.id, state: stateOf(backup, lane), run: null, backup, delay: null, from: at, to: at, lane }
}

/** Only the backup system, or nobody here, knows when such a lane runs: what fits it is of it. */
const takesAnyTime = ({ schedule }: Lane): boolean => schedule === null || schedule.every === 'system'

/**
 * A row for each lane, and a last one for what belongs to none (null as its lane), which is there only when something is
 * in it. Items in the order of their times.
 */
export function rowsOf(lanes: readonly Lane[], judged: JudgedRuns, backups: readonly Backup[]): readonly TimelineRow[] {
  const named = backups.some(({ policy }) => policy !== null)
  const byLane = new Map<string, TimelineItem[]>(lanes.map(({ key }) => [key, []]))
  const laneOf = new Map(lanes.map((lane) => [lane.key, lane]))
  const rest: TimelineItem[] = []
  for (const run of judged.runs) byLane.get(run.lane)?.push(itemOfRun(run, laneOf.get(run.lane) ?? null))
  for (const backup of judged.unplanned) {
    const lane = lanes.find((one) => takesAnyTime(one) && fits(one, backup, named)) ?? null
    const own = lane && byLane.get(lane.key)
    ;(own ?? rest).push(itemOfBackup(backup, lane))
  }
  const inOrder = (items: readonly TimelineItem[]): readonly TimelineItem[] => items.toSorted((a, b) => a.from - b.from)
  const rows = lanes.map((lane) => ({ key: lane.key, lane, items: inOrder(byLane.get(lane.key) ?? []) }))
  return rest.length === 0 ? rows : [...rows, { key: '', lane: null, items: inOrder(rest) }]
}

/** How many items are in each state; states of none are left out. The one to look at first comes first. */
export function countsOf(
  items: readonly Pick<TimelineItem, 'state'>[],
): readonly { readonly state: MarkState; readonly n: number }[] {
  const counts = new Map<MarkState, number>()
  for (const { state } of items) counts.set(state, (counts.get(state) ?? 0) + 1)
  return markStates.flatMap((state) => {
    const n = counts.get(state) ?? 0
    return n > 0 ? [{ state, n }] : []
  })
}
