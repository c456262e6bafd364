import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'

import { allowances } from '~/api/queries/tenants'
import type { Datacenter } from '~/domain/datacenter'
import { mayOpenTenants } from '~/domain/may-administer'
import type { OfferedPolicy } from '~/domain/policy'
import { EvidenceLine } from '~/pages/parts/evidence/evidence-line'
import { useAdministration } from '~/pages/parts/use-administration'
import { useUsage } from '~/pages/parts/use-usage'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'

import { DeletePolicy } from './delete'
import { policyEvidence } from './list-evidence'
import { PolicyNotices } from './list-notices'
import { prepareRows } from './list-rows'
import { PolicyTable } from './list-table'
import { PolicyToolbar } from './list-toolbar'
import { isFiltered, readView, rowsIn, type View, writeView } from './list-view'
import { useSystem } from './use-system'

import classes from './list.module.css'

/** The policies with their search, their order, and what is missing beside them. */
export function Policies({
  datacenter,
  policies,
  offered,
}: {
  readonly datacenter: Datacenter
  readonly policies: readonly OfferedPolicy[]
  /** How the policies were read. */
  readonly offered: { readonly dataUpdatedAt: number; readonly isRefetchError: boolean; readonly unreadable: number }
}) {
  const [params, setParams] = useSearchParams()
  // The search box holds its own text; it starts anew when the filters are taken off.
  const [version, setVersion] = useState(0)
  const [deleting, setDeleting] = useState<{ readonly policy: OfferedPolicy; readonly opened: boolean } | null>(null)
  const { actor } = useAdministration()
  const connected = useSystem(datacenter.id)
  const reading = useUsage()
  const readable = mayOpenTenants(actor).ok
  const allowed = useQuery({ ...allowances(datacenter.id), enabled: readable })
  const view = readView(params)
  const change = (part: Partial<View>): void =>
    setParams((before) => writeView(before, { ...readView(before), ...part }), {
      replace: true,
      preventScrollReset: true,
    })
  const rows = prepareRows(policies, {
    system: connected.system,
    usage: reading.usage,
    allowances: allowed.data?.rows ?? null,
  })
  const shown = rowsIn(rows, view)
  const seen = {
    usage: reading.usage !== null || reading.state === 'reading',
    allowed: readable && !allowed.isError,
  }
  const system = connected.system?.name ?? ''
  return (
    <div className={classes['list']}>
      <PolicyNotices
        datacenter={datacenter}
        connected={connected}
        reading={reading}
        allowed={readable ? allowed : null}
      />
      <PolicyToolbar key={version} view={view} seen={seen} onChange={change} />
      <EvidenceLine
        reads={[`listOfferedPolicies ${datacenter.id}`, `listAllowances ${datacenter.id}`, 'listVms']}
        make={() =>
          policyEvidence({
            datacenter,
            shown,
            total: rows.length,
            view,
            usage: reading.state,
            allowed: allowed.data !== undefined,
            reading: offered,
          })
        }
      >
        <p className={classes['shown']} aria-live="polite">
          {isFiltered(view)
            ? m.offers_shown({ shown: shown.length, total: rows.length })
            : m.offers_shown_all({ n: rows.length })}
        </p>
      </EvidenceLine>
      {shown.length === 0 ? (
        <EmptyState
          level={3}
          shape="question"
          title={m.offers_no_match_title()}
          text={m.offers_no_match_text()}
          action={
            <Button
              variant="default"
              onClick={() => {
                change({ text: '', show: 'all' })
                setVersion(version + 1)
              }}
            >
              {m.offers_clear()}
            </Button>
          }
        />
      ) : (
        <PolicyTable
          datacenterId={datacenter.id}
          system={system}
          rows={shown}
          usageState={reading.state}
          seen={seen}
          sort={view.sort}
          onSort={(sort) => change({ sort })}
          onDelete={({ policy }) => setDeleting({ policy, opened: true })}
        />
      )}
      {deleting && (
        <DeletePolicy
          key={deleting.policy.id}
          datacenterId={datacenter.id}
          policy={deleting.policy}
          there={policies.some(({ id }) => id === deleting.policy.id)}
          usage={reading.usage}
          allowances={allowed.data?.rows ?? null}
          opened={deleting.opened}
          onClose={() => setDeleting({ ...deleting, opened: false })}
        />
      )}
    </div>
  )
}
