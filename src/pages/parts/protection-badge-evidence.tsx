import { Link } from 'react-router'

import { thresholds } from '~/api/queries/thresholds'
import { mayOpenBackup, mayReadResults } from '~/domain/may-back-up'
import type { Protection } from '~/domain/protection'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { numbersOf, protectionReasonWords, protectionRuleFor } from '~/texts/protection-words'
import { explain } from '~/texts/reasons'
import { outcomeWords, protectionWords } from '~/texts/states'
import { Refusal } from '~/ui/action'
import { StateMark } from '~/ui/state-mark'
import { Age } from '~/ui/time'

import { Expectation } from './protection-badge-expectation'
import { protectionLooks } from './protection-badge-look'
import { EvidenceOfResults, type KnownOutcome } from './protection-badge-results'
import { useActor } from './use-actor'

import classes from './protection-badge.module.css'

/** Why a badge says what it says, read when it is opened. */
export function ProtectionEvidence({
  vm,
  protection,
  outcome,
}: {
  readonly vm: VirtualMachine
  readonly protection: Protection
  readonly outcome: KnownOutcome | null
}) {
  const { state, reason } = protection
  const actor = useActor()
  const numbers = numbersOf(protection, thresholds())
  const verdict = explain(mayReadResults(actor))
  return (
    <>
      <div className={classes['head']}>
        <h2 className={classes['name']}>
          <bdi>{vm.name}</bdi>
        </h2>
        <StateMark {...protectionLooks[state]} label={protectionWords(state)} />
        <p className={classes['rule']}>{protectionRuleFor(state, vm, numbers)}</p>
        {reason && <p className={classes['rule']}>{protectionReasonWords(reason, numbers)}</p>}
      </div>
      <dl className={classes['facts']}>
        <Expectation vmId={vm.id} protection={protection} />
        <dt>{m.vms_evidence_policies()}</dt>
        <dd>
          <Policies vm={vm} />
        </dd>
        {verdict.ok ? <EvidenceOfResults vm={vm} outcome={outcome} /> : <FromTrail outcome={outcome} />}
      </dl>
      {verdict.ok ? <Ways vm={vm} policies={mayOpenBackup(actor).ok} /> : <Refused verdict={verdict} />}
      <p className={classes['published']}>
        <Link to={paths.protectionRule()}>{m.vms_rule_link()}</Link>
      </p>
    </>
  )
}

function Policies({ vm }: { readonly vm: VirtualMachine }) {
  if (vm.assignments === null) return m.vms_evidence_policies_unknown()
  if (vm.byHand) return m.cloudcix_no_policies()
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

function Ways({ vm, policies }: { readonly vm: VirtualMachine; readonly policies: boolean }) {
  return (
    <ul className={classes['links']}>
      {policies && !vm.byHand && (
        <li>
          <Link to={paths.vmPolicies(vm.id)}>
            {vm.assignments?.length === 0 ? m.vms_evidence_protect() : m.vms_evidence_to_policies()}
          </Link>
        </li>
      )}
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
