import { day } from '../calendar'
import type { Policy, VirtualAppliance, VirtualDatacenter } from '../place-records'
import { between, uuid } from '../random'
import type { Assignment, Configuration, Disk, Vm } from '../records'
import type { ChosenPolicy, Draft } from './draft'

export interface Ground {
  readonly seed: number
  readonly anchor: number
  readonly policies: ReadonlyMap<string, Policy>
  readonly vapps: ReadonlyMap<number, VirtualAppliance>
  readonly vdcs: ReadonlyMap<number, VirtualDatacenter>
}

const gb = 1_024

/** Ids of disks and volumes: the VM's with one digit more. */
const diskId = (vmId: number, at: number): number => vmId * 10 + at

const disksOf = (ground: Ground, vmId: number, draft: Draft): Disk[] =>
  draft.disks.map((size, at) => ({
    id: diskId(vmId, at),
    uuid: uuid('disk', ground.seed, vmId, at),
    label: at === 0 ? 'system' : draft.disks.length === 2 ? 'data' : `data-${at}`,
    mb: size * gb,
    controller: draft.template.startsWith('Windows') ? 'SCSI' : at === 3 ? 'IDE' : 'VIRTIO',
    boot: at === 0,
  }))

/** What the VM fills in: only the configurations in which it has something to say. */
function valuesOf(policy: Policy, chosen: ChosenPolicy, vmId: number): Configuration[] {
  const { time, days, sources } = chosen
  if (time === undefined && days === undefined && sources === undefined) return []
  return policy.configurations
    .filter((rule) => rule.sources?.[0] !== 'NOT_APPLY' || rule.time === 'DEFINED_IN_VM')
    .map((rule) => ({
      type: rule.type,
      subtype: rule.subtype,
      time: rule.time === 'DEFINED_IN_VM' ? (time ?? null) : null,
      days: rule.days?.[0] === 'DEFINED_IN_VM' ? [...(days ?? [])] : null,
      sources: sourcesOf(rule, sources, vmId),
    }))
}

function sourcesOf(rule: Configuration, sources: ChosenPolicy['sources'], vmId: number): string[] | null {
  if (rule.type === 'FILESYSTEM')
    return sources?.every((one) => typeof one === 'string') ? sources.map(String) : ['/etc', '/home']
  return sources ? sources.map((one) => (typeof one === 'number' ? String(diskId(vmId, one)) : one)) : null
}

/** A VM from its draft, with the schedule that the backup system held in the months before. */
export function buildVm(ground: Ground, id: number, draft: Draft, ownerId: number): Vm {
  const vapp = ground.vapps.get(draft.vappId)
  const vdc = ground.vdcs.get(vapp?.vdcId ?? 0)
  const assignments: Assignment[] = (draft.policies ?? []).flatMap((chosen) => {
    const policy = ground.policies.get(chosen.code)
    return policy ? [{ policyId: policy.id, values: valuesOf(policy, chosen, id) }] : []
  })
  const since = ground.anchor - between(120, 420, 'since', ground.seed, id) * day
  const to = draft.undeployedDaysAgo === undefined ? null : ground.anchor - draft.undeployedDaysAgo * day
  const inHypervisor = draft.state !== 'NOT_ALLOCATED' || to !== null
  return {
    id,
    tenantId: vdc?.tenantId ?? 0,
    vdcId: vdc?.id ?? 0,
    vappId: draft.vappId,
    ownerId,
    uuid: uuid('vm', ground.seed, id),
    template: draft.template,
    state: draft.state,
    guard: draft.guard === undefined ? null : { cause: draft.guard },
    label: draft.label,
    description: draft.description ?? '',
    cpu: draft.cpu,
    coresPerSocket: 1,
    ramMb: draft.ram * gb,
    assignments,
    disks: disksOf(ground, id, draft),
    volumes: draft.volume ? [{ id: diskId(id, 8), name: draft.volume.name, mb: draft.volume.gb * gb }] : [],
    ips: [`10.${vdc?.id ?? 0}.${(id >> 8) & 255}.${id & 255}`],
    extra: {},
    periods: inHypervisor
      ? assignments.map(({ policyId, values }, n) => ({ n, policyId, values, from: since, to }))
      : [],
    manual: [],
    restores: [],
    tasks: [],
    trouble: draft.failing ? { from: ground.anchor - draft.failing.days * day, cause: draft.failing.cause } : null,
    silentSince: draft.silentDays === undefined ? null : ground.anchor - draft.silentDays * day,
    refusesSchedule: draft.refusesSchedule ?? false,
  }
}
