import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'

import { vm as vmQuery } from '~/api/queries'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { TabLinks } from '~/pages/parts/tab-links'
import { useSituation } from '~/pages/parts/use-situation'
import { VmOutlet } from '~/pages/parts/vm-in-view'
import { paths } from '~/pages/paths'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { DatacenterClock } from '~/ui/clock'
import { ErrorPanel } from '~/ui/error-panel'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { VmActions } from './detail-actions'
import { BackToList, VmHeader } from './detail-header'
import { VmMissing } from './detail-missing'
import { VmWork } from './detail-work'

import classes from './detail.module.css'

/** A VM: its name and state, what may be done with it, what runs on it, and its parts below as addresses of their own. */
export function Component() {
  const { id = '' } = useParams()
  const machine = useQuery(vmQuery(id))
  const kind = machine.error?.kind
  // Also when it was here a moment ago: someone deleted it meanwhile.
  if (kind === 'not-found') return <VmMissing why="gone" />
  if (kind === 'forbidden') return <VmMissing why="forbidden" />
  if (machine.data) return <Vm key={machine.data.id} vm={machine.data} stale={machine.isRefetchError} />
  if (machine.error)
    return (
      <div className={classes['page']}>
        <BackToList />
        <ErrorPanel heads error={explainError(machine.error)} onRetry={() => void machine.refetch()} />
      </div>
    )
  return <SkeletonRows rows={6} label={m.vm_loading()} />
}

function Vm({ vm, stale }: { readonly vm: VirtualMachine; readonly stale: boolean }) {
  const { situation, settled } = useSituation(vm)
  return (
    <DatacenterClock zone={vm.timeZone}>
      <div className={classes['page']}>
        <VmHeader situation={situation} stale={stale} actions={<VmActions situation={situation} settled={settled} />} />
        <VmWork vm={vm} />
        <TabLinks
          label={m.vm_tabs_label()}
          tabs={[
            { to: paths.vm(vm.id), label: m.vm_tab_overview() },
            { to: paths.vmBackup(vm.id), label: m.vm_tab_backup(), deep: true },
            { to: paths.vmTasks(vm.id), label: m.vm_tab_tasks() },
          ]}
        />
        <VmOutlet vm={vm} />
      </div>
    </DatacenterClock>
  )
}
