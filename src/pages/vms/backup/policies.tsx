import { useQuery } from '@tanstack/react-query'

import { disks, policies } from '~/api/queries'
import { mayOpenBackup } from '~/domain/may-back-up'
import type { Situation } from '~/domain/situation'
import { systemCan } from '~/domain/situation'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { useSituation } from '~/pages/parts/use-situation'
import { useVmInView } from '~/pages/parts/vm-in-view'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Refusal } from '~/ui/action'
import { EmptyState } from '~/ui/empty-state'
import { ErrorPanel } from '~/ui/error-panel'
import { Notice } from '~/ui/notice'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { PoliciesEditor } from './policies-editor'
import { PoliciesSettings } from './policies-settings'

import classes from '~/pages/parts/policy/policy.module.css'

/** The backup policies of a VM: which protect it, with which values, and what a change would do. */
export function Component() {
  const vm = useVmInView()
  return (
    <>
      <title>
        {m.common_document_title({ page: m.vm_document_title({ part: m.backup_tab_policies(), name: vm.name }) })}
      </title>
      <Policies vm={vm} />
    </>
  )
}

function Policies({ vm }: { readonly vm: VirtualMachine }) {
  const { situation, settled } = useSituation(vm)
  const opens = explain(mayOpenBackup(situation.actor))
  if (!opens.ok) return <EmptyState shape="shield" title={m.policies_refused()} text={<Refusal verdict={opens} />} />
  if (!settled) return <SkeletonRows rows={5} height={72} />
  const scheduled = explain(systemCan(situation.site, 'schedule'))
  if (situation.site.system !== null && !scheduled.ok)
    return <EmptyState shape="shield" title={m.policies_no_schedule()} text={<Refusal verdict={scheduled} />} />
  return <Offered situation={situation} />
}

function Offered({ situation }: { readonly situation: Situation }) {
  const { vm } = situation
  const offered = useQuery(policies(vm.id))
  const machineDisks = useQuery(disks(vm.id))
  if (vm.assignments === null)
    return <EmptyState shape="question" title={m.policies_not_told()} text={m.policies_not_told_text()} />
  if (offered.data?.rows.length === 0 && offered.data.unreadable === 0 && vm.assignments.length === 0)
    return <EmptyState shape="shield" title={m.policies_empty()} text={m.policies_empty_text()} />
  if (offered.data && !machineDisks.isPending)
    return (
      <div className={classes['page']}>
        {offered.data.unreadable > 0 && (
          <Notice tone="warning" title={m.policies_unreadable({ n: offered.data.unreadable })} />
        )}
        <PoliciesEditor situation={situation} policies={offered.data.rows} disks={machineDisks.data ?? null} />
        <PoliciesSettings situation={situation} />
      </div>
    )
  if (offered.error) return <ErrorPanel error={explainError(offered.error)} onRetry={() => void offered.refetch()} />
  return <SkeletonRows rows={5} height={72} />
}
