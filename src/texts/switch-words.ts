import type { Ability, Switch } from '~/domain/capability'

import { m } from './messages'

interface SwitchWords {
  readonly name: () => string
  readonly on: () => string
  readonly off: () => string
}

const words: Readonly<Record<Switch, SwitchWords>> = {
  manualBackup: {
    name: m.infrastructure_switch_manual,
    on: m.infrastructure_switch_manual_on,
    off: m.infrastructure_switch_manual_off,
  },
  severalPolicies: {
    name: m.infrastructure_ability_several_policies,
    on: m.infrastructure_switch_several_on,
    off: m.infrastructure_switch_several_off,
  },
  changeWhileDeployed: {
    name: m.infrastructure_ability_change_while_deployed,
    on: m.infrastructure_switch_deployed_on,
    off: m.infrastructure_switch_deployed_off,
  },
  severalRestores: {
    name: m.infrastructure_switch_restores,
    on: m.infrastructure_switch_restores_on,
    off: m.infrastructure_switch_restores_off,
  },
}

/** "Back up now" */
export const switchName = (which: Switch): string => words[which].name()

/** What the switch means for tenants when it stands so. */
export const switchMeaning = (which: Switch, on: boolean): string => (on ? words[which].on() : words[which].off())

/** "On", "Off", or that the platform does not say. */
export const switchState = (state: Ability): string =>
  state === null ? m.infrastructure_switch_untold() : state ? m.infrastructure_on() : m.infrastructure_off()
