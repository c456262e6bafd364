import type { Assignment } from '~/domain/assignment'

import { ApiError } from '../error'
import type { Platform } from '../port'
import { type Connection, merge } from './connection'
import type { Fleet } from './fleet'
import { actionFor } from './from-schedule'
import { policyId, type PolicyKey, readPolicyId } from './ids'
import { noRecord, recordOf, recordText } from './market-record'
import type { Memory } from './memory'
import { partly, refused } from './refused'
import { lineKey } from './schedules'
import { assignmentsOf, ownSchedules, revisionOf } from './to-vm'
import * as wire from './wire'

interface Wanted {
  readonly key: PolicyKey
  readonly assignment: Assignment
}

/** What is asked for, checked against what the platform would refuse, or would accept and then silently not do. */
function wantedOf(assignments: readonly Assignment[], before: ReadonlySet<string>): readonly Wanted[] {
  const wanted = assignments.map((assignment): Wanted => {
    const key = readPolicyId(assignment.policyId)
    if (!key || (key.kind === 'action' && !before.has(assignment.policyId)))
      throw new ApiError('not-found', `There is no policy ${assignment.policyId}`)
    return { key, assignment }
  })
  const some = (kind: PolicyKey['kind']): readonly Wanted[] => wanted.filter(({ key }) => key.kind === kind)
  if (some('job').length > 1) throw refused('A VM is in one backup job at most', 'ONE-JOB')
  if (some('market').length > 1) throw refused('A VM has one marketplace for its backups', 'ONE-MARKETPLACE')
  const isNew = wanted.some(({ assignment }) => !before.has(assignment.policyId))
  if (some('job').length > 0 && some('store').length > 0 && isNew)
    throw refused('Schedules of a VM do not run while it is in a backup job', 'IN-JOB')
  return wanted
}

const same = (one: Assignment, other: Assignment | undefined): boolean =>
  other !== undefined && JSON.stringify(one.values) === JSON.stringify(other.values)

/** How VMs are protected: membership of backup jobs, scheduled actions, and the record of Marketplace backups. */
export function protection({ read, write, clockSkew }: Connection, remembered: Memory, fleet: Fleet) {
  /** The VMs of a job are one attribute; it is read right before it is written. */
  const changeJob = async (job: number, change: (vms: readonly number[]) => readonly number[]): Promise<void> => {
    const { TEMPLATE } = await read('one.backupjob.info', [job, false], wire.backupJob)
    const next = change(TEMPLATE.BACKUP_VMS)
    await write('one.backupjob.update', [job, `BACKUP_VMS="${next.join(',')}"`, merge])
  }

  const saveStore = async (vm: number, { key, assignment }: Wanted, before: wire.SchedAction | null): Promise<void> => {
    if (key.kind !== 'store') return
    const [values = { key: lineKey, content: { kind: 'all' } as const }] = assignment.values
    const now = new Date(Date.now() + clockSkew())
    const text = actionFor(key.datastore, key.period, values, { now, offset: remembered.offset, before })
    if (before === null) await write('one.vm.schedadd', [vm, text])
    else await write('one.vm.schedupdate', [vm, before.ID, text])
  }

  const saveMarket = async (machine: wire.VirtualMachine, { key, assignment }: Wanted): Promise<void> => {
    if (key.kind !== 'market') return
    const hours = assignment.values[0]?.hours
    if (hours === undefined || !(hours > 0)) throw new ApiError('invalid', 'The frequency is missing')
    const change = { FREQUENCY_SECONDS: Math.round(hours * 3_600), MARKETPLACE_ID: key.market }
    await write('one.vm.update', [machine.ID, recordText(recordOf(machine)?.raw ?? null, change), merge])
  }

  return {
    saveProtection: async (vmId, { assignments, basedOn }) => {
      const machine = await fleet.machine(vmId)
      const actions = machine.TEMPLATE.SCHED_ACTION
      const before = assignmentsOf(machine, { remembered, actions, timeZoneOf: () => null }) ?? []
      if (revisionOf(before) !== basedOn)
        throw new ApiError('stale', 'Someone else changed the policies of this VM', { status: 409 })
      const known = new Map(before.map((one) => [one.policyId, one]))
      const wanted = wantedOf(assignments, new Set(known.keys()))
      const kept = new Set(assignments.map((one) => one.policyId))
      const own = ownSchedules(actions, remembered.offset)
      const fresh = wanted.filter(({ assignment }) => !same(assignment, known.get(assignment.policyId)))

      // In this order, so that a VM that changes its way is for a moment protected twice rather than not at all; only out
      // of a job it has to go before anything else can hold it.
      const job = before.map(({ policyId: id }) => readPolicyId(id)).find((key) => key?.kind === 'job')
      const left = job?.kind === 'job' && !kept.has(policyId(job)) ? job.job : null
      const hadMarket = before.some(({ policyId: id }) => readPolicyId(id)?.kind === 'market')
      const leavesMarket = hadMarket && !wanted.some(({ key }) => key.kind === 'market')
      const steps = [
        ...(left === null ? [] : [() => changeJob(left, (vms) => vms.filter((id) => id !== machine.ID))]),
        ...fresh.map((one) => async (): Promise<void> => {
          if (one.key.kind === 'job') {
            if (!known.has(one.assignment.policyId))
              await changeJob(one.key.job, (vms) => [...vms.filter((id) => id !== machine.ID), machine.ID])
          }
          const there = own.find((each) => each.policyId === one.assignment.policyId)?.action ?? null
          await saveStore(machine.ID, one, there)
          await saveMarket(machine, one)
        }),
        ...own
          .filter((one) => !kept.has(one.policyId))
          .map(({ action }) => async (): Promise<void> => {
            await write('one.vm.scheddelete', [machine.ID, action.ID])
          }),
        ...(leavesMarket ? [() => write('one.vm.update', [machine.ID, noRecord, merge]).then(() => undefined)] : []),
      ]
      const further = async (at: number): Promise<void> => {
        const step = steps[at]
        if (!step) return
        await step().catch((error: unknown) => {
          throw at > 0 ? partly(error) : error
        })
        await further(at + 1)
      }
      await further(0)
      // What was read of it before is no longer so; what is now decides whether a run was missed.
      remembered.actions.delete(machine.ID)
      await fleet.info(machine.ID).catch(() => null)
      return { task: null }
    },
  } satisfies Partial<Platform>
}
