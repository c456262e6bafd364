import { m } from '~/texts/messages'
import { Panel } from '~/ui/page'

import classes from './overview.module.css'

interface Setting {
  /** Names of properties, or of the file; the same in every language. */
  readonly names: readonly string[]
  readonly value: () => string
  readonly text: () => string
  /** Types of plug-ins that it concerns; all, and also none, when left out. */
  readonly only?: RegExp
}

const settings: readonly Setting[] = [
  {
    names: ['abiquo.backup.check.delay'],
    value: m.infrastructure_server_check_value,
    text: m.infrastructure_server_check,
  },
  {
    names: ['abiquo.backup.policy.sync.delay'],
    value: m.infrastructure_server_sync_value,
    text: m.infrastructure_server_sync,
    only: /RUBRIK/i,
  },
  ...(['veeam', 'networker', 'rubrik'] as const).map((plugin) => ({
    names: [`abiquo.backup.${plugin}.config.path`],
    value: () => m.infrastructure_server_path_value({ plugin }),
    text: m.infrastructure_server_path,
    only: new RegExp(plugin, 'i'),
  })),
  {
    names: [
      'veeam.maxrestorepoints',
      'veeam.maxrestorepoints.schedule.<subtype>',
      'veeam.maxrestorepoints.policycode.<CODE>',
    ],
    value: m.infrastructure_server_retention_value,
    text: m.infrastructure_server_retention,
    only: /VEEAM/i,
  },
  {
    names: ['abiquo.virtualfactory.backup.openSession'],
    value: m.infrastructure_server_parallel_value,
    text: m.infrastructure_server_parallel,
  },
  {
    names: ['vmware.snapshot.keep'],
    value: m.infrastructure_server_snapshots_value,
    text: m.infrastructure_server_snapshots,
    only: /SNAPSHOT/i,
  },
]

/** What only someone with a shell on the server can see and change; spoken of, because it explains what one sees here. */
export function ServerSettings({ type }: { readonly type: string | null }) {
  const shown = settings.filter(({ only }) => !only || (type !== null && only.test(type)))
  return (
    <Panel title={m.infrastructure_server_title()} text={m.infrastructure_server_text()}>
      <dl className={classes['server']}>
        {shown.map(({ names, value, text }) => (
          <div key={names[0]}>
            <dt>
              {text()}
              {names.map((name) => (
                <code key={name}>{name}</code>
              ))}
            </dt>
            <dd>{value()}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
