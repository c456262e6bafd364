import { ListToolbar } from '~/pages/parts/toolbar/list-toolbar'
import { PickOne } from '~/pages/parts/toolbar/pick-one'
import { m } from '~/texts/messages'

import { type ListView, type Order, orders } from './list-view'

const orderWords: Readonly<Record<Order, () => string>> = {
  name: m.infrastructure_list_sort_name,
  failures: m.infrastructure_list_sort_failures,
  unprotected: m.infrastructure_list_sort_unprotected,
}

/** Search and order, where there are many datacenters. */
export const DatacenterToolbar = ({
  view,
  onChange,
}: {
  readonly view: ListView
  readonly onChange: (view: ListView) => void
}) => (
  <ListToolbar
    text={view.text}
    label={m.infrastructure_list_search()}
    hint={m.infrastructure_list_search_hint()}
    onText={(text) => onChange({ ...view, text })}
  >
    <PickOne
      label={m.infrastructure_list_sort()}
      value={view.order}
      offers={orders}
      words={(order) => orderWords[order]()}
      onPick={(order) => onChange({ ...view, order })}
    />
  </ListToolbar>
)
