import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { offeredPolicies, properties } from '~/api/queries/infrastructure'
import type { BackupRules } from '~/domain/capability'
import type { Datacenter } from '~/domain/datacenter'
import type { OfferedPolicy } from '~/domain/policy'
import { type UsageReading, useUsage } from '~/pages/parts/use-usage'
import { paths } from '~/pages/paths'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { ErrorPanel } from '~/ui/error-panel'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { type ConnectedSystem, useSystem } from './use-system'

import classes from './editor.module.css'

/** Everything that a policy is made with. */
export interface Ground {
  readonly datacenter: Datacenter
  readonly policies: readonly OfferedPolicy[]
  readonly readAt: number
  readonly connected: ConnectedSystem
  readonly rules: BackupRules
  readonly reading: UsageReading
}

const rulesNotKnown: BackupRules = {
  manualBackup: null,
  severalPolicies: null,
  changeWhileDeployed: null,
  severalRestores: null,
}

/** Reads what a policy is made with, and shows the form once all of it is here: it must not change while one types. */
export function WithGround({
  datacenter,
  children,
}: {
  readonly datacenter: Datacenter
  readonly children: (ground: Ground) => ReactNode
}) {
  const offered = useQuery(offeredPolicies(datacenter.id))
  const switches = useQuery(properties(datacenter.id))
  const connected = useSystem(datacenter.id)
  const reading = useUsage()
  const usageComes = reading.usage === null && reading.state === 'reading'
  if (offered.data && connected.state !== 'reading' && !switches.isPending && !usageComes)
    return children({
      datacenter,
      policies: offered.data.rows,
      readAt: offered.dataUpdatedAt,
      connected,
      rules: switches.data?.rules ?? rulesNotKnown,
      reading,
    })
  if (offered.error && !offered.data)
    return (
      <ErrorPanel
        error={explainError(offered.error)}
        onRetry={() => void offered.refetch()}
        retrying={offered.isFetching}
      />
    )
  return <SkeletonRows rows={6} height={72} label={m.offers_loading()} />
}

/** The head of a page about one policy: the way back, what it is, and what else can be done. */
export const EditorHead = ({
  datacenter,
  title,
  actions,
}: {
  readonly datacenter: Datacenter
  readonly title: string
  readonly actions?: ReactNode
}) => (
  <div className={classes['head']}>
    <title>
      {m.common_document_title({ page: m.offers_document_title({ part: title, datacenter: datacenter.name }) })}
    </title>
    <div>
      <Link className={classes['back']} to={paths.offeredPolicies(datacenter.id)}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M9.5 3.5 5 8l4.5 4.5" />
        </svg>
        {m.offers_back()}
      </Link>
      <h2 className={classes['title']}>
        <bdi>{title}</bdi>
      </h2>
    </div>
    {actions}
  </div>
)
