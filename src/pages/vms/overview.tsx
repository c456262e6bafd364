import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'

import { vmTasks } from '~/api/queries'
import { useSituation } from '~/pages/parts/use-situation'
import { useVmInView } from '~/pages/parts/vm-in-view'
import { paths } from '~/pages/paths'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'
import { ErrorPanel } from '~/ui/error-panel'
import { Panel } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { DiskPanel, FactPanel } from './overview-facts'
import { ProtectionPanel } from './overview-protection'
import { TaskList } from './tasks-list'

import classes from './overview.module.css'

const recent = 3

/** What the VM is, how well it is protected and by what evidence, and what was done to it last. */
export function Component() {
  const vm = useVmInView()
  const { situation } = useSituation(vm)
  return (
    <div className={classes['overview']}>
      <title>
        {m.common_document_title({ page: m.vm_document_title({ part: m.vm_tab_overview(), name: vm.name }) })}
      </title>
      <ProtectionPanel situation={situation} />
      <FactPanel vm={vm} />
      <RecentTasks vmId={vm.id} />
      <DiskPanel vm={vm} />
    </div>
  )
}

function RecentTasks({ vmId }: { readonly vmId: string }) {
  const tasks = useQuery(vmTasks(vmId))
  return (
    <Panel
      title={m.vm_recent_tasks()}
      actions={
        <Anchor component={Link} to={paths.vmTasks(vmId)} size="sm">
          {m.vm_all_tasks()}
        </Anchor>
      }
    >
      {tasks.data && tasks.data.length > 0 && (
        <TaskList tasks={tasks.data.slice(0, recent)} label={m.vm_recent_tasks()} brief />
      )}
      {tasks.data?.length === 0 && <EmptyState level={3} title={m.tasks_empty_title()} text={m.tasks_empty_text()} />}
      {tasks.isPending && <SkeletonRows rows={recent} />}
      {!tasks.data && tasks.error && (
        <ErrorPanel error={explainError(tasks.error)} onRetry={() => void tasks.refetch()} />
      )}
    </Panel>
  )
}
