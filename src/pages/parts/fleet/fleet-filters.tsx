import { searchHint } from '~/pages/parts/place-words'
import { SearchBox } from '~/pages/parts/toolbar/search-box'
import { m } from '~/texts/messages'

import { FacetFilter } from './facet-filter'
import { hasTenants, type VmRow } from './fleet-rows'
import { type Facet, facets, hasFailures, hasLate, toggled, type View } from './fleet-view'

import classes from '~/pages/parts/toolbar/toolbar.module.css'

/** Search and filters over the fleet, the same on each page that shows it. */
export const FleetFilters = ({
  rows,
  view,
  onChange,
  hint = searchHint(),
}: {
  /** Those of the whole fleet. */
  readonly rows: readonly VmRow[]
  readonly view: View
  readonly onChange: (change: (view: View) => View) => void
  /** What a search looks at. */
  readonly hint?: string
}) => (
  <>
    <SearchBox
      text={view.text}
      label={m.vms_search()}
      hint={hint}
      onText={(text) => onChange((before) => ({ ...before, text }))}
    />
    <div className={classes['filters']}>
      {offered(rows, view).map((facet) => (
        <FacetFilter
          key={facet}
          facet={facet}
          rows={rows}
          chosen={view.chosen[facet]}
          onToggle={(value) => onChange((before) => toggled(before, facet, value))}
        />
      ))}
    </div>
  </>
)

/**
 * Facets of which there is nothing to choose are left out: causes where nothing failed, tenants where all is one's own, runs
 * where none is late, appliances where the platform has none.
 */
const offered = (rows: readonly VmRow[], view: View): readonly Facet[] =>
  facets.filter((facet) => {
    if (view.chosen[facet].length > 0) return true
    if (facet === 'tenant') return hasTenants(rows)
    if (facet === 'run') return hasLate(rows)
    if (facet === 'appliance') return rows.some(({ appliance }) => appliance !== '')
    return facet !== 'cause' || hasFailures(rows)
  })
