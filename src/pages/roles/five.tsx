import { type BackupPrivilege, backupPrivileges, defaultRoles, hasByDefault } from '~/domain/role'
import { ListSection } from '~/pages/parts/list-section'
import { ResponsiveTable } from '~/pages/parts/responsive-table'
import { m } from '~/texts/messages'
import { perLanguage } from '~/texts/per-language'
import { backupPrivilegeWords, defaultRoleWords } from '~/texts/privilege-words'
import type { Column } from '~/ui/table'

import classes from './roles.module.css'

interface Row {
  readonly id: BackupPrivilege
}

const columns = perLanguage((): readonly Column<Row>[] => [
  {
    key: 'label',
    head: m.roles_privilege(),
    cell: ({ id }) => {
      const { label, key } = backupPrivilegeWords(id)
      return (
        <span className={classes['named']}>
          <strong>{label}</strong>
          <code translate="no">{key}</code>
        </span>
      )
    },
  },
  {
    key: 'group',
    head: m.roles_group(),
    cell: ({ id }) => <span className={classes['group']}>{backupPrivilegeWords(id).group}</span>,
  },
  { key: 'opens', head: m.roles_opens(), cell: ({ id }) => backupPrivilegeWords(id).opens },
  {
    key: 'default',
    head: m.roles_by_default(),
    cell: ({ id }) => (
      <ul className={classes['defaults']}>
        {defaultRoles
          .filter((role) => hasByDefault(role, id))
          .map((role) => (
            <li key={role}>{defaultRoleWords(role)}</li>
          ))}
      </ul>
    ),
  },
])

const rows: readonly Row[] = backupPrivileges.map((id) => ({ id }))

/** What the five backup privileges are, where the platform keeps them, and who has them when nobody changed a role. */
export const FivePrivileges = () => (
  <ListSection title={m.roles_five()} note={<p className={classes['soft']}>{m.roles_five_text()}</p>}>
    <ResponsiveTable label={m.roles_five_table()} rows={rows} columns={columns()} />
  </ListSection>
)
