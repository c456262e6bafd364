import { Checkbox } from '@mantine/core'
import { useState } from 'react'

import { FilterChips } from '~/pages/parts/toolbar/filter-chips'
import { SearchBox } from '~/pages/parts/toolbar/search-box'
import { m } from '~/texts/messages'

import { isFiltered, type MatrixView, type Shown } from './matrix-view'

import classes from './matrix.module.css'
import bar from '~/pages/parts/toolbar/toolbar.module.css'

/** What of the table is shown. */
export function MatrixToolbar({
  all,
  shown,
  view,
  only,
  onView,
}: {
  readonly all: Shown
  readonly shown: Shown
  readonly view: MatrixView
  /** The one search that makes sense; null: both. */
  readonly only: 'tenant' | 'policy' | null
  readonly onView: (change: Partial<MatrixView>) => void
}) {
  // Counts up when the filters are cleared: the search boxes then start anew.
  const [cleared, setCleared] = useState(0)
  return (
    <search className={classes['toolbar']} aria-label={m.tenants_filters()}>
      <div key={cleared} className={`${bar['line'] ?? ''} ${classes['searches'] ?? ''}`}>
        {only !== 'policy' && (
          <SearchBox
            text={view.tenant}
            label={m.tenants_search_tenants()}
            hint={m.tenants_search_tenants()}
            onText={(tenant) => onView({ tenant })}
          />
        )}
        {only !== 'tenant' && (
          <SearchBox
            text={view.policy}
            label={m.tenants_search_policies()}
            hint={m.tenants_search_policies()}
            onText={(policy) => onView({ policy })}
          />
        )}
      </div>
      <Checkbox
        label={m.tenants_only_changed()}
        classNames={{ label: classes['check'] ?? '' }}
        checked={view.changed}
        onChange={({ currentTarget }) => onView({ changed: currentTarget.checked })}
      />
      {only === null && (
        <Checkbox
          label={m.tenants_only_differing()}
          classNames={{ label: classes['check'] ?? '' }}
          checked={view.differing}
          onChange={({ currentTarget }) => onView({ differing: currentTarget.checked })}
        />
      )}
      {only === null && (
        <output className={classes['shown']}>
          {m.tenants_shown({
            rows: shown.rows.length,
            allRows: all.rows.length,
            columns: shown.columns.length,
            allColumns: all.columns.length,
          })}
        </output>
      )}
      {isFiltered(view) && (
        <FilterChips
          chips={[]}
          clear={m.tenants_clear()}
          onClear={() => {
            setCleared((n) => n + 1)
            onView({ tenant: '', policy: '', changed: false, differing: false })
          }}
        />
      )}
    </search>
  )
}
