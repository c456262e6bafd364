import { Button } from '@mantine/core'
import { useIsMutating, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'

import { backup as backupQuery, type History, isWhole } from '~/api/queries/backups'
import { askedKey } from '~/api/queries/protection'
import { isBrokenOff } from '~/api/queries/read-on'
import type { Situation } from '~/domain/situation'
import { SidePanel } from '~/pages/parts/side-panel'
import { paths } from '~/pages/paths'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'
import { ErrorPanel } from '~/ui/error-panel'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { RestorePreflight } from './restore-preflight'
import { RestoreProgress } from './restore-progress'

/** In place of a task's id, when the platform accepted a restore and named no task. */
const noTask = 'none'

/**
 * The way back to one backup, as a part of the address: `?restore=` names the backup, `task` the restore that runs,
 * `way` that it comes back as another VM, `moment` the one that someone looked for a way back to, on the timeline. A reload
 * or a link shows the same.
 */
export function RestoreDrawer({
  situation,
  history,
  busy,
}: {
  readonly situation: Situation
  /** Undefined until the newest ones were read. */
  readonly history: History | undefined
  /** More of them are on their way. */
  readonly busy: boolean
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
  const navigate = useNavigate()
  const moment = params.get('moment')
  // Who came from the ways back to a moment goes on choosing among them.
  const close = (): void =>
    moment === null
      ? put({ restore: null, task: null, way: null })
      : void navigate(`${paths.vmTimeline(situation.vm.id)}?${new URLSearchParams({ moment })}`, { replace: true })
  const read = history?.rows.find((one) => one.id === id)
  const onItsWay = busy && isBrokenOff(history)
  const isUnread = id !== null && history !== undefined && !read && !onItsWay && !isWhole(history)
  const single = useQuery({ ...backupQuery(situation.vm.id, id ?? ''), enabled: isUnread })
  const backup = read ?? (isUnread ? single.data : undefined)
  const error = isUnread ? single.error : null
  const isGone = error?.kind === 'not-found'
  const sending = useIsMutating({ mutationKey: askedKey(situation.vm.id, 'restore') }) > 0
  const isComing = !history || (!read && onItsWay) || (isUnread && single.isPending)
  return (
    <SidePanel title={m.restore_title()} opened={id !== null} onClose={close} sending={sending} wide>
      {backup && taskId === null && (
        <RestorePreflight
          key={backup.id}
          situation={situation}
          backup={backup}
          backups={history?.rows ?? []}
          until={moment === null ? situation.now : new Date(moment)}
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
      {isComing && <SkeletonRows rows={6} label={m.restore_loading()} />}
      {error && !isGone && (
        <ErrorPanel error={explainError(error)} onRetry={() => void single.refetch()} retrying={single.isFetching} />
      )}
      {id !== null && !isComing && !backup && (!error || isGone) && (
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
