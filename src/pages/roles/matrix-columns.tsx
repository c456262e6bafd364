import { useQuery } from '@tanstack/react-query'

import { rolePrivileges } from '~/api/queries/roles'
import { mayChangeRole } from '~/domain/may-administer'
import { type BackupPrivilege, backupPrivileges, isBackupPrivilege, mendOf, type Role, trapsOf } from '~/domain/role'
import { useAdministration } from '~/pages/parts/use-administration'
import { m } from '~/texts/messages'
import { privilegeWords } from '~/texts/privilege-names'
import { backupPrivilegeWords } from '~/texts/privilege-words'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { SkeletonBar } from '~/ui/skeleton-rows'
import { ShapeIcon, StateMark } from '~/ui/state-mark'
import type { Column } from '~/ui/table'

import { TrapTitles } from './role-traps'

import classes from './roles.module.css'

function Name({ role }: { readonly role: Role }) {
  const { actor } = useAdministration()
  return (
    <span className={classes['role']}>
      <bdi>{role.name}</bdi>
      {role.name === actor.role && <span className={classes['own']}>{m.roles_own_mark()}</span>}
      {role.locked && (
        <span className={classes['locked']} title={m.roles_locked_title()}>
          <ShapeIcon shape="lock" />
          {m.roles_locked()}
        </span>
      )}
    </span>
  )
}

/** Read once for all cells of the row, when the row comes into sight. */
function Held({ role, privilege }: { readonly role: Role; readonly privilege: BackupPrivilege }) {
  const { data: held, error } = useQuery(rolePrivileges(role.id))
  if (held)
    return held.has(privilege) ? (
      <StateMark tone="good" shape="check" label={m.roles_yes()} />
    ) : (
      <span className={classes['soft']}>{m.roles_no()}</span>
    )
  if (error) return <StateMark tone="unknown" shape="question" label={m.roles_unread()} />
  return <SkeletonBar width="2.5rem" />
}

type Open = (role: Role, give: BackupPrivilege) => void

function Traps({ role, onOpen }: { readonly role: Role; readonly onOpen: Open }) {
  const { data: held } = useQuery(rolePrivileges(role.id))
  const administration = useAdministration()
  if (!held) return null
  const traps = trapsOf(held)
  if (traps.length === 0)
    return (
      <span className={classes['soft']}>
        {backupPrivileges.some((privilege) => held.has(privilege)) ? m.roles_fine() : m.roles_nothing_held()}
      </span>
    )
  const mends = [...new Set(traps.map(mendOf))].filter(isBackupPrivilege)
  return (
    <div className={classes['toKnow']}>
      <TrapTitles traps={traps} />
      {mends.map((privilege) => (
        <Action
          key={privilege}
          size="compact-xs"
          variant="default"
          verdict={explain(mayChangeRole(administration, role))}
          onClick={() => onOpen(role, privilege)}
        >
          {m.roles_give({ privilege: privilegeWords(privilege) })}
        </Action>
      ))}
    </div>
  )
}

/** A role, its five privileges, and what is odd about them with the way to mend it. */
export const columnsFor = (onOpen: Open): readonly Column<Role>[] => [
  { key: 'name', head: m.roles_role(), cell: (role) => <Name role={role} /> },
  ...backupPrivileges.map((privilege): Column<Role> => ({
    key: privilege,
    head: backupPrivilegeWords(privilege).short,
    cell: (role) => <Held role={role} privilege={privilege} />,
  })),
  { key: 'traps', head: m.roles_traps(), cell: (role) => <Traps role={role} onOpen={onOpen} /> },
]
