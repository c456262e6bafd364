import { assumed } from '~/api/abiquo/assumed'

import { foreignTo, listOf, type Members, textOf, textsOf } from './body'
import { checkTime, lineMembers, readKey, timeText, titleOf } from './configuration-key'
import { type Policy } from './place-records'
import { type Assignment, type Configuration, type Given, type Vm, weekdays } from './records'
import { refuse } from './refusal'
import { allowedPolicies, vdcOf, type World } from './world'

/** The tenant's form of a policy's address; the administrator's is for limits. */
const policyHref = /\/cloud\/locations\/(\d+)\/backuppolicies\/(\d+)$/

/** Whether the policy leaves a value to the VM; a missing value means that as well. */
const leftToVm = (value: string | null | undefined): boolean =>
  value === null || value === undefined || value === '' || value === assumed.mode.vm

const usesDays = (rule: Configuration): boolean => rule.subtype === 'WEEKLY_PLANNED'
const isSystem = (value: string | null | undefined): boolean => value === assumed.mode.system

/** The time that a VM gives where its policy leaves it open. */
const readGivenTime = (rule: Configuration, given: unknown): string | null =>
  leftToVm(rule.time) ? checkTime(rule, timeText(given)) : null

/** BC-19, BC-28: days, in any letter case; they come back in upper case. */
function readGivenDays(rule: Configuration, given: unknown): string[] | null {
  if (!usesDays(rule) || !leftToVm(rule.days?.[0])) return null
  const days = textsOf(given)
  if (days === undefined) throw refuse('BC-28')
  if (days === null || days.length === 0) throw refuse('BC-19')
  const names = [...new Set(days.map((one) => one.toUpperCase()))]
  if (!names.every((name) => weekdays.some((one) => one === name))) throw refuse('BC-28')
  return names
}

const looksLikePath = (text: string): boolean => /[/\\]/.test(text)

/** BC-9, BC-10, BC-14, BC-17, BC-18: disks of this VM by their ids, or paths. No disks named are all disks. */
function readGivenSources(rule: Configuration, given: unknown, vm: Vm): string[] | null {
  if (isSystem(rule.sources?.[0])) return null
  const sources = textsOf(given)
  if (rule.type === 'FILESYSTEM') {
    if (sources === undefined) throw refuse('BC-18')
    if (sources === null || sources.length === 0) throw refuse('BC-14', 'paths')
    if (sources.some((one) => !looksLikePath(one))) throw refuse('BC-10')
    return [...sources]
  }
  if (sources === undefined) throw refuse('BC-17')
  if (sources === null || sources.length === 0) return null
  const known = new Set([...vm.disks, ...vm.volumes].map(({ id }) => String(id)))
  if (sources.some(looksLikePath)) throw refuse('BC-9')
  if (!sources.every((one) => known.has(one))) throw refuse('BC-17')
  return [...sources]
}

const elementMembers: ReadonlySet<string> = new Set(['links', 'code', 'name', 'backupConfigurations'])

function readValues(policy: Policy, given: readonly Members[], vm: Vm): Given[] {
  const keys = given.map((line) => titleOf(readKey(line)))
  if (new Set(keys).size < keys.length) throw refuse('BC-30')
  const known = new Set(policy.configurations.map(titleOf))
  if (!keys.every((one) => known.has(one))) throw refuse('BC-32')
  return policy.configurations
    .map((rule): Given => {
      const values = given[keys.indexOf(titleOf(rule))] ?? {}
      return {
        type: rule.type,
        subtype: rule.subtype,
        time: readGivenTime(rule, values['time']),
        days: readGivenDays(rule, values['days']),
        sources: readGivenSources(rule, values['sources'], vm),
        foreign: foreignTo(lineMembers, values),
      }
    })
    .filter((line) => says(line) || line.foreign)
}

const says = ({ time, days, sources }: Configuration): boolean => time !== null || days !== null || sources !== null

/** What the backup system is told: nothing that only a client knows. */
export const schedulesOf = (assignments: readonly Assignment[]): readonly Assignment[] =>
  assignments.map(({ policyId, values }) => ({
    policyId,
    values: values
      .filter(says)
      .map(({ type, subtype, time, days, sources }) => ({ type, subtype, time, days, sources })),
  }))

/** BC-34, BC-23: the policy behind an element's `policy` link, in the VM's datacenter and allowed to its tenant. */
function policyOfElement(world: World, vm: Vm, element: Members): Policy {
  const href = listOf(element['links'])
    .filter((link) => link['rel'] === assumed.rel.policy)
    .map((link) => textOf(link['href']))[0]
  const found = href ? policyHref.exec(href) : null
  if (!found) throw refuse('BC-34')
  const { datacenterId } = vdcOf(world, vm.vdcId)
  const policy = world.policies.get(Number(found[2]))
  const allowed = allowedPolicies(world, vm.tenantId, datacenterId)
  const assigned = vm.assignments.some(({ policyId }) => policyId === policy?.id)
  if (!policy || policy.datacenterId !== datacenterId || Number(found[1]) !== datacenterId) throw refuse('BC-23')
  if (!allowed.includes(policy.id) && !assigned) throw refuse('BC-23')
  return policy
}

/** Reads `backupPolicies` of a VM. Missing, `null` and `[]` all mean: no policy. */
export function readAssignments(world: World, vm: Vm, given: unknown): Assignment[] {
  const assignments = listOf(given).map((element) => {
    const policy = policyOfElement(world, vm, element)
    return {
      policyId: policy.id,
      values: readValues(policy, listOf(element['backupConfigurations']), vm),
      foreign: foreignTo(elementMembers, element),
    }
  })
  if (new Set(assignments.map(({ policyId }) => policyId)).size < assignments.length) throw refuse('BC-30')
  return assignments
}

export interface Difference {
  readonly any: boolean
  /** Other policies than before, or others in a different order. */
  readonly policies: boolean
  readonly schedule: boolean
  readonly disks: boolean
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

const idsOf = (assignments: readonly Assignment[]): readonly number[] =>
  assignments.map(({ policyId }) => policyId).toSorted((a, b) => a - b)

/** What a save would change: each part has a privilege of its own. */
export function difference(before: readonly Assignment[], after: readonly Assignment[]): Difference {
  const valuesBefore = (policyId: number, { type, subtype }: Configuration): Configuration | undefined =>
    before.find((one) => one.policyId === policyId)?.values.find((one) => one.type === type && one.subtype === subtype)
  const pairs = after.flatMap(({ policyId, values }) =>
    values.map((now) => ({ now, past: valuesBefore(policyId, now) })),
  )
  const dropsDisks = before.some(({ policyId, values }) =>
    values.some(
      (past) =>
        past.type !== 'FILESYSTEM' &&
        past.sources !== null &&
        after.some(
          (one) =>
            one.policyId === policyId &&
            !one.values.some((now) => now.type === past.type && now.subtype === past.subtype),
        ),
    ),
  )
  return {
    any: !same(schedulesOf(before), schedulesOf(after)),
    policies: !same(idsOf(before), idsOf(after)),
    schedule: pairs.some(({ now, past }) => !same(now.time, past?.time) || !same(now.days, past?.days)),
    disks: dropsDisks || pairs.some(({ now, past }) => now.type !== 'FILESYSTEM' && !same(now.sources, past?.sources)),
  }
}
