import type { BackupSystemType } from '~/domain/backup-manager'
import { backupTypes, periodicities } from '~/domain/policy'
import type { Capability } from '~/domain/reason'
import { capabilityMeaning, capabilityName } from '~/texts/capability-words'
import { m } from '~/texts/messages'
import { backupTypeWords, periodicityWords } from '~/texts/schedule-words'
import { Panel } from '~/ui/page'
import { ScrollBox } from '~/ui/scroll-box'

import { AbilityMark, makes } from './capability-marks'

import classes from './capabilities.module.css'

/** In the order in which a VM meets them. */
export const capabilityOrder = [
  'schedule',
  'set-at-deploy',
  'change-while-deployed',
  'several-policies',
  'choose-disks',
  'on-demand',
  'replication',
  'restore',
  'restore-while-on',
] as const satisfies readonly Capability[]

/** What the connected system can do, and what each of it means for tenants. */
export const OwnAbilities = ({ system }: { readonly system: BackupSystemType }) => (
  <Panel
    title={m.infrastructure_capabilities_own({ system: system.name })}
    text={system.versions === null ? undefined : m.infrastructure_manager_versions({ versions: system.versions })}
  >
    <dl className={classes['abilities']}>
      {capabilityOrder.map((capability) => (
        <div key={capability}>
          <dt>{capabilityName(capability)}</dt>
          <dd>
            <AbilityMark ability={system.can[capability]} />
            {system.documented?.has(capability) && (
              <span className={classes['soft']}> {m.infrastructure_capabilities_documented()}</span>
            )}
          </dd>
          <dd className={classes['soft']}>{capabilityMeaning(capability, system.can[capability])}</dd>
        </div>
      ))}
    </dl>
  </Panel>
)

/** Which kinds of backups the connected system makes: what a policy may hold. */
export const OwnKinds = ({ system }: { readonly system: BackupSystemType }) => (
  <Panel
    title={m.infrastructure_capabilities_kinds()}
    text={
      system.documented?.has('kinds')
        ? m.infrastructure_capabilities_kinds_documented()
        : m.infrastructure_capabilities_kinds_text()
    }
  >
    {system.periodicities === null ? (
      <p className={classes['soft']}>{m.infrastructure_capabilities_kinds_untold()}</p>
    ) : (
      <ScrollBox className={classes['scroll']} label={m.infrastructure_capabilities_kinds()}>
        <table className={classes['table']} aria-label={m.infrastructure_capabilities_kinds()}>
          <thead>
            <tr>
              <th scope="col" className={classes['first']}>
                {m.infrastructure_capabilities_how_often()}
              </th>
              {backupTypes.map((type) => (
                <th key={type} scope="col">
                  {backupTypeWords(type)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {periodicities.map((periodicity) => (
              <tr key={periodicity}>
                <th scope="row" className={classes['first']}>
                  {periodicityWords(periodicity)}
                </th>
                {backupTypes.map((type) => (
                  <td key={type}>
                    <AbilityMark ability={makes(system, type, periodicity)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    )}
  </Panel>
)
