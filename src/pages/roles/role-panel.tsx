import type { BackupPrivilege, Role } from '~/domain/role'
import { SidePanel } from '~/pages/parts/side-panel'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'
import { ErrorPanel } from '~/ui/error-panel'
import { SkeletonRows } from '~/ui/skeleton-rows'
import { useUnsavedGuard } from '~/ui/use-unsaved-guard'

import { RoleEditor } from './role-editor'
import { useRole } from './use-role'

import classes from './roles.module.css'

/** A role beside the list of roles; closing it asks first when something is not saved. */
export function RolePanel({
  id,
  roles,
  suggested,
  onClose,
}: {
  readonly id: string | null
  readonly roles: readonly Role[]
  /** What was asked to be given already, as a wish that is not saved. */
  readonly suggested: BackupPrivilege | null
  readonly onClose: () => void
}) {
  const role = roles.find((one) => one.id === id) ?? null
  const editing = useRole(role, suggested)
  const { held, reading } = editing
  const guard = useUnsavedGuard(editing.dirty, editing.saving, { part: 'role' })
  return (
    <>
      <SidePanel
        title={role?.name ?? m.roles_open_title()}
        opened={id !== null}
        asked={guard.asking}
        // In the next turn: the question would take the same Escape for a no.
        onClose={() => void setTimeout(onClose)}
      >
        {role && (
          <div className={classes['panel']}>
            {held && <RoleEditor role={role} held={held} editing={editing} />}
            {!held && reading.error && (
              <ErrorPanel error={explainError(reading.error)} onRetry={reading.refetch} retrying={reading.isFetching} />
            )}
            {!held && !reading.error && <SkeletonRows rows={5} />}
          </div>
        )}
        {id !== null && !role && <EmptyState title={m.roles_gone_title()} text={m.roles_gone_text()} />}
      </SidePanel>
      {guard.question}
    </>
  )
}
