import type { Policy } from './place-records'
import { between, fraction } from './random'
import type { BackupType, Restore, Subtype, Vm } from './records'
import { endingOf, failureRetention, manualRetention, polledAt, retention, runId, scheduledRuns, sizeOf } from './runs'
import type { World } from './world'

/** A backup as the platform knows it: what the last poll of the backup system said. */
export interface Result {
  readonly id: number
  readonly name: string
  readonly word: string
  readonly type: BackupType
  readonly subtype: Subtype | null
  readonly mb: number
  readonly start: number
  readonly expires: number | null
  readonly replication: boolean
  readonly policy: Policy | null
  readonly restores: readonly Restore[]
}

export const running = 'PROGRESS'

const bases = new Map<string, string>()

/** The label where it can be a part of a file name, else the end of the UUID. */
function baseName({ label, uuid }: Vm): string {
  const slug = label
    .toLowerCase()
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
  return /[a-z]/.test(slug) ? slug : uuid.slice(-12)
}

/** Name of a recovery point in the backup system. */
export function resultName(vm: Vm, start: number): string {
  const key = `${vm.uuid} ${vm.label}`
  const base = bases.get(key) ?? baseName(vm)
  bases.set(key, base)
  return `${base}-${new Date(start).toISOString().slice(0, 16).replace(':', '')}`
}

/** The restore as it stands: the platform follows its task, so it needs no poll. */
const restoresAt = (vm: Vm, id: number, now: number): readonly Restore[] =>
  vm.restores
    .filter(({ resultId }) => resultId === id)
    .map((restore) => (restore.end <= now ? restore : Object.assign({}, restore, { word: running, cause: null })))

function scheduledResults(world: World, vm: Vm, known: number, now: number): readonly Result[] {
  return scheduledRuns(world, vm, known, (subtype) => retention[subtype]).flatMap((run): readonly Result[] => {
    const ended = run.end <= known
    const { word } = endingOf(world, vm, run)
    const failed = ended && word === 'FAILED'
    if (failed && run.start + failureRetention <= known) return []
    return [
      {
        id: run.id,
        name: resultName(vm, run.start),
        word: ended ? word : running,
        type: run.rule.type,
        subtype: run.rule.subtype,
        mb: ended && !failed ? sizeOf(vm, run.rule, run.start) : 0,
        start: run.start,
        expires: ended && !failed ? run.start + retention[run.rule.subtype] : null,
        replication: run.policy.replication,
        policy: world.policies.get(run.policyId) ?? null,
        restores: restoresAt(vm, run.id, now),
      },
    ]
  })
}

function manualResults(vm: Vm, known: number, now: number): readonly Result[] {
  return vm.manual
    .filter(({ start, expires, overdue }) => start <= known && (overdue || expires === null || expires > known))
    .filter(({ word, start }) => word !== 'FAILED' || start + manualRetention > known)
    .map((backup) => {
      const ended = backup.end <= known
      return {
        id: backup.id,
        name: backup.name,
        word: ended ? backup.word : running,
        type: backup.type,
        subtype: null,
        mb: ended ? backup.mb : 0,
        start: backup.start,
        expires: ended ? backup.expires : null,
        replication: backup.replicated,
        policy: null,
        restores: restoresAt(vm, backup.id, now),
      }
    })
}

/** The VM of which a journal is kept for years where a world is asked for one. */
const longestHistory = 'report-archive-01'
const quarter = 15 * 60_000
const journalSlot = 62

/** Snapshots of another job of the backup system, one every quarter of an hour; no policy of the platform asked for them. */
function journalResults(world: World, vm: Vm, known: number, now: number): readonly Result[] {
  if (world.kept === 0 || vm.label !== longestHistory) return []
  const newest = Math.floor(known / quarter) * quarter
  return Array.from({ length: world.kept }, (_, place) => {
    const start = newest - place * quarter
    const id = runId(start, journalSlot)
    const failed = fraction('journal', world.origin.seed, vm.id, id) < 0.02
    return {
      id,
      name: resultName(vm, start),
      word: failed ? 'FAILED' : 'DONE',
      type: 'SNAPSHOT',
      subtype: null,
      mb: failed ? 0 : between(180, 420, 'journal', vm.id, id),
      start,
      expires: null,
      replication: false,
      policy: null,
      restores: restoresAt(vm, id, now),
    }
  })
}

/** All results of a VM, newest first, as of the last poll. Expired ones have gone. */
export function resultsOf(world: World, vm: Vm, now: number): readonly Result[] {
  const known = polledAt(world, now)
  return [
    ...scheduledResults(world, vm, known, now),
    ...manualResults(vm, known, now),
    ...journalResults(world, vm, known, now),
  ].toSorted((a, b) => b.start - a.start)
}

export const findResult = (world: World, vm: Vm, id: number, now: number): Result | null =>
  resultsOf(world, vm, now).find((result) => result.id === id) ?? null
