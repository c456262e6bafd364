import { thresholds } from '~/api/queries/thresholds'
import { session } from '~/api/session'
import { endColumns, type FleetGround, putColumns, rawColumns, vmColumns } from '~/domain/fleet-columns'
import { plannedAtReader } from '~/domain/planned-at'
import { protectionJudge } from '~/domain/protection-rule'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { askElsewhere } from '~/pages/parts/elsewhere/thread'

import { ColumnRow, type Facts } from './column-row'
import { type JudgedRows, latestRows, sameRows, type Surroundings, type VmRow } from './fleet-rows'

/** So many VMs, or ends, go to the other thread at once: to lay them out takes this one a millisecond or two. */
const portion = 500

/** How long the page may stand still for more rows, in milliseconds: a part of a frame. */
const slice = 4

/** Fleets up to this size are searched here, so what is searched for is worked out ahead. */
const searchedHere = 12_000

/** The rows that were judged whole last; what of them says the same stays. */
let before: readonly ColumnRow[] = []
/** The ends that were told to the other thread, under a number of their own. */
let told: { readonly trail: Surroundings['trail']; readonly number: number } | null = null
let tellings = 0
let grounds = 0

session.subscribe(() => {
  if (session.get().state !== 'signed-out') return
  before = []
  told = null
})

/** Whether whoever asked still waits. */
type Wanted = () => boolean

/** Tells the other thread how backups ended, unless it knows; their number, or null: nobody waits any more. */
async function tellEnds(trail: Surroundings['trail'], wanted: Wanted): Promise<number | null> {
  if (told?.trail === trail) return told.number
  told = null
  tellings += 1
  const number = tellings
  const ends = trail?.outcomes ?? []
  const tellFrom = async (first: number): Promise<boolean> => {
    const columns = endColumns(ends.slice(first, first + portion))
    const reply = await askElsewhere({ about: 'ends', columns, first, number })
    return reply.about === 'kept' && wanted() && (first + portion >= ends.length || tellFrom(first + portion))
  }
  if (!(await tellFrom(0))) return null
  told = { trail, number }
  return number
}

/** What the rule says of all VMs; null: nobody waits any more, or the other thread was lost on the way. */
async function factsOf(
  vms: readonly VirtualMachine[],
  { trail, policies, pending, activity }: Surroundings,
  now: Date,
  wanted: Wanted,
): Promise<Facts | null> {
  const ends = await tellEnds(trail, wanted)
  if (ends === null) return null
  grounds += 1
  const number = grounds
  const knowledge = trail && {
    complete: trail.complete,
    wholeSince: trail.wholeSince,
    asOf: trail.asOf,
    ...(trail.unseen && { unseen: trail.unseen }),
  }
  const ground: FleetGround = { policies: policies ?? [], trail: knowledge, thresholds: thresholds(), pending, now }
  const ready = await askElsewhere({ about: 'ground', ground, ends, number })
  if (ready.about === 'lost') told = null
  if (ready.about === 'lost' || !wanted()) return null
  const plannedAt = plannedAtReader(trail?.replanned)
  const tasks = new Map((activity ?? []).map(({ vmId, task }) => [vmId, task]))
  const columns = rawColumns(vms.length)
  let causes: readonly string[] = []
  const judgeFrom = async (place: number): Promise<boolean> => {
    if (place >= vms.length) return true
    if (!wanted()) return false
    const part = vmColumns(vms.slice(place, place + portion), plannedAt, tasks)
    const reply = await askElsewhere({ about: 'vms', columns: part, number })
    if (reply.about !== 'vms') return false
    putColumns(columns, reply.judged.columns, place)
    causes = reply.judged.causes
    return judgeFrom(place + portion)
  }
  if (!(await judgeFrom(0))) return null
  const judge = protectionJudge(ground.policies, knowledge, ground.thresholds)
  return {
    columns,
    causes,
    outcomes: trail?.outcomes ?? [],
    policies,
    activity: tasks,
    judge: (vm, outcome, task) => judge(vm, { outcome, task, plannedAt: plannedAt(vm) }, now),
  }
}

/** The rows of all VMs, made between other work; null: nobody waits any more. */
function rowsOf(vms: readonly VirtualMachine[], facts: Facts, wanted: Wanted): Promise<readonly ColumnRow[] | null> {
  const made: ColumnRow[] = []
  const spell = vms.length <= searchedHere
  return new Promise((resolve) => {
    const goOn = (): void => {
      if (!wanted()) return resolve(null)
      const end = performance.now() + slice
      for (let vm = vms[made.length]; vm && performance.now() < end; vm = vms[made.length]) {
        const place = made.length
        const row = before[place]?.after(vm, facts, place) ?? new ColumnRow(vm, facts, place, null)
        if (spell) row.spelt()
        made.push(row)
      }
      if (made.length < vms.length) setTimeout(goOn)
      else resolve(made)
    }
    goOn()
  })
}

/** Judges a large fleet on another thread, part by part, while someone listens; until all is judged the rows of before stay. */
export function judgeInParts(vms: readonly VirtualMachine[], around: Surroundings, now: Date): JudgedRows {
  const listeners = new Set<() => void>()
  let rows: readonly VmRow[] | null = null
  let rounds = 0
  const goOn = async (): Promise<void> => {
    rounds += 1
    const round = rounds
    const wanted = (): boolean => round === rounds && listeners.size > 0
    const facts = await factsOf(vms, around, now, wanted)
    const made = facts && (await rowsOf(vms, facts, wanted))
    if (!wanted()) return
    if (made === null) return goOn()
    before = made
    rows = sameRows(made)
    for (const listener of listeners) listener()
  }
  return {
    get: () => rows ?? latestRows(),
    subscribe: (listener) => {
      listeners.add(listener)
      if (rows === null && listeners.size === 1) void goOn()
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
