import { Anchor } from '@mantine/core'
import { Link } from 'react-router'

import type { Switch } from '~/domain/capability'
import { vmsIn } from '~/domain/coverage'
import type { Datacenter } from '~/domain/datacenter'
import { effectOfTurningOff } from '~/domain/switch-effect'
import { useUsage } from '~/pages/parts/use-usage'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'
import { SkeletonBar } from '~/ui/skeleton-rows'

import { vmsLink } from './links'

import classes from './properties.module.css'

const touched = {
  manualBackup: m.infrastructure_effect_manual,
  severalPolicies: m.infrastructure_effect_several,
  changeWhileDeployed: m.infrastructure_effect_deployed,
} as const

const few = 5

/** Who is touched when a switch is turned off, as far as one sees; VMs are named. */
export function SwitchOffEffect({ which, datacenter }: { readonly which: Switch; readonly datacenter: Datacenter }) {
  const { vms, state } = useUsage()
  if (which === 'severalRestores')
    return <Notice tone="warning" title={m.infrastructure_effect_restores()} announce="status" />
  if (state === 'unseen' || state === 'failed')
    return (
      <Notice tone="warning" title={m.infrastructure_effect_unseen()} announce="status">
        {state === 'unseen' ? m.infrastructure_effect_unseen_text() : m.infrastructure_effect_failed_text()}
      </Notice>
    )
  const effect = effectOfTurningOff(which, vmsIn(vms, datacenter.id))
  if (state === 'reading' && vms.length === 0) return <SkeletonBar width="14rem" />
  const found = effect.kind === 'vms' ? effect.vms : []
  return (
    <Notice
      tone={found.length === 0 ? 'neutral' : 'warning'}
      title={touched[which]({ n: found.length })}
      announce="status"
    >
      {state !== 'read' && <p>{m.infrastructure_effect_more()}</p>}
      {found.length > 0 && (
        <ul className={classes['vms']} aria-label={m.infrastructure_effect_vms()}>
          {found.slice(0, few).map((vm) => (
            <li key={vm.id}>
              <Anchor component={Link} to={paths.vm(vm.id)} inherit>
                <bdi>{vm.name}</bdi>
              </Anchor>
            </li>
          ))}
          {found.length > few && (
            <li>
              <Anchor component={Link} to={vmsLink(datacenter)} inherit>
                {m.tenants_more_vms({ n: found.length - few })}
              </Anchor>
            </li>
          )}
        </ul>
      )}
    </Notice>
  )
}
