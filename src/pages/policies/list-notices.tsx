import type { UseQueryResult } from '@tanstack/react-query'

import type { Datacenter } from '~/domain/datacenter'
import { Unread } from '~/pages/parts/unread'
import type { UsageReading } from '~/pages/parts/use-usage'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'

import { NoSystem } from './no-system'
import type { ConnectedSystem } from './use-system'

const usageWords: Readonly<Partial<Record<UsageReading['state'], () => string>>> = {
  unseen: m.offers_usage_unseen,
  failed: m.offers_usage_failed,
  'partly-read': m.offers_usage_partly,
}

/** What is missing beside the policies, and why. */
export function PolicyNotices({
  datacenter,
  connected,
  reading,
  allowed,
}: {
  readonly datacenter: Datacenter
  readonly connected: ConnectedSystem
  readonly reading: UsageReading
  /** Null: this person may not read which tenants may use what. */
  readonly allowed: UseQueryResult | null
}) {
  const [first, ...others] = [
    usageWords[reading.state]?.(),
    allowed === null ? m.offers_allowances_unseen() : undefined,
  ].filter((words) => words !== undefined)
  return (
    <>
      {connected.state === 'none' && <NoSystem tone="warning" datacenter={datacenter} />}
      {first !== undefined && (
        <Notice tone="neutral" title={first}>
          {others.length > 0 ? others.join(' ') : undefined}
        </Notice>
      )}
      {allowed && !allowed.data && <Unread reading={allowed} title={m.offers_allowances_failed()} />}
    </>
  )
}
