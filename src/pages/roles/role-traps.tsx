import { Button } from '@mantine/core'

import { type BackupPrivilege, isBackupPrivilege, mendOf, type RoleTrap } from '~/domain/role'
import { m } from '~/texts/messages'
import { privilegeWords } from '~/texts/privilege-names'
import { trapWords } from '~/texts/privilege-words'
import { Notice } from '~/ui/notice'
import { ShapeIcon } from '~/ui/state-mark'

import classes from './roles.module.css'

/** What a set of privileges means for the people who have it, and what would mend what is odd about it. */
export function RoleTraps({
  traps,
  holds,
  onGive,
}: {
  readonly traps: readonly RoleTrap[]
  /** The role gives a backup privilege at all. */
  readonly holds: boolean
  /** Left out where the role cannot change. */
  readonly onGive?: (privilege: BackupPrivilege) => void
}) {
  const mends = [...new Set(traps.map(mendOf))]
  return (
    <section className={classes['means']} aria-label={m.roles_traps_of()} aria-live="polite">
      <h3>{m.roles_traps_of()}</h3>
      {traps.length === 0 && <p>{holds ? m.roles_no_traps() : m.roles_no_privileges()}</p>}
      {traps.map((trap) => {
        const { title, role } = trapWords(trap)
        return (
          <Notice key={title} tone="warning" title={title}>
            <p>{role}</p>
          </Notice>
        )
      })}
      {mends.map((privilege) => {
        if (!isBackupPrivilege(privilege))
          return <p key={privilege}>{m.roles_give_elsewhere({ privilege: privilegeWords(privilege) })}</p>
        return (
          onGive && (
            <div key={privilege}>
              <Button variant="default" size="xs" onClick={() => onGive(privilege)}>
                {m.roles_give({ privilege: privilegeWords(privilege) })}
              </Button>
            </div>
          )
        )
      })}
    </section>
  )
}

/** The same in a few words, for a cell. */
export const TrapTitles = ({ traps }: { readonly traps: readonly RoleTrap[] }) => (
  <ul className={classes['titles']}>
    {traps.map((trap) => {
      const { title } = trapWords(trap)
      return (
        <li key={title}>
          <ShapeIcon shape="alert" />
          {title}
        </li>
      )
    })}
  </ul>
)
