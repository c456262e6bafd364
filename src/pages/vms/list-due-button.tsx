import { useNavigate } from 'react-router'

import { mayOpenBackup } from '~/domain/may-back-up'
import { useActor } from '~/pages/parts/use-actor'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { type Explained, explain } from '~/texts/reasons'
import { Action } from '~/ui/action'

import { selection } from './selection'

const nobody = (): Explained => ({ ok: false, because: m.ways_due_none(), who: null, mend: m.ways_due_next() })

/** Chooses the VMs whose turn has come, and leads to the dry run of all of them. */
export function DueButton({ due }: { readonly due: readonly string[] }) {
  const navigate = useNavigate()
  const opens = explain(mayOpenBackup(useActor()))
  const start = (): void => {
    selection.clear()
    selection.add(due)
    void navigate(`${paths.vmsBulk()}?action=backup`)
  }
  return (
    <Action verdict={opens.ok && due.length === 0 ? nobody() : opens} size="xs" onClick={start}>
      {due.length === 0 ? m.ways_due_reading() : m.ways_due({ n: due.length })}
    </Action>
  )
}
