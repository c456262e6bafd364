import type { BackupPolicy } from '~/domain/policy'
import { assignmentsOf, spokenValues } from '~/pages/parts/policy/policy-assignment'
import { type PolicyContext, toggleId } from '~/pages/parts/policy/policy-context'
import { type Changes, changesOf, type ProtectionDraft } from '~/pages/parts/policy/policy-draft'
import { ConfigurationPlan } from '~/pages/parts/policy/policy-plan'
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
  const system = context.situation.site.system
  return (
    <Panel title={sameAsNow ? m.policies_review_now() : m.policies_review()}>
      <div className={classes['plan']}>
        {!sameAsNow && <ChangeList changes={changes} />}
        {assignments.length === 0 && (
          <Notice tone="warning" title={m.policies_review_none()}>
            {m.policies_review_none_text()}
          </Notice>
        )}
        {assignments.length > 1 && system?.can['several-policies'] === false && (
          <Notice tone="warning" title={m.policies_review_last_only({ system: system.name })} />
        )}
        {assignments.map((assignment) => {
          const policy = base.policies.find(({ id }) => id === assignment.policyId)
          return (
            <section key={assignment.policyId} className={classes['policy']}>
              <h3 className={classes['policyName']}>
                {policy ? (
                  <a
                    href={`#${toggleId(base.policies.indexOf(policy))}`}
                    onClick={(event) => {
                      // The address stays as it is: a part of the form is no place of its own.
                      event.preventDefault()
                      document.getElementById(toggleId(base.policies.indexOf(policy)))?.focus()
                    }}
                  >
                    <UserText>{policy.name}</UserText>
                  </a>
                ) : (
                  <UserText>{assignment.policyName}</UserText>
                )}
              </h3>
              {policy ? (
                <Plan context={context} policy={policy} assignment={assignment} />
              ) : (
                <p className={classes['quiet']}>{m.policies_unseen_kept()}</p>
              )}
            </section>
          )
        })}
        {context.situation.vm.state === 'not-deployed' && assignments.length > 0 && (
          <p className={classes['quiet']}>{m.policies_at_deploy()}</p>
        )}
      </div>
    </Panel>
  )
}

type Assigned = ReturnType<typeof assignmentsOf>[number]

function Plan({
  context,
  policy,
  assignment,
}: {
  readonly context: PolicyContext
  readonly policy: BackupPolicy
  readonly assignment: Assigned
}) {
  const { zone, situation } = context
  return policy.configurations.map((configuration) => (
    <ConfigurationPlan
      key={configuration.key}
      configuration={configuration}
      values={spokenValues(
        assignment.values.find(({ key }) => key === configuration.key),
        situation.site,
        configuration,
      )}
      zone={zone}
      now={situation.now}
    />
  ))
}

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
