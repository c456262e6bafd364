import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'

import { type BulkAction, bulkActions } from '~/domain/bulk-plan'
import { wayToList } from '~/pages/parts/fleet/way-to-list'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'
import { ErrorPanel } from '~/ui/error-panel'
import { PageHeader } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { BulkPrepare } from './bulk-prepare'
import { BulkRun } from './bulk-run'
import { useSelection } from './selection'
import { useBulk } from './use-bulk'
import { useChosen } from './use-chosen'

const isAction = (text: string | null): text is BulkAction => bulkActions.some((action) => action === text)

/** A change of many VMs: which, with which values, what it would do; then how far it is, and what became of each. */
export function Component() {
  const bulk = useBulk()
  const chosen = useSelection()
  const [search] = useSearchParams()
  const wanted = search.get('action')
  const { job, unfinished } = bulk
  const [preparing, setPreparing] = useState(false)
  const action = isAction(wanted) && chosen.size > 0 ? wanted : null
  // What is entered here stays when another tab begins a change meanwhile.
  if (preparing !== (action !== null && (preparing || !unfinished))) setPreparing(!preparing)
  if (action && preparing) return <Chosen action={action} chosen={chosen} />
  if (job) return <BulkRun bulk={bulk} job={job} />
  return (
    <>
      <PageHeader title={m.bulk_title()} back={wayToList()} />
      <EmptyState
        title={m.bulk_none()}
        text={m.bulk_none_text()}
        action={
          <Button component={Link} to={wayToList().to}>
            {m.bulk_to_vms()}
          </Button>
        }
      />
    </>
  )
}

function Chosen({ action, chosen }: { readonly action: BulkAction; readonly chosen: ReadonlySet<string> }) {
  const { vms, rows } = useChosen(chosen)
  const n = chosen.size
  const title = {
    backup: m.bulk_title_backup,
    assign: m.bulk_title_assign,
    remove: m.bulk_title_remove,
  }[action]({ n })
  return (
    <>
      <PageHeader title={title} text={m.bulk_lead()} back={wayToList()} />
      {rows ? (
        <BulkPrepare key={action} action={action} rows={rows} />
      ) : vms.error ? (
        <ErrorPanel error={explainError(vms.error)} onRetry={() => void vms.refetch()} retrying={vms.isFetching} />
      ) : (
        <SkeletonRows rows={6} height={45} />
      )}
    </>
  )
}
