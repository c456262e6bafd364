import { NativeSelect, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'

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
    <TextInput
      type="search"
      className={classes['find'] ?? ''}
      aria-label={m.infrastructure_list_search()}
      placeholder={m.infrastructure_list_search_hint()}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={view.text}
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      onChange={(event) => onChange({ ...view, text: event.currentTarget.value })}
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
