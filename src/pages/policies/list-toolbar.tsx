import { NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'

import { SearchBox } from '~/pages/parts/toolbar/search-box'
import { m } from '~/texts/messages'

import { type Show, shows, type SortKey, sortKeys, type View } from './list-view'

import classes from './list.module.css'
import toolbar from '~/pages/parts/toolbar/toolbar.module.css'

/** What a choice of policies is called. */
export const showWords: Readonly<Record<Show, () => string>> = {
  all: m.offers_show_all,
  unused: m.offers_show_unused,
  closed: m.offers_show_closed,
  unfit: m.offers_show_unfit,
}

const sortWords: Readonly<Record<SortKey, () => string>> = {
  name: m.offers_sort_name,
  code: m.offers_sort_code,
  vms: m.offers_sort_vms,
  tenants: m.offers_sort_tenants,
}

/** Search and choice of the policies; on a phone, where there are no heads to press, also their order. */
export function ListToolbar({
  view,
  seen,
  onChange,
}: {
  readonly view: View
  /** Whether it is known who uses the policies, and who may. */
  readonly seen: { readonly usage: boolean; readonly allowed: boolean }
  readonly onChange: (change: Partial<View>) => void
}) {
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const showable: Readonly<Partial<Record<Show, boolean>>> = { unused: seen.usage, closed: seen.allowed }
  const sortable: Readonly<Partial<Record<SortKey, boolean>>> = {
    vms: seen.usage,
    tenants: seen.usage || seen.allowed,
  }
  return (
    <search className={toolbar['line']}>
      <SearchBox
        text={view.text}
        label={m.offers_search()}
        hint={m.offers_search_hint()}
        onText={(text) => onChange({ text })}
      />
      <NativeSelect
        aria-label={m.offers_show()}
        className={classes['show'] ?? ''}
        value={view.show}
        data={shows.filter((value) => showable[value] !== false).map((value) => ({ value, label: showWords[value]() }))}
        onChange={({ currentTarget }) => onChange({ show: shows.find((one) => one === currentTarget.value) ?? 'all' })}
      />
      {narrow && (
        <NativeSelect
          aria-label={m.offers_sort()}
          className={classes['show'] ?? ''}
          value={view.sort.key}
          data={sortKeys
            .filter((value) => sortable[value] !== false)
            .map((value) => ({ value, label: sortWords[value]() }))}
          onChange={({ currentTarget }) => {
            const key = sortKeys.find((one) => one === currentTarget.value) ?? 'name'
            // Most used first is what one looks for.
            onChange({ sort: { key, direction: key === 'name' || key === 'code' ? 'asc' : 'desc' } })
          }}
        />
      )}
    </search>
  )
}
