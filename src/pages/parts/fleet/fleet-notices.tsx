import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import type { Fleet } from '~/api/queries'
import { isBrokenOff } from '~/api/queries/read-on'
import { tellsPlannedEnds } from '~/domain/privilege'
import { AsOf } from '~/pages/parts/as-of'
import { totalWords } from '~/pages/parts/total-words'
import { Retry, Unread } from '~/pages/parts/unread'
import { useActor } from '~/pages/parts/use-actor'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Time } from '~/ui/time'

import { ReadFurther } from './read-further'
import { whyPartial } from './why-partial'

import classes from './fleet-notices.module.css'

interface Outcomes {
  readonly since: Date
  readonly wholeSince: Date | null
  readonly complete: boolean
  /** There is no trail to be read: nothing is missing that could be there. */
  readonly trailless?: boolean
}

interface Readings {
  readonly fleet: UseQueryResult<Fleet>
  readonly outcomes: UseQueryResult<Outcomes>
}

/** How old the list is, and a way to read it again, with `onRefresh` for what else is on the page. */
export function Fresh({ fleet, outcomes, onRefresh }: Readings & { readonly onRefresh?: () => void }) {
  if (!fleet.data) return fleet.error ? null : m.vms_loading()
  const { rows, unreadable, total, untold, end, asOf } = fleet.data
  const more = untold || rows.length + unreadable < total
  return (
    <span className={classes['fresh']}>
      {more && fleet.isFetching ? (
        <output className={classes['progress']}>{m.vms_progress({ read: end, total: totalWords(fleet.data) })}</output>
      ) : (
        <AsOf at={asOf} />
      )}
      <Button
        variant="subtle"
        size="compact-xs"
        loading={fleet.isFetching && !fleet.isPending}
        onClick={() => {
          void fleet.refetch()
          void outcomes.refetch()
          onRefresh?.()
        }}
      >
        {m.fresh_refresh()}
      </Button>
    </span>
  )
}

/** That not all ends of backups are known, and why. */
const Partly = ({ outcomes }: { readonly outcomes: Outcomes }) =>
  tellsPlannedEnds(useActor()) ? (
    <Notice tone="neutral" title={m.vms_outcomes_partial_title()}>
      <p>
        {whyPartial(outcomes)} <Time at={outcomes.wholeSince ?? outcomes.since} />
      </p>
    </Notice>
  ) : (
    <Notice tone="unknown" title={m.calendar_partly_title()}>
      <p>{m.calendar_untold_text()}</p>
    </Notice>
  )

/** Around what is told by readings: while these are old it is grey, never green. */
export const Aged = ({ old, children }: { readonly old: boolean; readonly children: ReactNode }) => (
  <div className={classes['aged']} data-old={old || undefined}>
    {children}
  </div>
)

/**
 * What is missing in the list, or old in it, and why. `outcomes` null: the page tells of them itself; so with `long`
 * of how much of a long list was read.
 */
export function FleetNotices({
  fleet,
  outcomes,
  policies,
  running,
  long = 'here',
}: {
  readonly fleet: Readings['fleet']
  readonly outcomes: Readings['outcomes'] | null
  readonly policies: UseQueryResult<{ readonly unreadable: number }>
  readonly running: UseQueryResult
  readonly long?: 'here' | 'elsewhere'
}) {
  const unreadable = fleet.data?.unreadable ?? 0
  return (
    <div className={classes['notices']}>
      {long === 'here' && fleet.data && <ReadFurther reading={fleet.data} busy={fleet.isFetching} />}
      {fleet.isRefetchError && fleet.data && (
        <Notice
          tone="warning"
          announce="status"
          title={
            isBrokenOff(fleet.data)
              ? m.vms_part_title({ read: fleet.data.rows.length + unreadable, total: totalWords(fleet.data) })
              : m.vms_stale_title()
          }
          action={<Retry onClick={() => void fleet.refetch()} />}
        >
          {isBrokenOff(fleet.data) ? (
            <p>{m.vms_part_text()}</p>
          ) : (
            <p>
              {m.vms_stale_text()} <Time at={fleet.data.asOf} />
            </p>
          )}
          <p>{explainError(fleet.error).title}</p>
        </Notice>
      )}
      {unreadable > 0 && (
        <Notice tone="warning" title={m.vms_unreadable_title({ n: unreadable })}>
          <p>{m.vms_unreadable_text()}</p>
        </Notice>
      )}
      <Unread reading={policies} title={policies.data ? m.vms_policies_old_title() : m.vms_policies_unknown_title()}>
        <p>{policies.data ? m.vms_policies_old_text() : m.vms_policies_unknown_text()}</p>
      </Unread>
      {policies.data && policies.data.unreadable > 0 && !policies.error && (
        <Notice
          tone="unknown"
          title={m.vms_policies_part_title()}
          action={<Retry onClick={() => void policies.refetch()} />}
        >
          <p>{m.vms_policies_part_text()}</p>
        </Notice>
      )}
      <Unread reading={running} title={running.data ? m.vms_running_old_title() : m.vms_running_unknown_title()}>
        <p>{running.data ? m.vms_outcomes_old_text() : m.vms_running_unknown_text()}</p>
      </Unread>
      {outcomes && (
        <Unread reading={outcomes} title={outcomes.data ? m.vms_outcomes_old_title() : m.vms_outcomes_unknown_title()}>
          {outcomes.data && <p>{m.vms_outcomes_old_text()}</p>}
        </Unread>
      )}
      {outcomes?.data && !outcomes.data.complete && !outcomes.data.trailless && <Partly outcomes={outcomes.data} />}
    </div>
  )
}
