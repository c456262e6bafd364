import { Checkbox } from '@mantine/core'
import { useState } from 'react'

import type { AssignOrder } from '~/domain/bulk-plan'
import type { BackupPolicy } from '~/domain/policy'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { asksForValues } from '~/pages/parts/policy/policy-card'
import { m } from '~/texts/messages'

import { Asked, type Giving } from './bulk-asked'
import { BulkDryRun } from './bulk-dry-run'
import { useEntered } from './bulk-entered'
import { type Ground, type Grounds, isGround } from './use-grounds'

interface ValuesProps {
  readonly policy: BackupPolicy
  readonly rows: readonly VmRow[]
  readonly grounds: Grounds
}

/** The values that a policy leaves to the VM, given once for all or for each; then what it would do to each. */
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

/** With the member set or, for null, without it. */
function withOwn(own: AssignOrder['own'], vmId: string, values: AssignOrder['values'] | null): AssignOrder['own'] {
  const others = Object.entries(own).filter(([id]) => id !== vmId)
  return Object.fromEntries(values ? [...others, [vmId, values]] : others)
}

function Entered({
  policy,
  rows,
  grounds,
  first,
  ground,
}: ValuesProps & { readonly first: VmRow; readonly ground: Ground }) {
  const [replaces, setReplaces] = useState(false)
  const [giving, setGiving] = useState<Giving>('once')
  const [own, setOwn] = useState<AssignOrder['own']>({})
  // The form of one VM, whose system is known only where all are alike.
  const os = rows.every(({ vm }) => vm.os === first.vm.os) ? first.vm.os : 'unknown'
  const entered = useEntered({ policy, vm: { ...first.vm, os }, ground, disks: null, start: [], form: 'policy' })
  const asks = asksForValues(policy)
  const once = asks && giving === 'once'
  const order: AssignOrder = {
    action: 'assign',
    policy: { id: policy.id, name: policy.name },
    values: once ? entered.values : [],
    own,
    replaces,
  }
  return (
    <>
      {asks && <Asked policy={policy} entered={entered} os={os} giving={giving} onGiving={setGiving} />}
      <BulkDryRun
        order={order}
        rows={rows}
        grounds={grounds}
        giving={{ policy, once, order, onOwn: (vmId, values) => setOwn((before) => withOwn(before, vmId, values)) }}
        wishes={
          <Checkbox
            label={m.bulk_replaces()}
            size="sm"
            checked={replaces}
            onChange={(event) => setReplaces(event.currentTarget.checked)}
          />
        }
        {...(once && !entered.complete && { onMissing: entered.lead })}
      />
    </>
  )
}
