import { Checkbox, Group, Radio } from '@mantine/core'
import type { ReactNode } from 'react'

import { UserText } from '~/pages/parts/user-text'
import { m } from '~/texts/messages'
import { type Explained, Refusal } from '~/ui/action'
import { StateMark } from '~/ui/state-mark'

import classes from './policy.module.css'

/** How one policy can be chosen. */
export interface PolicyChoice {
  readonly mode: 'one' | 'several'
  readonly chosen: boolean
  readonly assigned: boolean
  /** Whether it may be chosen as well. */
  readonly verdict: Explained
  /** What saving does to it, in words. */
  readonly effect: string | null
  readonly onToggle: (chosen: boolean) => void
}

interface PolicyPickProps {
  readonly id: string
  readonly name: string
  readonly pick: PolicyChoice
  readonly readOnly: boolean
  /** What stands at the end of the line. */
  readonly children?: ReactNode
}

/** The head of a policy: its name as the control that chooses it, whether it is assigned, and what a save does to it. */
export function PolicyPick({ id, name, pick, readOnly, children }: PolicyPickProps) {
  const label = <UserText>{name}</UserText>
  const refusal = pick.verdict.ok || pick.chosen || readOnly ? null : pick.verdict
  const toggle = (chosen: boolean): void => {
    if (!refusal) pick.onToggle(chosen)
  }
  const common = {
    id,
    label,
    checked: pick.chosen,
    styles: { label: { fontWeight: 600 } },
    ...(refusal && { 'aria-disabled': true, 'aria-describedby': `${id}-refusal` }),
  }
  return (
    <>
      <Group justify="space-between" align="flex-start" gap="xs">
        {readOnly ? (
          <h3 className={classes['policyName']}>{label}</h3>
        ) : pick.mode === 'one' ? (
          <Radio {...common} name="policy" onChange={() => toggle(true)} />
        ) : (
          <Checkbox {...common} onChange={(event) => toggle(event.currentTarget.checked)} />
        )}
        <Group gap={8} className={classes['pickEnd'] ?? ''}>
          {pick.assigned && <StateMark tone="good" shape="shield-check" label={m.policies_assigned()} />}
          {pick.effect && <span className={classes['effect']}>{pick.effect}</span>}
          {children}
        </Group>
      </Group>
      {refusal && (
        <div className={classes['quiet']} id={`${id}-refusal`}>
          <Refusal verdict={refusal} />
        </div>
      )}
    </>
  )
}
