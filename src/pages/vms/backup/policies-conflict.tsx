import type { Assignment } from '~/domain/assignment'
import type { BackupPolicy } from '~/domain/policy'
import { VersionChoice } from '~/pages/parts/two-versions'
import { UserText } from '~/pages/parts/user-text'
import { getLocale, m } from '~/texts/messages'
import { sentence } from '~/texts/schedule-words'

import classes from '~/pages/parts/policy/policy.module.css'

interface ConflictProps {
  readonly policies: readonly BackupPolicy[]
  readonly mine: readonly Assignment[]
  readonly theirs: readonly Assignment[]
  readonly onMine: () => void
  readonly onTheirs: () => void
}

/** Someone else changed the configuration meanwhile: both versions in words, and a choice. Nothing is overwritten unseen. */
export function Conflict({ policies, mine, theirs, onMine, onTheirs }: ConflictProps) {
  return (
    <VersionChoice onMine={onMine} onTheirs={onTheirs}>
      <div className={classes['versions']}>
        <Version title={m.common_versions_mine()} policies={policies} assignments={mine} />
        <Version title={m.common_versions_theirs()} policies={policies} assignments={theirs} />
      </div>
    </VersionChoice>
  )
}

function Version({
  title,
  policies,
  assignments,
}: {
  readonly title: string
  readonly policies: readonly BackupPolicy[]
  readonly assignments: readonly Assignment[]
}) {
  return (
    <div>
      <h3 className={classes['policyName']}>{title}</h3>
      {assignments.length === 0 && <p>{m.timeline_no_policies()}</p>}
      {assignments.map(({ policyId, policyName, values }) => {
        const policy = policies.find(({ id }) => id === policyId)
        return (
          <div key={policyId}>
            <p>
              <strong>
                <UserText>{policy?.name ?? policyName}</UserText>
              </strong>
            </p>
            <ul className={classes['changes']}>
              {policy?.configurations.map((configuration) => (
                <li key={configuration.key}>
                  {sentence(
                    configuration,
                    values.find(({ key }) => key === configuration.key),
                    getLocale(),
                  )}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </div>
  )
}
