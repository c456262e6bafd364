import { useSearchParams } from 'react-router'

import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'

import classes from './bulk.module.css'

interface Chip {
  readonly key: string
  readonly label: string
  readonly count: number
}

/** Numbers by result; each shows those rows, and pressed again all of them. It is in the address. */
export function BulkFilter({ total, chips }: { readonly total: number; readonly chips: readonly Chip[] }) {
  const [search, setSearch] = useSearchParams()
  const wanted = search.get('show')
  const show = (key: string | null): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (key === null || key === wanted) next.delete('show')
        else next.set('show', key)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  const all = { key: null, label: m.bulk_filter_all(), count: total }
  return (
    <fieldset className={classes['filter']}>
      <legend className={classes['hidden']}>{m.bulk_filter()}</legend>
      {[all, ...chips.filter(({ key, count }) => count > 0 || key === wanted)].map(({ key, label, count }) => (
        <button key={key} type="button" aria-pressed={key === wanted} onClick={() => show(key)}>
          {label} <span>{formatNumber(count)}</span>
        </button>
      ))}
    </fieldset>
  )
}
