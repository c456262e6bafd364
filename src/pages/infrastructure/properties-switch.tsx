import { Switch as Toggle } from '@mantine/core'
import { useController } from 'react-hook-form'

import type { BackupSystem, Switch } from '~/domain/capability'
import type { Datacenter } from '~/domain/datacenter'
import { idleBecause } from '~/domain/site-switches'
import { CapabilityLink } from '~/pages/parts/capability-link'
import { capabilityMeaning } from '~/texts/capability-words'
import { m } from '~/texts/messages'
import { switchMeaning, switchName, switchState } from '~/texts/switch-words'
import { StateMark } from '~/ui/state-mark'

import { SwitchOffEffect } from './properties-effect'
import type { PropertiesForm } from './properties-form'

import classes from './properties.module.css'

/** One switch: what it means either way, whom turning it off touches, and whether the backup system follows it. */
export function SwitchRow({
  which,
  form,
  datacenter,
  system,
}: {
  readonly which: Switch
  readonly form: PropertiesForm
  readonly datacenter: Datacenter
  readonly system: BackupSystem | null
}) {
  const {
    field: { ref, value: on, onChange, onBlur },
  } = useController({ control: form.control, name: which })
  const before = form.known[which]
  const idle = idleBecause(which, system)
  if (before === null || on === null)
    return (
      <li className={classes['row']}>
        <h3 className={classes['name']}>{switchName(which)}</h3>
        <StateMark tone="unknown" shape="question" label={switchState(null)} />
        <p className={classes['soft']}>{m.infrastructure_switch_untold_text()}</p>
      </li>
    )
  return (
    <li className={classes['row']} data-changed={on !== before || undefined}>
      <Toggle
        ref={ref}
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
        onBlur={onBlur}
        label={switchName(which)}
        description={switchMeaning(which, on)}
        styles={{ label: { fontWeight: 600 }, track: { boxShadow: 'inset 0 0 0 1px var(--hf-line-strong)' } }}
      />
      <div className={classes['more']}>
        {on !== before && (
          <p className={classes['soft']}>
            {m.infrastructure_switch_was({ state: switchState(before), meaning: switchMeaning(which, before) })}
          </p>
        )}
        {on && idle !== null && system && (
          <div className={classes['idle']}>
            <StateMark tone="warning" shape="alert" label={m.infrastructure_switch_idle({ system: system.name })} />
            <p className={classes['soft']}>
              {capabilityMeaning(idle, false)} <CapabilityLink datacenterId={datacenter.id} system={system.name} />
            </p>
          </div>
        )}
        {before && !on && <SwitchOffEffect which={which} datacenter={datacenter} />}
      </div>
    </li>
  )
}
