import { Checkbox } from '@mantine/core'
import { useId } from 'react'
import { Link } from 'react-router'

import { isAllowed, type Wishes } from '~/domain/allowance-plan'
import type { OfferedPolicy } from '~/domain/policy'
import type { Allowance } from '~/domain/tenant'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { configurationTitle } from '~/texts/schedule-words'
import { ShapeIcon, StateMark } from '~/ui/state-mark'

import { type Grounds, maySet } from './matrix-grounds'
import type { SetCells } from './matrix-menu'
import { isChanged } from './matrix-view'

import classes from './detail.module.css'

/** A policy to tick; one that is in use keeps its box, says why it stays, and names the VMs. */
export function DetailPolicy({
  allowance,
  policy,
  wishes,
  grounds,
  onSet,
}: {
  readonly allowance: Allowance
  readonly policy: OfferedPolicy
  readonly wishes: Wishes
  readonly grounds: Grounds
  readonly onSet: SetCells
}) {
  const id = useId()
  const wanted = isAllowed(wishes, allowance, policy.id)
  const changed = isChanged(wishes, allowance, policy.id)
  const verdict = maySet(grounds, allowance, policy, !wanted)
  const refused = explain(verdict)
  const vms = grounds.vmsOf(policy.id, allowance.tenant.id) ?? []
  const kinds = policy.configurations.map((one) => configurationTitle(one)).join(' · ')
  return (
    <li className={classes['policy']} data-changed={changed || undefined}>
      <Checkbox
        id={id}
        checked={wanted}
        label={<bdi>{policy.name}</bdi>}
        description={kinds === '' ? m.tenants_no_configuration() : kinds}
        aria-disabled={!verdict.ok}
        {...(!refused.ok && { 'aria-describedby': `${id}-why` })}
        classNames={{ input: classes['box'] ?? '', description: classes['kinds'] ?? '' }}
        onChange={() => {
          if (verdict.ok) onSet({ cells: [{ allowance, policyId: policy.id }], refused: 0 }, !wanted)
        }}
      />
      {changed && (
        <StateMark
          tone={wanted ? 'good' : 'bad'}
          shape={wanted ? 'check' : 'cross'}
          look="pill"
          label={wanted ? m.tenants_will_allow() : m.tenants_will_withdraw()}
        />
      )}
      {!refused.ok && (
        <div id={`${id}-why`} className={classes['why']}>
          <ShapeIcon shape="lock" />
          {!verdict.ok && verdict.reason.code === 'policy-used-by-tenant' ? (
            <Vms vms={vms} search={`${allowance.tenant.name} ${policy.name}`} />
          ) : (
            <p>{refused.because}</p>
          )}
        </div>
      )}
    </li>
  )
}

const fewVms = 6

/** The VMs that use it, each with the way to its policies. */
const Vms = ({ vms, search }: { readonly vms: readonly VirtualMachine[]; readonly search: string }) => (
  <ul className={classes['vms']}>
    <li>{m.tenants_used_by({ n: vms.length })}</li>
    {vms.slice(0, fewVms).map((vm) => (
      <li key={vm.id}>
        <Link className={classes['link']} to={paths.vmPolicies(vm.id)}>
          <bdi>{vm.name}</bdi>
        </Link>
      </li>
    ))}
    {vms.length > fewVms && (
      <li>
        <Link className={classes['link']} to={`${paths.vms()}?${new URLSearchParams({ q: search })}`}>
          {m.tenants_more_vms({ n: vms.length - fewVms })}
        </Link>
      </li>
    )}
  </ul>
)
