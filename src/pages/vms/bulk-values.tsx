import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useForm, useWatch } from 'react-hook-form'

import type { BulkOrder } from '~/domain/bulk-plan'
import type { BackupPolicy } from '~/domain/policy'
import { isTimeZone } from '~/domain/zone'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { valuesOf } from '~/pages/parts/policy/policy-assignment'
import { fieldId, type PolicyContext } from '~/pages/parts/policy/policy-context'
import { draftOf, type ProtectionDraft } from '~/pages/parts/policy/policy-draft'
import { useActor } from '~/pages/parts/use-actor'
import { m } from '~/texts/messages'
import { useNow } from '~/ui/use-now'
import { useOnline } from '~/ui/use-online'

import { problemsOf } from './backup/policy-problems'
import { Asked } from './bulk-asked'
import { BulkDryRun } from './bulk-dry-run'
import type { Ground, Grounds } from './use-grounds'

interface ValuesProps {
  readonly policy: BackupPolicy
  readonly rows: readonly VmRow[]
  readonly grounds: Grounds
}

const isGround = (ground: Ground | string): ground is Ground => typeof ground !== 'string'

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
  const [tried, setTried] = useState(false)
  const [disks, setDisks] = useState<BulkOrder['disks']>({})
  // The form of one VM that has nothing yet, whose system is known only where all are alike.
  const os = rows.every(({ vm }) => vm.os === first.vm.os) ? first.vm.os : 'unknown'
  const vm = { ...first.vm, os, assignments: [] }
  const base = { vm, policies: [policy] }
  const { control } = useForm<ProtectionDraft>({ defaultValues: draftOf(base) })
  const [drafts] = useWatch({ control, name: ['policies'] })
  const { timeZone } = ground.site
  const problems = problemsOf({ chosen: [policy.id], policies: drafts }, base, { disks: null, os })
  /** What is wrong must stand there before it can take the focus. */
  const lead = (): void => {
    flushSync(() => setTried(true))
    const [one] = problems
    if (one) document.getElementById(fieldId(one.place, one.field))?.focus()
  }
  const context: PolicyContext = {
    control,
    base,
    situation: { actor, site: ground.site, vm, task: null, online, now },
    disks: null,
    zone: timeZone !== null && isTimeZone(timeZone) ? timeZone : null,
    readOnly: false,
    problemAt: (place, field) => {
      const id = fieldId(place, field)
      const found = problems.find((one) => (tried || !one.early) && fieldId(one.place, one.field) === id)
      return found?.words ?? null
    },
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
        {...(problems.length > 0 && { onMissing: lead })}
        onDisks={(vmId, ids) => {
          const others = Object.entries(disks).filter(([id]) => id !== vmId)
          setDisks(Object.fromEntries(ids ? [...others, [vmId, ids]] : others))
        }}
      />
    </>
  )
}
