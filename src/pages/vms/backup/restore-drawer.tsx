import { Button } from '@mantine/core'
import { useSearchParams } from 'react-router'

import type { Backup } from '~/domain/backup'
import type { Situation } from '~/domain/situation'
import { SidePanel } from '~/pages/parts/side-panel'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { RestorePreflight } from './restore-preflight'
import { RestoreProgress } from './restore-progress'

/** In place of a task's id, when the platform accepted a restore and named no task. */
const noTask = 'none'

/**
 * The way back to one backup, as a part of the address: `?restore=` names the backup, `task` the restore that runs,
 * `way` that it comes back as another VM. A reload or a link shows the same.
 */
export function RestoreDrawer({
  situation,
  backups,
}: {
  readonly situation: Situation
  /** Null until they were read. */
  readonly backups: readonly Backup[] | null
}) {
  const [params, setParams] = useSearchParams()
  const id = params.get('restore')
  const taskId = params.get('task')
  const put = (changes: Readonly<Record<string, string | null>>): void =>
    setParams(
      (before) => {
        for (const [key, value] of Object.entries(changes)) {
          if (value === null) before.delete(key)
          else before.set(key, value)
        }
        return before
      },
      { replace: true, preventScrollReset: true },
    )
  const close = (): void => put({ restore: null, task: null, way: null })
  const backup = backups?.find((one) => one.id === id)
  return (
    <SidePanel title={m.restore_title()} opened={id !== null} onClose={close} wide>
      {backup && taskId === null && (
        <RestorePreflight
          key={backup.id}
          situation={situation}
          backup={backup}
          backups={backups ?? []}
          onChoose={(other) => put({ restore: other.id })}
          onAsked={(task, way) => put({ restore: backup.id, task: task ?? noTask, way: way === 'new-vm' ? way : null })}
        />
      )}
      {backup && taskId !== null && (
        <RestoreProgress
          situation={situation}
          backup={backup}
          beside={params.get('way') === 'new-vm'}
          taskId={taskId === noTask ? null : taskId}
          onClose={close}
        />
      )}
      {backups === null && <SkeletonRows rows={6} label={m.restore_loading()} />}
      {id !== null && backups !== null && !backup && (
        <EmptyState
          title={m.restore_not_found_title()}
          text={m.restore_not_found_text()}
          action={
            <Button variant="default" onClick={close}>
              {m.restore_back()}
            </Button>
          }
        />
      )}
    </SidePanel>
  )
}
