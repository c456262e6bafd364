import { holds } from '~/domain/holds'
import { mayOpenBackup, mayReadEvents, mayReadResults } from '~/domain/may-back-up'
import type { Situation } from '~/domain/situation'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Refusal } from '~/ui/action'
import { Notice } from '~/ui/notice'
import { Panel } from '~/ui/page'

import classes from './area.module.css'

/**
 * In place of policies and results for people without the privilege: which one is missing, who can give it, and what
 * they can do all the same.
 */
export function AreaRefused({
  situation: { actor, vm },
  closed,
}: {
  readonly situation: Situation
  /** This person may restore, and the platform shows them nothing to restore from. */
  readonly closed: boolean
}) {
  const verdict = explain(mayOpenBackup(actor))
  return (
    <Panel title={m.backup_refused_title()}>
      <title>{m.common_document_title({ page: m.vm_document_title({ part: m.backup_title(), name: vm.name }) })}</title>
      <div className={classes['refused']}>
        {!verdict.ok && <Refusal verdict={verdict} />}
        {closed && (
          <Notice tone="warning" title={m.backup_refused_trap_title()}>
            <p>{m.backup_refused_trap_text()}</p>
            <p>{m.backup_refused_trap_who()}</p>
          </Notice>
        )}
        <div>
          <h3>{m.backup_refused_anyway()}</h3>
          <ul>
            {!closed && mayReadResults(actor).ok && <li>{m.backup_refused_can_results()}</li>}
            <li>{m.backup_refused_can_badge()}</li>
            {mayReadEvents(actor).ok && <li>{m.backup_refused_can_events()}</li>}
            <li>{m.backup_refused_can_tasks()}</li>
            {holds(actor, 'vm.power').ok && <li>{m.backup_refused_can_power()}</li>}
          </ul>
        </div>
        <div>
          <h3>{m.backup_refused_ask()}</h3>
          <blockquote className={classes['ask']}>
            {m.backup_refused_ask_text({ role: actor.role, vm: vm.name })}
          </blockquote>
        </div>
      </div>
    </Panel>
  )
}
