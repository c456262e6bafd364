import type { BackupManager, BackupSystemType } from '~/domain/backup-manager'
import { TwoVersions, type VersionRow } from '~/pages/parts/two-versions'
import { m } from '~/texts/messages'

import { visibleOf, type VisiblePart, visibleParts } from './manager-entry'
import type { ManagerForm } from './manager-form'
import { systemName } from './system-of'

const labels: Readonly<Record<VisiblePart, () => string>> = {
  type: m.infrastructure_manager_type,
  name: m.infrastructure_manager_name,
  endpoint: m.infrastructure_manager_endpoint,
  user: m.infrastructure_manager_user,
}

function rowsOf(
  { draft, known }: ManagerForm,
  latest: BackupManager | null,
  types: readonly BackupSystemType[] | undefined,
): readonly VersionRow[] {
  if (!latest)
    return [{ label: m.infrastructure_tab_manager(), mine: draft.name, theirs: m.infrastructure_version_gone() }]
  const before = visibleOf(known)
  const theirs = visibleOf(latest)
  const show = (part: VisiblePart, value: string): string => {
    if (value === '') return m.infrastructure_version_empty()
    return part === 'type' ? systemName(types, value) : value
  }
  const kept = (part: VisiblePart): string => {
    if (draft[part] === before[part]) return m.infrastructure_version_untouched()
    // The type of a manager that is there cannot change, whoever wished for another one.
    return part === 'type' ? m.infrastructure_version_type({ type: show(part, draft[part]) }) : show(part, draft[part])
  }
  return visibleParts
    .filter((part) => draft[part] !== theirs[part])
    .map((part) => ({
      label: labels[part](),
      mine: kept(part),
      theirs: show(part, theirs[part]),
    }))
}

/** Someone else connected, changed or deleted the manager meanwhile. */
export const ManagerVersions = ({
  form,
  latest,
  types,
}: {
  readonly form: ManagerForm
  readonly latest: BackupManager | null
  readonly types: readonly BackupSystemType[] | undefined
}) => <TwoVersions rows={rowsOf(form, latest, types)} onMine={form.keepMine} onTheirs={form.takeTheirs} />
