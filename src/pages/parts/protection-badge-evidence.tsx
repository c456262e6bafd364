import { Link } from 'react-router'

import { mayOpenBackup } from '~/domain/may-back-up'
import type { ProtectionState } from '~/domain/protection'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { outcomeWords, protectionWords } from '~/texts/states'
import { Refusal } from '~/ui/action'
import { StateMark } from '~/ui/state-mark'
import { Age } from '~/ui/time'

import { protectionLooks } from './protection-badge-look'
import { EvidenceOfResults, type KnownOutcome } from './protection-badge-results'
import { useActor } from './use-actor'

import classes from './protection-badge.module.css'

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
        {verdict.ok ? <EvidenceOfResults vm={vm} outcome={outcome} /> : <FromTrail outcome={outcome} />}
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
