import { thresholds } from '~/api/queries/thresholds'
import type { CsvCell } from '~/domain/csv'
import type { EvidenceColumn, EvidenceTable } from '~/domain/evidence'
import { type Due, isWindowOpen, nextRunAfter } from '~/domain/next-run'
import type { BackupPolicy } from '~/domain/policy'
import type { Run } from '~/domain/schedule'
import { isDeployed } from '~/domain/virtual-machine'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { outerPlaceWords } from '~/pages/parts/place-words'
import { m } from '~/texts/messages'
import { protectionReasonWords, ruleNumbers } from '~/texts/protection-words'
import { outcomeWords, protectionWords, taskKindWords, vmStateWords } from '~/texts/states'

/** A column with what it says of a VM. */
interface VmColumn extends EvidenceColumn {
  readonly of: (row: VmRow, around: Around) => CsvCell
}

interface Around {
  /** Null: not known. */
  readonly policies: readonly BackupPolicy[] | null
  readonly now: Date
}

type Known = Run | Due | null

const firstOf = (run: Known): Date | null =>
  run?.kind === 'instant' ? run.at : run?.kind === 'window' ? run.from : null

/** Given only where it is another one than the first. */
const lastOf = (run: Known): Date | null => (run?.kind === 'window' ? run.to : null)

const dueOf = ({ vm, outcome }: VmRow, { policies, now }: Around): Due | null =>
  policies === null || !isDeployed(vm) ? null : nextRunAfter(vm, policies, now, outcome, thresholds())

/** Of a window that is open only its end lies ahead: the words beside it say that it is due. */
function dueFrom(row: VmRow, around: Around): Date | null {
  const due = dueOf(row, around)
  return due?.kind === 'window' && isWindowOpen(due, around.now) ? null : firstOf(due)
}

function dueWords(row: VmRow, around: Around): string | null {
  if (row.vm.state === 'not-deployed') return m.vm_protection_next_undeployed()
  const due = dueOf(row, around)
  switch (due?.kind) {
    case 'system':
      return m.vm_protection_next_system()
    case 'none':
      return m.vm_protection_next_none()
    case 'unknown':
    case undefined:
      return m.vm_protection_next_unknown()
    case 'window':
      return isWindowOpen(due, around.now) ? m.vm_protection_next_open() : null
    case 'instant':
      return null
  }
}

function policiesOf({ vm }: VmRow): string {
  if (vm.assignments === null) return m.vms_evidence_policies_unknown()
  if (vm.assignments.length === 0) return m.vms_evidence_policies_none()
  return vm.assignments.map(({ policyName }) => policyName).join('; ')
}

const columns = (): readonly VmColumn[] => [
  { key: 'name', head: m.vms_sort_name(), of: ({ vm }) => vm.name },
  { key: 'id', head: m.evidence_id(), filesOnly: true, of: ({ vm }) => vm.id },
  { key: 'uuid', head: m.evidence_uuid(), beneath: 'name', of: ({ vm }) => vm.uuid },
  { key: 'platformName', head: m.evidence_platform_name(), filesOnly: true, of: ({ vm }) => vm.platformName },
  { key: 'datacenter', head: m.vms_facet_datacenter(), of: ({ vm }) => vm.datacenter?.name ?? null },
  { key: 'tenant', head: m.vms_tenant(), beneath: 'datacenter', of: ({ vm }) => vm.tenant?.name ?? null },
  {
    key: 'virtualDatacenter',
    head: outerPlaceWords(),
    filesOnly: true,
    of: ({ vm }) => vm.virtualDatacenter.name,
  },
  {
    key: 'virtualAppliance',
    head: m.evidence_virtual_appliance(),
    filesOnly: true,
    of: ({ vm }) => vm.virtualAppliance.name,
  },
  { key: 'state', head: m.vms_facet_state(), of: ({ vm }) => vmStateWords(vm) },
  {
    key: 'protection',
    head: m.vms_facet_protection(),
    of: ({ protection }) => (protection ? protectionWords(protection.state) : m.evidence_unknown()),
  },
  {
    key: 'protectionReason',
    head: m.evidence_reason(),
    beneath: 'protection',
    of: ({ protection }) =>
      protection?.reason ? protectionReasonWords(protection.reason, ruleNumbers(thresholds())) : null,
  },
  {
    key: 'decidingPolicy',
    head: m.evidence_run_policy(),
    of: ({ protection }) => protection?.expected?.policyName ?? null,
  },
  {
    key: 'decidingRunAt',
    head: m.evidence_run_from(),
    beneath: 'decidingPolicy',
    of: ({ protection }) => firstOf(protection?.expected?.run ?? null),
  },
  {
    key: 'decidingRunUntil',
    head: m.evidence_run_to(),
    filesOnly: true,
    of: ({ protection }) => lastOf(protection?.expected?.run ?? null),
  },
  {
    key: 'decidingRunDeadline',
    head: m.evidence_run_deadline(),
    filesOnly: true,
    of: ({ protection }) => protection?.expected?.deadline ?? null,
  },
  {
    key: 'overdueAt',
    head: m.evidence_worse_at(),
    filesOnly: true,
    of: ({ protection }) => protection?.worseAt ?? null,
  },
  {
    key: 'lastBackup',
    head: m.evidence_outcome(),
    of: ({ outcome }) => (outcome ? outcomeWords({ outcome: outcome.outcome, statusText: '' }) : m.vms_outcome_none()),
  },
  {
    key: 'lastBackupAt',
    head: m.evidence_outcome_at(),
    beneath: 'lastBackup',
    of: ({ outcome }) => outcome?.at ?? null,
  },
  {
    key: 'lastBackupText',
    head: m.evidence_outcome_text(),
    filesOnly: true,
    of: ({ outcome }) => outcome?.text ?? null,
  },
  { key: 'policies', head: m.evidence_policies(), of: policiesOf },
  { key: 'nextRunAt', head: m.evidence_next(), of: dueFrom },
  {
    key: 'nextRunUntil',
    head: m.evidence_next_to(),
    filesOnly: true,
    of: (row, around) => lastOf(dueOf(row, around)),
  },
  { key: 'nextRunNote', head: m.evidence_next_words(), beneath: 'nextRunAt', of: dueWords },
  {
    key: 'runningNow',
    head: m.evidence_now(),
    filesOnly: true,
    of: ({ task }) => (task ? taskKindWords(task) : null),
  },
]

/** The VMs of a list as data: identity, place, state, protection with what decided it, last backup, policies, next run. */
export function vmTable(rows: readonly VmRow[], around: Around): EvidenceTable {
  const all = columns()
  return {
    columns: all.map(({ of: _, ...column }) => column),
    rows: rows.map((row) => ({ id: row.id, cells: all.map(({ of }) => of(row, around)), zone: row.vm.timeZone })),
  }
}
