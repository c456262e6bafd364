import { backupTypes, type BackupConfiguration } from '~/domain/policy'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'

import type { EditorContext } from './editor-context'
import { Replication } from './general'
import { offerId } from './kinds'
import { KeptKinds } from './kinds-read'
import { NoSystem } from './no-system'
import { TypeSection } from './type-section'
import type { ConnectedSystem } from './use-system'

import classes from './editor.module.css'

/** What a policy backs up and when, type by type, by what the datacenter's backup system can do. */
export function EditorKinds({
  context,
  connected,
  kept,
  problem,
}: {
  readonly context: EditorContext
  readonly connected: ConnectedSystem
  readonly kept: readonly BackupConfiguration[]
  /** What is wrong with the choice as a whole. */
  readonly problem: string | null
}) {
  return (
    <>
      <Replication context={context} />
      <SystemNotice context={context} connected={connected} />
      <section id={offerId('kinds')} tabIndex={-1} aria-label={m.offers_kinds()} className={classes['form']}>
        {problem !== null && <Notice tone="bad" announce="status" title={problem} />}
        {backupTypes.map((type) => (
          <TypeSection key={type} context={context} type={type} />
        ))}
        {kept.length > 0 && <KeptKinds kept={kept} />}
      </section>
    </>
  )
}

/** That there is nothing to judge the kinds by, when there is not. */
function SystemNotice({
  context,
  connected: { system, state },
}: {
  readonly context: EditorContext
  readonly connected: ConnectedSystem
}) {
  if (state === 'none')
    return <NoSystem tone="neutral" datacenter={{ id: context.datacenterId, name: context.datacenterName }} />
  return system?.periodicities === null ? <Notice tone="neutral" title={m.offers_system_unknown()} /> : null
}
