import { privileges } from '~/domain/privilege'
import { backupPrivileges, defaultRoles, hasByDefault, isBackupPrivilege, type RoleTrap } from '~/domain/role'
import { privilegeWords } from '~/texts/privilege-names'
import { backupPrivilegeWords, defaultRoleWords, trapWords } from '~/texts/privilege-words'
import { reasonWords } from '~/texts/reasons'

import { label, table } from './markdown'

const traps: readonly RoleTrap[] = [
  { code: 'no-tab', privilege: 'backup.restore' },
  { code: 'no-tab', privilege: 'backup.disks' },
  { code: 'no-tab', privilege: 'backup.schedule' },
  { code: 'no-schedule' },
  { code: 'no-vms' },
  { code: 'no-infrastructure', missing: 'infrastructure.details' },
]

/** Who may do what. */
export const privilegeTables = (): readonly (readonly [string, string])[] => [
  [
    'backup-privileges',
    table(
      ['Privilege', 'What it opens', 'By default', 'Group', 'Key'],
      backupPrivileges.map((privilege) => {
        const { label: name, opens, group, key } = backupPrivilegeWords(privilege)
        const roles = defaultRoles.filter((role) => hasByDefault(role, privilege)).map(defaultRoleWords)
        return [label(name), opens, roles.join(', '), group, `\`${key}\``]
      }),
    ),
  ],
  [
    'role-traps',
    table(
      ['Trap', 'What it means', 'What mends it'],
      traps.map((trap) => {
        const { title, role, missing } = trapWords(trap)
        return [title, role, label(privilegeWords(missing))]
      }),
    ),
  ],
  [
    'other-privileges',
    table(
      ['Privilege', 'Who has it'],
      privileges
        .filter((privilege) => !isBackupPrivilege(privilege))
        .map((privilege) => [
          label(privilegeWords(privilege)),
          reasonWords({ code: 'privilege', privilege }).who ?? '',
        ]),
    ),
  ],
]
