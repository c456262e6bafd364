import { bulkActions } from '~/domain/bulk-plan'
import { mayOpenBackup } from '~/domain/may-back-up'
import { useActor } from '~/pages/parts/use-actor'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'

const words = { backup: m.bulk_to_backup, assign: m.bulk_to_assign, remove: m.bulk_to_remove } as const

/** What can be done with the VMs that are selected. */
export function SelectWays() {
  const verdict = explain(mayOpenBackup(useActor()))
  return bulkActions.map((action) => (
    <Action
      key={action}
      verdict={verdict}
      to={`${paths.vmsBulk()}?action=${action}`}
      size="xs"
      variant={action === 'backup' ? 'filled' : 'default'}
    >
      {words[action]()}
    </Action>
  ))
}
