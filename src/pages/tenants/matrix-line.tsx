import { useId } from 'react'

import type { OfferedPolicy } from '~/domain/policy'
import type { Allowance } from '~/domain/tenant'
import { roles } from '~/pages/parts/grid/grid-roles'
import { m } from '~/texts/messages'
import { StateMark } from '~/ui/state-mark'

import { WhyNot } from './matrix-cell'
import { type Grounds, maySet } from './matrix-grounds'
import type { SetCells } from './matrix-menu'

import classes from './matrix-list.module.css'

/** One tenant and one policy with a switch; why it stays is written below, for a finger hovers over nothing. */
export function MatrixLine({
  allowance,
  policy,
  label,
  wanted,
  changed,
  grounds,
  onSet,
}: {
  readonly allowance: Allowance
  readonly policy: OfferedPolicy
  readonly label: string
  readonly wanted: boolean
  readonly changed: boolean
  readonly grounds: Grounds
  readonly onSet: SetCells
}) {
  const id = useId()
  const verdict = maySet(grounds, allowance, policy, !wanted)
  return (
    <li className={classes['line']}>
      <label htmlFor={id} className={classes['label']}>
        <bdi>{label}</bdi>
        {changed && (
          <StateMark
            tone={wanted ? 'good' : 'bad'}
            shape={wanted ? 'check' : 'cross'}
            label={wanted ? m.tenants_will_allow() : m.tenants_will_withdraw()}
          />
        )}
      </label>
      <input
        id={id}
        type="checkbox"
        {...roles.switch}
        className={classes['switch']}
        checked={wanted}
        aria-disabled={!verdict.ok}
        aria-describedby={verdict.ok ? undefined : `${id}-why`}
        onChange={() => {
          if (verdict.ok) onSet({ cells: [{ allowance, policyId: policy.id }], refused: 0 }, !wanted)
        }}
      />
      {!verdict.ok && (
        <div id={`${id}-why`} className={classes['why']}>
          <WhyNot verdict={verdict} vms={grounds.vmsOf(policy.id, allowance.tenant.id) ?? []} />
        </div>
      )}
    </li>
  )
}
