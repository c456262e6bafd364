import { queryClient, serverTime } from '~/api/queries'
import { rolePrivileges } from '~/api/queries/roles'
import type { EvidenceTable } from '~/domain/evidence'
import { backupPrivileges, type Role, type RolePrivileges, trapsOf } from '~/domain/role'
import { type EvidenceList, filterWords, readingGaps } from '~/pages/parts/evidence/list'
import { m } from '~/texts/messages'
import { backupPrivilegeWords, trapWords } from '~/texts/privilege-words'

/** What a role gives, as far as it was read: each role is a question of its own. */
const heldBy = ({ id }: Role): RolePrivileges | undefined => queryClient.getQueryData(rolePrivileges(id).queryKey)

const yesOrNo = (yes: boolean): string => (yes ? m.evidence_yes() : m.evidence_no())

function roleTable(roles: readonly Role[]): EvidenceTable {
  return {
    columns: [
      { key: 'role', head: m.roles_role() },
      { key: 'id', head: m.evidence_id(), filesOnly: true },
      { key: 'locked', head: m.evidence_role_locked() },
      ...backupPrivileges.map((privilege) => ({
        key: backupPrivilegeWords(privilege).key,
        head: backupPrivilegeWords(privilege).short,
      })),
      { key: 'traps', head: m.roles_traps() },
    ],
    rows: roles.map((role) => {
      const held = heldBy(role)
      const gives = backupPrivileges.map((one) => (held ? yesOrNo(held.has(one)) : m.evidence_unknown()))
      const traps = held ? trapsOf(held).map((trap) => trapWords(trap).title) : []
      return { id: role.id, zone: null, cells: [role.name, role.id, yesOrNo(role.locked), ...gives, traps.join('; ')] }
    }),
  }
}

/** The roles as they are shown, with what they give of backups. */
export function roleEvidence({
  shown,
  total,
  text,
  found,
  reading,
}: {
  readonly shown: readonly Role[]
  readonly total: number
  readonly text: string
  /** How many match. */
  readonly found: number
  readonly reading: {
    readonly dataUpdatedAt: number
    readonly isRefetchError: boolean
    readonly unreadable: number
  }
}): EvidenceList {
  const unread = shown.filter((role) => !heldBy(role)).length
  return {
    title: m.roles_platform(),
    name: [m.roles_platform()],
    table: roleTable(shown),
    total,
    filters: filterWords(m.roles_search(), text),
    order: null,
    asOf: serverTime(reading.dataUpdatedAt),
    gaps: [
      ...readingGaps(reading, reading.unreadable),
      ...(shown.length < found ? [m.evidence_gap_page({ n: shown.length, total: found })] : []),
      ...(unread > 0 ? [m.evidence_gap_privileges({ n: unread })] : []),
    ],
    judged: false,
  }
}
