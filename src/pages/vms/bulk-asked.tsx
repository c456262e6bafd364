import { SegmentedControl } from '@mantine/core'

import { hasDiskChoice } from '~/domain/bulk-plan'
import type { GuestOs } from '~/domain/path-problem'
import type { BackupConfiguration, BackupPolicy } from '~/domain/policy'
import { PathList } from '~/pages/parts/policy/path-list'
import { fieldId, fieldName } from '~/pages/parts/policy/policy-context'
import { ScheduleValues } from '~/pages/parts/policy/schedule-values'
import { m } from '~/texts/messages'
import { configurationTitle } from '~/texts/schedule-words'
import { Panel } from '~/ui/page'

import type { useEntered } from './bulk-entered'

import form from '~/pages/parts/policy/policy.module.css'

/** How values come to the VMs: the same for all of them, where a VM may still have its own, or one VM after the other. */
export type Giving = 'once' | 'each'

const leavesPaths = ({ type, content }: BackupConfiguration): boolean => type === 'filesystem' && content === 'vm'

/** What the policy leaves open, configuration by configuration, and whether it is given once or for each VM. */
export function Asked({
  policy,
  entered: { context, placeOf },
  os,
  giving,
  onGiving,
}: {
  readonly policy: BackupPolicy
  readonly entered: ReturnType<typeof useEntered>
  readonly os: GuestOs
  readonly giving: Giving
  readonly onGiving: (giving: Giving) => void
}) {
  const disks = policy.configurations.some(hasDiskChoice)
  return (
    <Panel
      title={m.bulk_values()}
      text={
        giving === 'each'
          ? m.bulk_values_each_text()
          : `${m.bulk_values_text()}${disks ? ` ${m.bulk_values_disks()}` : ''}`
      }
      actions={
        <SegmentedControl
          size="xs"
          aria-label={m.bulk_giving()}
          value={giving}
          onChange={(next) => onGiving(next === 'each' ? 'each' : 'once')}
          data={[
            { value: 'once', label: m.bulk_giving_once() },
            { value: 'each', label: m.bulk_giving_each() },
          ]}
        />
      }
    >
      {giving === 'once'
        ? policy.configurations.map((configuration, at) => {
            const place = placeOf(at)
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
          })
        : undefined}
    </Panel>
  )
}
