import { useMediaQuery } from '@mantine/hooks'

import { ListToolbar } from '~/pages/parts/toolbar/list-toolbar'
import { PickOne } from '~/pages/parts/toolbar/pick-one'
import { m } from '~/texts/messages'

import { type Show, shows, type SortKey, sortKeys, type View } from './list-view'

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
export function PolicyToolbar({
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
    <ListToolbar
      text={view.text}
      label={m.offers_search()}
      hint={m.offers_search_hint()}
      onText={(text) => onChange({ text })}
    >
      <PickOne
        label={m.offers_show()}
        value={view.show}
        offers={shows.filter((value) => showable[value] !== false)}
        words={(value) => showWords[value]()}
        active={view.show !== 'all'}
        onPick={(show) => onChange({ show })}
      />
      {narrow && (
        <PickOne
          label={m.offers_sort()}
          value={view.sort.key}
          offers={sortKeys.filter((value) => sortable[value] !== false)}
          words={(value) => sortWords[value]()}
          // Most used first is what one looks for.
          onPick={(key) => onChange({ sort: { key, direction: key === 'name' || key === 'code' ? 'asc' : 'desc' } })}
        />
      )}
    </ListToolbar>
  )
}
