import { Anchor } from '@mantine/core'
import { Link } from 'react-router'

import type { BackupManager, BackupSystemType } from '~/domain/backup-manager'
import { type BackupRules, switches } from '~/domain/capability'
import type { Datacenter } from '~/domain/datacenter'
import { idleBecause } from '~/domain/site-switches'
import { CapabilityLink } from '~/pages/parts/capability-link'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { switchName, switchState } from '~/texts/switch-words'
import { Facts } from '~/ui/facts'
import { Panel } from '~/ui/page'
import { StateMark } from '~/ui/state-mark'

import { systemName, systemOf } from './system-of'

import classes from './overview.module.css'

/** The connection to the backup system. */
export const SystemPanel = ({
  datacenter,
  manager,
  types,
}: {
  readonly datacenter: Datacenter
  readonly manager: BackupManager
  readonly types: readonly BackupSystemType[] | undefined
}) => (
  <Panel
    title={m.infrastructure_card_system()}
    actions={
      <Anchor component={Link} to={paths.manager(datacenter.id)} size="sm">
        {m.infrastructure_overview_manager()}
      </Anchor>
    }
  >
    <Facts
      items={[
        [m.infrastructure_manager_type(), <strong key="type">{systemName(types, manager.type)}</strong>],
        [m.infrastructure_manager_name(), <bdi key="name">{manager.name}</bdi>],
        [
          m.infrastructure_manager_endpoint(),
          manager.endpoint === null ? (
            m.infrastructure_card_no_endpoint()
          ) : (
            <bdi key="endpoint">{manager.endpoint}</bdi>
          ),
        ],
        ...(manager.user === null
          ? []
          : ([[m.infrastructure_manager_user(), <bdi key="user">{manager.user}</bdi>]] as const)),
        [
          m.infrastructure_tab_capabilities(),
          <CapabilityLink key="can" datacenterId={datacenter.id} system={systemName(types, manager.type)} />,
        ],
      ]}
    />
    {types && !systemOf(types, manager.type) && (
      <div className={classes['below']}>
        <StateMark tone="bad" shape="cross" label={m.infrastructure_manager_unloaded({ type: manager.type })} />
      </div>
    )}
  </Panel>
)

/** How the switches stand; one that the backup system does not follow says so. */
export const SwitchesPanel = ({
  datacenter,
  rules,
  system,
}: {
  readonly datacenter: Datacenter
  readonly rules: BackupRules
  readonly system: BackupSystemType | null
}) => (
  <Panel
    title={m.infrastructure_properties_title()}
    actions={
      <Anchor component={Link} to={paths.properties(datacenter.id)} size="sm">
        {m.infrastructure_overview_properties()}
      </Anchor>
    }
  >
    <ul className={classes['lines']}>
      {switches.map((which) => {
        const state = rules[which]
        const idle = state === true && idleBecause(which, system) !== null
        return (
          <li key={which}>
            <span>{switchName(which)}</span>
            <StateMark
              tone={idle ? 'warning' : state === null ? 'unknown' : state ? 'good' : 'neutral'}
              shape={idle ? 'alert' : state === null ? 'question' : state ? 'check' : 'dash'}
              label={idle ? m.infrastructure_switch_no_effect() : switchState(state)}
            />
          </li>
        )
      })}
    </ul>
  </Panel>
)
