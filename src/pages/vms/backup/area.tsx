import { useQuery } from '@tanstack/react-query'
import { Navigate, useMatch } from 'react-router'

import { backups } from '~/api/queries/backups'
import { mayOpenBackup, mayReadResults } from '~/domain/may-back-up'
import { isDeployed, type VirtualMachine } from '~/domain/virtual-machine'
import { TabLinks } from '~/pages/parts/tab-links'
import { useSituation } from '~/pages/parts/use-situation'
import { useVmInView, VmOutlet } from '~/pages/parts/vm-in-view'
import { CancelBackup } from '~/pages/parts/ways/cancel-backup'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'

import { AreaRefused } from './area-refused'

import classes from './area.module.css'

/** The backup area of a VM: its parts as addresses of their own, and what its state means for backups. */
export function Component() {
  const vm = useVmInView()
  const { situation } = useSituation(vm)
  const bare = useMatch('/vms/:id/backup')
  const onEvents = useMatch('/vms/:id/backup/events')
  const onPolicies = useMatch('/vms/:id/backup/policies')
  const open = (onPolicies ? mayOpenBackup : mayReadResults)(situation.actor)
  // Whether the right to restore is enough to read results only the platform can say.
  const unsure = !bare && !onEvents && open.ok && !mayOpenBackup(situation.actor).ok
  const { error } = useQuery({ ...backups(vm.id), enabled: unsure })
  const closed = unsure && error?.kind === 'forbidden'
  if (bare) return <Navigate to={paths.vmTimeline(vm.id)} replace />
  return (
    <div className={classes['area']}>
      <div className={classes['head']}>
        <TabLinks
          label={m.backup_tabs_label()}
          look="pill"
          tabs={[
            { to: paths.vmTimeline(vm.id), label: m.timeline_tab() },
            { to: paths.vmPolicies(vm.id), label: m.backup_tab_policies() },
            { to: paths.vmResults(vm.id), label: m.backup_tab_results() },
            { to: paths.vmEvents(vm.id), label: m.backup_tab_events() },
          ]}
        />
        <CancelBackup situation={situation} />
      </div>
      <StateNotice vm={vm} />
      {/* Events have a privilege of their own, and their page judges it. */}
      {(open.ok && !closed) || onEvents ? <VmOutlet vm={vm} /> : <AreaRefused situation={situation} closed={closed} />}
    </div>
  )
}

/** What being undeployed, or in a state that nobody knows, means for backups. */
function StateNotice({ vm }: { readonly vm: VirtualMachine }) {
  if (vm.state === 'unknown')
    return (
      <Notice tone="unknown" title={m.backup_state_unknown_title()}>
        <p>{m.backup_state_unknown_text({ state: vm.stateText })}</p>
      </Notice>
    )
  if (isDeployed(vm)) return null
  return (
    <Notice tone="neutral" title={m.backup_undeployed_title()}>
      <p>{m.backup_undeployed_some()}</p>
      <p>{m.backup_undeployed_more()}</p>
    </Notice>
  )
}
