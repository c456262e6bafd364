import type { GuestOs } from '~/domain/backup-path'
import { hasDiskChoice } from '~/domain/bulk-plan'
import { leavesSchedule } from '~/domain/may-protect'
import type { BackupConfiguration, BackupPolicy } from '~/domain/policy'
import { PathList } from '~/pages/parts/policy/path-list'
import { fieldId, fieldName, type PolicyContext } from '~/pages/parts/policy/policy-context'
import { ScheduleValues } from '~/pages/parts/policy/schedule-values'
import { m } from '~/texts/messages'
import { configurationTitle } from '~/texts/schedule-words'
import { Panel } from '~/ui/page'

import form from '~/pages/parts/policy/policy.module.css'

const leavesPaths = ({ type, content }: BackupConfiguration): boolean => type === 'filesystem' && content === 'vm'

/** What the policy leaves open, configuration by configuration; nothing when it leaves nothing. */
export function Asked({
  policy,
  context,
  os,
}: {
  readonly policy: BackupPolicy
  readonly context: PolicyContext
  readonly os: GuestOs
}) {
  const asked = policy.configurations.some((one) => leavesSchedule(one) || leavesPaths(one))
  if (!asked) return null
  return (
    <Panel
      title={m.bulk_values()}
      text={`${m.bulk_values_text()}${policy.configurations.some(hasDiskChoice) ? ` ${m.bulk_values_disks()}` : ''}`}
    >
      {policy.configurations.map((configuration, at) => {
        const place = { policy: 0, configuration: at }
        return (
          <section key={configuration.key} className={form['configuration']}>
            <h3 className={form['configurationTitle']}>{configurationTitle(configuration)}</h3>
            <div className={form['facts']}>
              <ScheduleValues context={context} place={place} configuration={configuration} />
              {leavesPaths(configuration) && (
                <PathList
                  id={fieldId(place)}
                  control={context.control}
                  name={`${fieldName(place)}.paths`}
                  os={os}
                  problem={context.problemAt(place, 'paths')}
                />
              )}
            </div>
          </section>
        )
      })}
    </Panel>
  )
}
