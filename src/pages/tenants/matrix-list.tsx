import { Button, NativeSelect, SegmentedControl } from '@mantine/core'

import { isAllowed, type Wishes } from '~/domain/allowance-plan'
import { m } from '~/texts/messages'

import { bulkOf, type Grounds } from './matrix-grounds'
import { MatrixLine } from './matrix-line'
import type { SetCells } from './matrix-menu'
import { isChanged, type MatrixView, type Shown } from './matrix-view'

import classes from './matrix-list.module.css'

/** The table for a narrow screen: one policy with all tenants, or one tenant with all policies. */
export function MatrixList({
  all,
  shown,
  view,
  wishes,
  grounds,
  onView,
  onSet,
}: {
  /** What can be chosen. */
  readonly all: Shown
  /** What the filters let through. */
  readonly shown: Shown
  readonly view: MatrixView
  readonly wishes: Wishes
  readonly grounds: Grounds
  readonly onView: (change: Partial<MatrixView>) => void
  readonly onSet: SetCells
}) {
  const byPolicy = view.by === 'policy'
  const choices = byPolicy
    ? all.columns.map(({ id, name }) => ({ value: id, label: name }))
    : all.rows.map(({ id, tenant }) => ({ value: id, label: tenant.name }))
  const one = choices.find(({ value }) => value === view.one)?.value ?? choices[0]?.value ?? ''
  const line: Shown = byPolicy
    ? { rows: shown.rows, columns: all.columns.filter(({ id }) => id === one) }
    : { rows: all.rows.filter(({ id }) => id === one), columns: shown.columns }
  const lines = line.rows.flatMap((allowance) => line.columns.map((policy) => ({ allowance, policy })))
  return (
    <div className={classes['list']}>
      <SegmentedControl
        fullWidth
        aria-label={m.tenants_by()}
        value={view.by}
        data={[
          { value: 'policy', label: m.tenants_by_policy() },
          { value: 'tenant', label: m.tenants_by_tenant() },
        ]}
        onChange={(by) => onView({ by: by === 'tenant' ? 'tenant' : 'policy', one: null })}
      />
      <NativeSelect
        label={byPolicy ? m.tenants_column_policy() : m.tenants_column_tenant()}
        value={one}
        data={choices}
        size="md"
        onChange={({ currentTarget }) => onView({ one: currentTarget.value })}
      />
      <div className={classes['ways']}>
        {[true, false].map((wanted) => {
          const bulk = bulkOf(grounds, wishes, line, wanted)
          const n = bulk.cells.length
          return (
            n > 0 && (
              <Button key={String(wanted)} variant="default" size="xs" onClick={() => onSet(bulk, wanted)}>
                {wanted ? m.tenants_allow_all({ n }) : m.tenants_withdraw_all({ n })}
              </Button>
            )
          )
        })}
      </div>
      <ul className={classes['lines']}>
        {lines.map(({ allowance, policy }) => (
          <MatrixLine
            key={`${allowance.id} ${policy.id}`}
            allowance={allowance}
            policy={policy}
            label={byPolicy ? allowance.tenant.name : policy.name}
            wanted={isAllowed(wishes, allowance, policy.id)}
            changed={isChanged(wishes, allowance, policy.id)}
            grounds={grounds}
            onSet={onSet}
          />
        ))}
      </ul>
    </div>
  )
}
