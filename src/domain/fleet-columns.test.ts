import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Assignment } from './assignment'
import { outcomes } from './backup'
import { failedBy } from './failed-by'
import { addEnds, columnJudge, endColumns, type FleetGround, type NewestEnds, unsaid, vmColumns } from './fleet-columns'
import { protectionReasons, protectionStates } from './protection'
import { isLate, protectionJudge } from './protection-rule'
import { isSettled } from './said-protection'
import { configuration, now, policy, task, vm } from './samples'
import type { Task } from './task'
import { vmStates } from './virtual-machine'

const gold = policy(
  configuration({ every: 'daily', time: { by: 'policy', value: { hour: 2, minute: 30, second: 0, offset: 60 } } }),
)
const own = { ...policy(configuration({ every: 'hourly', hours: { by: 'vm' } })), id: 'own', name: 'Own' }

const assigned = (policyId: string, hours?: number): Assignment => ({
  policyId,
  policyName: policyId,
  values: hours === undefined ? [] : [{ key: 'COMPLETE hourly', hours, content: { kind: 'all' } }],
})
const assignments = fc.oneof(
  fc.constant(null),
  fc
    .uniqueArray(fc.constantFrom('gold', 'own', 'unseen'), { maxLength: 3 })
    .map((ids) => ids.map((id) => assigned(id))),
  fc.integer({ min: 1, max: 23 }).map((hours) => [assigned('own', hours)]),
)
/** A number of the site, and one of a policy of its own. */
const thresholds = { lateAfterMinutes: 45, policies: new Map([['Own', 300]]), byHandDays: 3 }

const moment = fc.date({ min: new Date('2026-03-20T00:00:00Z'), max: now, noInvalidDate: true })
const machine = fc.record({
  assignments,
  state: fc.constantFrom(...vmStates),
  byHand: fc.boolean(),
  plannedAt: fc.option(moment),
  task: fc.option(fc.constantFrom(task('backup'), task('restore'), task('deploy'), task('backup', 'done'))),
  ends: fc.array(
    fc.record({
      outcome: fc.constantFrom(...outcomes),
      at: moment,
      text: fc.constantFrom(null, 'No space left', 'odd 7'),
    }),
    { maxLength: 2 },
  ),
})
const trail = fc.option(fc.record({ complete: fc.boolean(), wholeSince: fc.option(moment), asOf: fc.constant(now) }))

test('VMs judged in columns, part by part and after the way to another thread, are those of the rule by itself', () => {
  fc.assert(
    fc.property(
      fc.array(machine, { maxLength: 12 }),
      fc.nat({ max: 12 }),
      trail,
      fc.boolean(),
      (machines, cut, knowledge, pending) => {
        const ground: FleetGround = { policies: [gold, own], trail: knowledge, thresholds, pending, now }
        const vms = machines.map((one, place) =>
          vm({ id: `vm-${place}`, state: one.state, assignments: one.assignments, byHand: one.byHand }),
        )
        const ends = machines.flatMap((one, place) => one.ends.map((end) => ({ vmId: `vm-${place}`, ...end })))
        const planned = new Map<string, Date>(
          machines.flatMap(({ plannedAt }, place) => (plannedAt ? [[`vm-${place}`, plannedAt] as const] : [])),
        )
        const activity = new Map<string, Task>(
          machines.flatMap((one, place) => (one.task ? [[`vm-${place}`, one.task] as const] : [])),
        )
        const newest: NewestEnds = new Map()
        addEnds(newest, structuredClone(endColumns(ends.slice(0, cut))), 0)
        addEnds(newest, structuredClone(endColumns(ends.slice(cut))), Math.min(cut, ends.length))
        const judge = columnJudge(structuredClone(ground), newest)
        const parts = [vms.slice(0, cut), vms.slice(cut)].map((part) =>
          structuredClone(judge(structuredClone(vmColumns(part, ({ id }) => planned.get(id) ?? null, activity)))),
        )
        const told = parts.flatMap(({ columns, causes }) =>
          [...columns.state].map((state, place) => ({
            state: protectionStates[state] ?? null,
            reason: protectionReasons[columns.reason[place] ?? unsaid] ?? null,
            late: columns.late[place] === 1,
            worseAt: columns.worseAt[place],
            deadline: columns.deadline[place],
            end: ends[columns.end[place] ?? -1] ?? null,
            cause: causes[columns.cause[place] ?? 0],
          })),
        )
        const rule = protectionJudge(ground.policies, knowledge, thresholds)
        expect(told).toEqual(
          vms.map((one) => {
            const end = ends.findLast(({ vmId }) => vmId === one.id) ?? null
            const evidence = {
              outcome: end,
              task: activity.get(one.id) ?? null,
              plannedAt: planned.get(one.id) ?? null,
            }
            const judged = rule(one, evidence, now)
            const said = pending && !isSettled(judged.state, one.assignments) ? null : judged
            return {
              state: said?.state ?? null,
              reason: said?.reason ?? null,
              late: said !== null && isLate(said, now),
              worseAt: said?.worseAt?.getTime() ?? Number.NaN,
              deadline: said?.expected?.deadline.getTime() ?? Number.NaN,
              end,
              cause: said?.state === 'failed' ? failedBy(end?.text) : '',
            }
          }),
        )
      },
    ),
    { numRuns: 200 },
  )
})
