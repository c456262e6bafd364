import type { Actor, Privilege } from '~/domain/privilege'
import { privileges } from '~/domain/privilege'
import { backupPrivileges, isBackupPrivilege, ownTraps, type RolePrivileges } from '~/domain/role'
import { m } from '~/texts/messages'
import { privilegeWords } from '~/texts/privilege-names'
import { trapWords } from '~/texts/privilege-words'
import { ShapeIcon } from '~/ui/state-mark'

import classes from './rights.module.css'

/** Privileges, each with whether it is held: by a shape and by words. */
export const PrivilegeList = ({
  label,
  of,
  held,
}: {
  readonly label: string
  readonly of: readonly Privilege[]
  readonly held: RolePrivileges
}) => (
  <ul className={classes['list']} aria-label={label}>
    {of.map((privilege) => (
      <li key={privilege} data-held={held.has(privilege) || undefined}>
        <ShapeIcon shape={held.has(privilege) ? 'check' : 'dash'} />
        <span>
          {held.has(privilege) ? privilegeWords(privilege) : m.roles_not_held({ what: privilegeWords(privilege) })}
        </span>
      </li>
    ))}
  </ul>
)

const others = privileges.filter((privilege) => !isBackupPrivilege(privilege))

/** What a person may do: backups first, then what is odd about it, and everything else folded. */
export function Rights({ actor }: { readonly actor: Actor }) {
  const { may } = actor
  const traps = ownTraps(actor)
  return (
    <div className={classes['rights']}>
      <PrivilegeList label={m.roles_five()} of={backupPrivileges} held={may} />
      {traps.length > 0 && (
        <ul className={classes['traps']} aria-label={m.roles_traps()}>
          {traps.map((trap) => {
            const { title, own } = trapWords(trap)
            return (
              <li key={title}>
                <ShapeIcon shape="alert" />
                <span>
                  <strong>{title}</strong> {own}
                </span>
              </li>
            )
          })}
        </ul>
      )}
      <details>
        <summary>{m.roles_mine_others({ n: others.filter((privilege) => may.has(privilege)).length })}</summary>
        <PrivilegeList label={m.roles_mine_others({ n: others.length })} of={others} held={may} />
      </details>
    </div>
  )
}
