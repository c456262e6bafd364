import { NativeSelect } from '@mantine/core'
import { useSearchParams } from 'react-router'

import type { BulkAction } from '~/domain/bulk-plan'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'
import { Panel } from '~/ui/page'

import { BulkBackup } from './bulk-backup'
import { BulkDryRun } from './bulk-dry-run'
import { type BulkPolicy, nameIn, policiesFor } from './bulk-policies'
import { Reading } from './bulk-reading'
import { BulkValues } from './bulk-values'
import { type Grounds, useGrounds } from './use-grounds'

import classes from './bulk.module.css'

interface PrepareProps {
  readonly action: BulkAction
  readonly rows: readonly VmRow[]
}

/** What to do, with which values, and what it would do to each VM. */
export function BulkPrepare({ action, rows }: PrepareProps) {
  const grounds = useGrounds(rows)
  return action === 'backup' ? (
    <BulkBackup rows={rows} grounds={grounds} />
  ) : (
    <WithPolicy action={action} rows={rows} grounds={grounds} />
  )
}

function WithPolicy({ action, rows, grounds }: PrepareProps & { readonly grounds: Grounds }) {
  const [search, setSearch] = useSearchParams()
  const offered = policiesFor(action, rows, grounds)
  const chosen = offered.find(({ id }) => id === search.get('policy')) ?? null
  const reading = grounds.done < grounds.total
  const choose = (policy: string): void =>
    setSearch(policy === '' ? { action } : { action, policy }, { replace: true, preventScrollReset: true })
  return (
    <div className={classes['page']}>
      <Panel
        title={m.bulk_policy()}
        text={action === 'assign' ? m.bulk_policy_text_assign() : m.bulk_policy_text_remove()}
      >
        {offered.length === 0 && !reading ? (
          <p className={classes['soft']}>
            {action === 'assign' ? m.bulk_policy_none_assign() : m.bulk_policy_none_remove()}
          </p>
        ) : (
          <NativeSelect
            aria-label={m.bulk_policy()}
            maw="32rem"
            value={chosen?.id ?? ''}
            onChange={(event) => choose(event.currentTarget.value)}
            data={[{ value: '', label: m.bulk_policy_choose() }, ...grouped(offered)]}
          />
        )}
        <Reading grounds={grounds} />
      </Panel>
      {chosen === null && offered.length > 0 && <EmptyState shape="shield" title={m.bulk_policy_missing()} />}
      {action === 'assign' && chosen?.policy && (
        <BulkValues key={chosen.id} policy={chosen.policy} rows={rows} grounds={grounds} />
      )}
      {action === 'remove' && chosen && (
        <BulkDryRun order={{ action, policy: { id: chosen.id, name: chosen.name } }} rows={rows} grounds={grounds} />
      )}
    </div>
  )
}

/** The policies under the name of their datacenter. */
function grouped(offered: readonly BulkPolicy[]) {
  const places = [...new Set(offered.map(({ datacenter }) => datacenter))]
  return places.map((place) => ({
    group: place ?? m.bulk_no_place(),
    items: offered
      .filter(({ datacenter }) => datacenter === place)
      .map((one) => ({ value: one.id, label: m.bulk_policy_for({ name: nameIn(offered, one), n: one.count }) })),
  }))
}
