import { useMediaQuery } from '@mantine/hooks'
import { useReducer, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'

import { planOf, type Wishes } from '~/domain/allowance-plan'
import type { Datacenter } from '~/domain/datacenter'
import type { OfferedPolicy } from '~/domain/policy'
import type { Allowance } from '~/domain/tenant'
import { remember } from '~/pages/parts/remember'
import { useActor } from '~/pages/parts/use-actor'
import { useUsage } from '~/pages/parts/use-usage'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'

import { ApplyFoot } from './apply-foot'
import type { Standing } from './apply-result'
import { MatrixGrid } from './matrix-grid'
import { groundsOf } from './matrix-grounds'
import { MatrixList } from './matrix-list'
import type { SetCells } from './matrix-menu'
import { step, untouched } from './matrix-state'
import { MatrixToolbar } from './matrix-toolbar'
import {
  inPolicyOrder,
  inTenantOrder,
  type MatrixView,
  readMatrixView,
  type Shown,
  shownOf,
  writeMatrixView,
} from './matrix-view'
import { useApply } from './use-apply'

import classes from './matrix.module.css'

const ordered = remember((rows: readonly Allowance[], columns: readonly OfferedPolicy[]) => ({
  rows: inTenantOrder(rows),
  columns: inPolicyOrder(columns),
}))
/** The same rows and columns are the same arrays, so that a row is drawn again only when something about it changed. */
const shownBy = remember(
  (all: Shown, tenant: string, policy: string, changed: boolean, differing: boolean, wishes: Wishes) =>
    shownOf(all, { tenant, policy, changed, differing }, wishes),
)

/** On a narrow screen only the filter for the lines of the list counts. */
const filtersFor = (view: MatrixView, narrow: boolean): MatrixView =>
  narrow ? { ...view, differing: false, ...(view.by === 'policy' ? { policy: '' } : { tenant: '' }) } : view

/** The table with its filters, what was changed in it, and the way to send that. */
export function MatrixBoard({
  datacenter,
  policies,
  standing,
  onLook,
}: {
  readonly datacenter: Datacenter
  readonly policies: readonly OfferedPolicy[]
  readonly standing: Standing
  readonly onLook: () => void
}) {
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const [params, setParams] = useSearchParams()
  const [state, take] = useReducer(step, untouched)
  const [said, setSaid] = useState<string | null>(null)
  const run = useApply()
  const board = useRef<HTMLDivElement>(null)
  const view = filtersFor(readMatrixView(params), narrow)
  const all = ordered(standing.allowances, policies)
  const shown = shownBy(
    all,
    view.tenant,
    view.policy,
    view.changed,
    view.differing,
    // Only these filters look at what was changed.
    view.changed || view.differing ? state.wishes : untouched.wishes,
  )
  const grounds = groundsOf(useActor(), useUsage().usage, run.busy)
  const plan = planOf(all.rows, state.wishes)
  const onView = (change: Partial<MatrixView>): void =>
    setParams((before) => writeMatrixView({ ...readMatrixView(before), ...change }), {
      replace: true,
      preventScrollReset: true,
    })
  const onSet: SetCells = ({ cells, refused }, wanted, at) => {
    take({ do: 'set', cells, wanted, ...(at && { at }) })
    setSaid(refused > 0 && cells.length + refused > 1 ? m.tenants_said({ n: refused }) : null)
  }
  const onForget = (rows: ReadonlySet<string> | 'all'): void => {
    setSaid(null)
    take({ do: 'forget', rows })
  }
  const parts = { shown, view, wishes: state.wishes, grounds, onView, onSet }
  return (
    <div ref={board} tabIndex={-1} className={classes['board']}>
      <MatrixToolbar
        all={all}
        shown={shown}
        view={view}
        only={narrow ? (view.by === 'policy' ? 'tenant' : 'policy') : null}
        onView={onView}
      />
      {shown.rows.length === 0 || shown.columns.length === 0 ? (
        <EmptyState shape="question" level={3} title={m.tenants_no_match()} text={m.tenants_no_match_text()} />
      ) : narrow ? (
        <MatrixList all={all} {...parts} />
      ) : (
        <MatrixGrid
          shown={shown}
          state={state}
          grounds={grounds}
          label={m.tenants_grid({ datacenter: datacenter.name })}
          onStep={take}
          onSet={onSet}
        />
      )}
      <ApplyFoot
        board={board}
        plan={plan}
        words={m.tenants_for_tenants({ n: plan.length })}
        run={run}
        standing={standing}
        names={{
          lineName: ({ tenant }) => tenant.name,
          policyName: (id) => policies.find((one) => one.id === id)?.name ?? m.tenants_policy_unknown(),
        }}
        about={datacenter.name}
        said={said}
        onForget={onForget}
        onLook={onLook}
      />
    </div>
  )
}
