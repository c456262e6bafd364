import type { ConfigurationValues } from '~/domain/assignment'
import type { BackupPolicy } from '~/domain/policy'
import { FieldLink } from '~/pages/parts/policy/field-link'
import { assignmentsOf, spokenValues } from '~/pages/parts/policy/policy-assignment'
import { type PolicyContext, toggleId } from '~/pages/parts/policy/policy-context'
import { type Changes, changesOf, type ProtectionDraft } from '~/pages/parts/policy/policy-draft'
import { ConfigurationPlan, PlansLoss } from '~/pages/parts/policy/policy-plan'
import { UserText } from '~/pages/parts/user-text'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'
import { Panel } from '~/ui/page'

import classes from '~/pages/parts/policy/policy.module.css'

interface ReviewProps {
  readonly context: PolicyContext
  readonly draft: ProtectionDraft
}

/** What a save would do: the policies that come and go, a sentence for each configuration, and the next runs. */
export function PoliciesReview({ context, draft }: ReviewProps) {
  const { base } = context
  const assignments = assignmentsOf(draft, base)
  const changes = changesOf(draft, base)
  const sameAsNow = [changes.added, changes.removed, changes.altered].every((names) => names.length === 0)
  const { now, site } = context.situation
  const { system } = site
  const lastOnly = assignments.length > 1 && system?.can['several-policies'] === false
  const rows = assignments.map(({ policyId, policyName, values, odd }) => {
    const policy = base.policies.find(({ id }) => id === policyId)
    return { policyId, policyName, odd, policy, plans: policy ? plansOf(context, policy, values) : null }
  })
  const plans = rows.flatMap((row) => row.plans ?? [])
  return (
    <Panel title={sameAsNow ? m.policies_review_now() : m.policies_review()}>
      <div className={classes['plan']}>
        {!sameAsNow && <ChangeList changes={changes} />}
        {assignments.length === 0 && (
          <Notice tone="warning" title={m.timeline_no_policies()}>
            {m.policies_review_none_text()}
          </Notice>
        )}
        {lastOnly && <Notice tone="warning" title={m.policies_review_last_only({ system: system.name })} />}
        {rows.map((row) => (
          <section key={row.policyId} className={classes['policy']}>
            <h3 className={classes['policyName']}>
              {row.policy ? (
                <ToPolicy place={base.policies.indexOf(row.policy)} name={row.policy.name} />
              ) : (
                <UserText>{row.policyName}</UserText>
              )}
            </h3>
            {row.plans ? (
              row.plans.map((plan) => (
                <ConfigurationPlan key={plan.configuration.key} {...plan} zone={context.zone} now={now} />
              ))
            ) : (
              <p className={classes['quiet']}>{row.odd ? m.policies_odd_kept() : m.policies_unseen_kept()}</p>
            )}
          </section>
        ))}
        {!lastOnly && rows.every((row) => row.plans) && <PlansLoss plans={plans} now={now} />}
        {context.situation.vm.state === 'not-deployed' && assignments.length > 0 && (
          <p className={classes['quiet']}>{m.policies_at_deploy()}</p>
        )}
      </div>
    </Panel>
  )
}

/** The name of a policy, which leads to its place in the form. */
const ToPolicy = ({ place, name }: { readonly place: number; readonly name: string }) => (
  <FieldLink id={toggleId(place)}>
    <UserText>{name}</UserText>
  </FieldLink>
)

/** Each configuration of a policy with its values as they will take effect. */
const plansOf = ({ situation }: PolicyContext, policy: BackupPolicy, values: readonly ConfigurationValues[]) =>
  policy.configurations.map((configuration) => ({
    configuration,
    values: spokenValues(
      values.find(({ key }) => key === configuration.key),
      situation.site,
      configuration,
    ),
  }))

/** What comes, goes and changes, in words. */
function ChangeList({ changes }: { readonly changes: Changes }) {
  const { added, removed, altered } = changes
  const [before] = removed
  const [after] = added
  const replaced = added.length === 1 && removed.length === 1 && before !== undefined && after !== undefined
  const lines = [
    ...(replaced ? [m.policies_change_replaces({ before, after })] : []),
    ...(replaced ? [] : added.map((name) => m.policies_change_adds({ name }))),
    ...(replaced ? [] : removed.map((name) => m.policies_change_removes({ name }))),
    ...altered.map((name) => m.policies_change_alters({ name })),
  ]
  return (
    <ul className={classes['changes']} aria-label={m.policies_changes()}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
