import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { backups as backupsQuery, policies as policiesQuery, site as siteQuery } from '~/api/queries'
import type { Backup, Outcome } from '~/domain/backup'
import { mayOpenBackup } from '~/domain/may-back-up'
import type { BackupPolicy } from '~/domain/policy'
import type { ProtectionState } from '~/domain/protection'
import { scheduleOf } from '~/domain/resolve'
import type { Run } from '~/domain/schedule'
import { nextRun } from '~/domain/schedule'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { paths } from '~/pages/paths'
import { explainError } from '~/texts/errors'
import { readerZone } from '~/texts/format'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { runWords } from '~/texts/schedule-words'
import { outcomeWords, protectionWords } from '~/texts/states'
import { Refusal } from '~/ui/action'
import { SkeletonBar } from '~/ui/skeleton-rows'
import { StateMark } from '~/ui/state-mark'
import { Age, Time } from '~/ui/time'
import { useNow } from '~/ui/use-now'

import { protectionLooks } from './protection-badge-look'
import { useActor } from './use-actor'

import classes from './protection-badge.module.css'

/** How the newest known backup ended, as the trail tells it. */
export interface KnownOutcome {
  readonly outcome: Outcome
  readonly at: Date
  readonly text: string | null
}

const rules: Readonly<Record<ProtectionState, () => string>> = {
  'not-protected': m.vms_rule_not_protected,
  scheduled: m.vms_rule_scheduled,
  protected: m.vms_rule_protected,
  running: m.vms_rule_running,
  failed: m.vms_rule_failed,
  restoring: m.vms_rule_restoring,
  unknown: m.vms_rule_unknown,
}

/** Why a badge says what it says, read when it is opened. */
export function ProtectionEvidence({
  vm,
  state,
  outcome,
}: {
  readonly vm: VirtualMachine
  readonly state: ProtectionState
  readonly outcome: KnownOutcome | null
}) {
  const verdict = explain(mayOpenBackup(useActor()))
  return (
    <>
      <div className={classes['head']}>
        <h2 className={classes['name']}>
          <bdi>{vm.name}</bdi>
        </h2>
        <StateMark {...protectionLooks[state]} label={protectionWords(state)} />
        <p className={classes['rule']}>{rules[state]()}</p>
      </div>
      <dl className={classes['facts']}>
        <dt>{m.vms_evidence_policies()}</dt>
        <dd>
          <Policies vm={vm} />
        </dd>
        {verdict.ok ? <Results vm={vm} outcome={outcome} /> : <FromTrail outcome={outcome} />}
      </dl>
      {verdict.ok ? <Ways vm={vm} /> : <Refused verdict={verdict} />}
    </>
  )
}

function Policies({ vm }: { readonly vm: VirtualMachine }) {
  if (vm.assignments === null) return m.vms_evidence_policies_unknown()
  if (vm.assignments.length === 0) return m.vms_evidence_policies_none()
  return (
    <ul>
      {vm.assignments.map(({ policyId, policyName }) => (
        <li key={policyId}>
          <bdi>{policyName}</bdi>
        </li>
      ))}
    </ul>
  )
}

const newest = (rows: readonly Backup[], outcome: Outcome): Backup | null =>
  rows
    .filter((backup) => backup.outcome === outcome)
    .toSorted((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0))[0] ?? null

/** What the backup system's results say. */
function Results({ vm, outcome }: { readonly vm: VirtualMachine; readonly outcome: KnownOutcome | null }) {
  const results = useQuery(backupsQuery(vm.id))
  const place = useQuery(siteQuery(vm.id))
  const zone = place.data?.timeZone ?? null
  const waiting = <SkeletonBar width="8rem" />
  const shown = (show: (rows: readonly Backup[]) => ReactNode): ReactNode => {
    if (results.data) return show(results.data.rows)
    return results.error ? explainError(results.error).title : waiting
  }
  return (
    <>
      <dt>{m.vms_evidence_good()}</dt>
      <dd>
        {shown((rows) => (
          <LastGood backup={newest(rows, 'good')} zone={zone} />
        ))}
      </dd>
      <dt>{m.vms_evidence_failure()}</dt>
      <dd>
        {shown((rows) => (
          <LastFailure backup={newest(rows, 'failed')} outcome={outcome} zone={zone} />
        ))}
      </dd>
      {(vm.assignments === null || vm.assignments.length > 0) && (
        <>
          <dt>{m.vms_evidence_next()}</dt>
          <dd>
            <NextRun vm={vm} zone={zone} />
          </dd>
        </>
      )}
    </>
  )
}

function LastGood({ backup, zone }: { readonly backup: Backup | null; readonly zone: string | null }) {
  if (!backup) return m.vms_evidence_good_none()
  return (
    <>
      <Age at={backup.createdAt} zone={zone} />
      <span className={classes['soft']}>
        <Time at={backup.createdAt} zone={zone} />
      </span>
    </>
  )
}

function LastFailure({
  backup,
  outcome,
  zone,
}: {
  readonly backup: Backup | null
  readonly outcome: KnownOutcome | null
  readonly zone: string | null
}) {
  const told = outcome?.outcome === 'failed' ? outcome : null
  if (!backup && !told) return m.vms_evidence_failure_none()
  const at = backup?.createdAt ?? told?.at ?? null
  return (
    <>
      <Age at={at} zone={zone} />
      <span className={classes['soft']}>{told?.text ?? m.vms_evidence_no_cause()}</span>
    </>
  )
}

const startOf = (run: Run): number => (run.kind === 'instant' ? run.at : run.from).getTime()

/** The next run of all policies of a VM, and whether a part of them is decided elsewhere. */
function nextOf(
  vm: VirtualMachine,
  known: readonly BackupPolicy[],
  now: Date,
): { readonly run: Run | null; readonly elsewhere: boolean } {
  const schedules = (vm.assignments ?? []).flatMap((assignment) => {
    const policy = known.find(({ id }) => id === assignment.policyId)
    if (!policy) return [null]
    return policy.configurations.map((configuration) =>
      scheduleOf(
        configuration,
        assignment.values.find(({ key }) => key === configuration.key),
      ),
    )
  })
  const runs = schedules
    .flatMap((schedule) => (schedule === null ? [] : [nextRun(schedule, now)]))
    .filter((run) => run !== null)
  const elsewhere = schedules.some((schedule) => schedule === null || schedule.every === 'system')
  return { run: runs.toSorted((a, b) => startOf(a) - startOf(b))[0] ?? null, elsewhere }
}

function NextRun({ vm, zone }: { readonly vm: VirtualMachine; readonly zone: string | null }) {
  const policies = useQuery(policiesQuery(vm.id))
  const now = useNow()
  if (policies.error) return explainError(policies.error).title
  if (!policies.data) return <SkeletonBar width="8rem" />
  const { run, elsewhere } = nextOf(vm, policies.data.rows, now)
  if (!run) return elsewhere ? m.vms_evidence_next_system() : m.vms_evidence_next_none()
  return (
    <>
      {run.kind === 'instant' ? <Time at={run.at} zone={zone} /> : runWords(run, zone ?? readerZone())}
      {elsewhere && <span className={classes['soft']}>{m.vms_evidence_next_also()}</span>}
    </>
  )
}

/** Without the right to the results, what the trail of events told is all there is. */
function FromTrail({ outcome }: { readonly outcome: KnownOutcome | null }) {
  return (
    <>
      <dt>{m.vms_evidence_newest()}</dt>
      <dd>
        {outcome ? (
          <>
            {outcomeWords({ outcome: outcome.outcome, statusText: '' })}
            {', '}
            <Age at={outcome.at} />
          </>
        ) : (
          m.vms_evidence_newest_unknown()
        )}
      </dd>
    </>
  )
}

function Ways({ vm }: { readonly vm: VirtualMachine }) {
  return (
    <ul className={classes['links']}>
      <li>
        <Link to={paths.vmPolicies(vm.id)}>
          {vm.assignments?.length === 0 ? m.vms_evidence_protect() : m.vms_evidence_to_policies()}
        </Link>
      </li>
      <li>
        <Link to={paths.vmResults(vm.id)}>{m.vms_evidence_to_results()}</Link>
      </li>
      <li>
        <Link to={paths.vmEvents(vm.id)}>{m.vms_evidence_to_events()}</Link>
      </li>
    </ul>
  )
}

function Refused({ verdict }: { readonly verdict: Parameters<typeof Refusal>[0]['verdict'] }) {
  return (
    <div style={{ marginTop: '0.75rem' }}>
      <Refusal verdict={verdict} />
    </div>
  )
}
