import { NativeSelect } from '@mantine/core'

import { SearchBox } from '~/pages/parts/toolbar/search-box'
import { m } from '~/texts/messages'

import { type ListView, type Order, orders } from './list-view'

import classes from './list.module.css'

const orderWords: Readonly<Record<Order, () => string>> = {
  name: m.infrastructure_list_sort_name,
  failures: m.infrastructure_list_sort_failures,
  unprotected: m.infrastructure_list_sort_unprotected,
}

/** Search and order, where there are many datacenters. */
export const ListToolbar = ({
  view,
  onChange,
}: {
  readonly view: ListView
  readonly onChange: (view: ListView) => void
}) => (
  <search className={classes['toolbar']}>
    <SearchBox
      text={view.text}
      label={m.infrastructure_list_search()}
      hint={m.infrastructure_list_search_hint()}
      onText={(text) => onChange({ ...view, text })}
    />
    <NativeSelect
      aria-label={m.infrastructure_list_sort()}
      value={view.order}
      onChange={(event) => {
        const order = orders.find((one) => one === event.currentTarget.value)
        if (order) onChange({ ...view, order })
      }}
      data={orders.map((order) => ({ value: order, label: orderWords[order]() }))}
    />
  </search>
)
