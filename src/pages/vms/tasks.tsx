import { useQuery } from '@tanstack/react-query'

import { vmTasks } from '~/api/queries'
import { Freshness } from '~/pages/parts/freshness'
import { useVmInView } from '~/pages/parts/vm-in-view'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'
import { ErrorPanel } from '~/ui/error-panel'
import { Panel } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { TaskList } from './tasks-list'

/** Everything that the platform did on this VM, newest first, with the steps of each piece of work. */
export function Component() {
  const vm = useVmInView()
  const tasks = useQuery(vmTasks(vm.id))
  return (
    <>
      <title>{m.common_document_title({ page: m.vm_document_title({ part: m.tasks_title(), name: vm.name }) })}</title>
      <Panel title={m.tasks_title()} actions={tasks.data && <Freshness reading={tasks} />}>
        {tasks.data ? (
          <Tasks tasks={tasks.data} />
        ) : tasks.error ? (
          <ErrorPanel error={explainError(tasks.error)} onRetry={() => void tasks.refetch()} />
        ) : (
          <SkeletonRows rows={4} />
        )}
      </Panel>
    </>
  )
}

function Tasks({ tasks }: { readonly tasks: Parameters<typeof TaskList>[0]['tasks'] }) {
  if (tasks.length === 0) return <EmptyState title={m.tasks_empty_title()} text={m.tasks_empty_text()} />
  return <TaskList tasks={tasks} label={m.tasks_table()} />
}
