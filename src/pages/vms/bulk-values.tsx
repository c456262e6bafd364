import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'

import type { BulkOrder } from '~/domain/bulk-plan'
import { hasDiskChoice } from '~/domain/bulk-plan'
import { leavesSchedule } from '~/domain/may-protect'
import type { BackupConfiguration, BackupPolicy } from '~/domain/policy'
import { isTimeZone } from '~/domain/zone'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { PathList } from '~/pages/parts/policy/path-list'
import { valuesOf } from '~/pages/parts/policy/policy-assignment'
import { fieldId, fieldName, type PolicyContext } from '~/pages/parts/policy/policy-context'
import { draftOf, type ProtectionDraft } from '~/pages/parts/policy/policy-draft'
import { ScheduleValues } from '~/pages/parts/policy/schedule-values'
import { useActor } from '~/pages/parts/use-actor'
import { m } from '~/texts/messages'
import { configurationTitle } from '~/texts/schedule-words'
import { Panel } from '~/ui/page'
import { useNow } from '~/ui/use-now'
import { useOnline } from '~/ui/use-online'

import { BulkDryRun } from './bulk-dry-run'
import type { Ground, Grounds } from './use-grounds'

import form from '~/pages/parts/policy/policy.module.css'

interface ValuesProps {
  readonly policy: BackupPolicy
  readonly rows: readonly VmRow[]
  readonly grounds: Grounds
}

const isGround = (ground: Ground | string): ground is Ground => typeof ground !== 'string'

const leavesPaths = ({ type, content }: BackupConfiguration): boolean => type === 'filesystem' && content === 'vm'

/** The values that a policy leaves to the VM, asked once for all; then what the policy would do to each. */
export function BulkValues({ policy, rows, grounds }: ValuesProps) {
  const first = rows.find((row) => {
    const ground = grounds.of(row)
    return isGround(ground) && ground.policies.some(({ id }) => id === policy.id)
  })
  const ground = first && grounds.of(first)
  return first && ground && isGround(ground) ? (
    <Entered policy={policy} rows={rows} grounds={grounds} first={first} ground={ground} />
  ) : null
}

function Entered({
  policy,
  rows,
  grounds,
  first,
  ground,
}: ValuesProps & { readonly first: VmRow; readonly ground: Ground }) {
  const actor = useActor()
  const online = useOnline()
  const now = useNow(60_000)
  const [replaces, setReplaces] = useState(false)
  const [disks, setDisks] = useState<BulkOrder['disks']>({})
  // The form of one VM that has nothing yet, whose system is known only where all are alike.
  const os = rows.every(({ vm }) => vm.os === first.vm.os) ? first.vm.os : 'unknown'
  const vm = { ...first.vm, os, assignments: [] }
  const base = { vm, policies: [policy] }
  const { control } = useForm<ProtectionDraft>({ defaultValues: draftOf(base) })
  const [drafts] = useWatch({ control, name: ['policies'] })
  const { timeZone } = ground.site
  const context: PolicyContext = {
    control,
    base,
    situation: { actor, site: ground.site, vm, task: null, online, now },
    disks: null,
    zone: timeZone !== null && isTimeZone(timeZone) ? timeZone : null,
    readOnly: false,
    problemAt: () => null,
  }
  const order: BulkOrder = {
    action: 'assign',
    policy: { id: policy.id, name: policy.name },
    values: policy.configurations.flatMap((configuration) => {
      const draft = drafts[0]?.configurations.find(({ key }) => key === configuration.key)
      return draft ? [valuesOf(configuration, draft, undefined)] : []
    }),
    disks,
    replaces,
  }
  return (
    <>
      <Asked policy={policy} context={context} os={os} />
      <Checkbox
        label={m.bulk_replaces()}
        size="sm"
        checked={replaces}
        onChange={(event) => setReplaces(event.currentTarget.checked)}
      />
      <BulkDryRun
        order={order}
        rows={rows}
        grounds={grounds}
        policy={policy}
        onDisks={(vmId, ids) => {
          const others = Object.entries(disks).filter(([id]) => id !== vmId)
          setDisks(Object.fromEntries(ids ? [...others, [vmId, ids]] : others))
        }}
      />
    </>
  )
}

/** What the policy leaves open, configuration by configuration; nothing when it leaves nothing. */
function Asked({
  policy,
  context,
  os,
}: {
  readonly policy: BackupPolicy
  readonly context: PolicyContext
  readonly os: VmRow['vm']['os']
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
                  problem={null}
                />
              )}
            </div>
          </section>
        )
      })}
    </Panel>
  )
}
