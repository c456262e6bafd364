import type { Ability } from '~/domain/capability'
import type { Capability } from '~/domain/reason'

import { m } from './messages'

/** What a backup system may be able to do, and what it means for tenants when it can and when it cannot. */
interface AbilityWords {
  readonly name: () => string
  readonly can: () => string
  readonly cannot: () => string
}

const abilities: Readonly<Record<Capability, AbilityWords>> = {
  'on-demand': {
    name: m.infrastructure_ability_on_demand,
    can: m.infrastructure_ability_on_demand_yes,
    cannot: m.infrastructure_ability_on_demand_no,
  },
  schedule: {
    name: m.infrastructure_ability_schedule,
    can: m.infrastructure_ability_schedule_yes,
    cannot: m.infrastructure_ability_schedule_no,
  },
  replication: {
    name: m.infrastructure_ability_replication,
    can: m.infrastructure_ability_replication_yes,
    cannot: m.infrastructure_ability_replication_no,
  },
  restore: {
    name: m.infrastructure_ability_restore,
    can: m.infrastructure_ability_restore_yes,
    cannot: m.infrastructure_ability_restore_no,
  },
  'restore-while-on': {
    name: m.infrastructure_ability_restore_while_on,
    can: m.infrastructure_ability_restore_while_on_yes,
    cannot: m.infrastructure_ability_restore_while_on_no,
  },
  'choose-disks': {
    name: m.infrastructure_ability_choose_disks,
    can: m.infrastructure_ability_choose_disks_yes,
    cannot: m.infrastructure_ability_choose_disks_no,
  },
  'several-policies': {
    name: m.infrastructure_ability_several_policies,
    can: m.infrastructure_ability_several_policies_yes,
    cannot: m.infrastructure_ability_several_policies_no,
  },
  'change-while-deployed': {
    name: m.infrastructure_ability_change_while_deployed,
    can: m.infrastructure_ability_change_while_deployed_yes,
    cannot: m.infrastructure_ability_change_while_deployed_no,
  },
  'set-at-deploy': {
    name: m.infrastructure_ability_set_at_deploy,
    can: m.infrastructure_ability_set_at_deploy_yes,
    cannot: m.infrastructure_ability_set_at_deploy_no,
  },
}

/** "Back up now" */
export const capabilityName = (capability: Capability): string => abilities[capability].name()

/** What it means for tenants that a system can or cannot do a thing, or that nobody says. */
export function capabilityMeaning(capability: Capability, ability: Ability): string {
  if (ability === null) return m.infrastructure_ability_untold()
  return ability ? abilities[capability].can() : abilities[capability].cannot()
}

/** "Yes", "No", "Not told" */
export const abilityWords = (ability: Ability): string =>
  ability === null ? m.infrastructure_not_told() : ability ? m.infrastructure_yes() : m.infrastructure_no()
