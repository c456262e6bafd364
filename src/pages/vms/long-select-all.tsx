import { queryClient, fleet, readFurther } from '~/api/queries'
import { mostAtOnce } from '~/api/queries/read-on'
import { useOnce } from '~/pages/parts/use-once'
import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'

import { selection } from './selection'

import classes from './list-select.module.css'

/** Reads all that the platform finds, window by window, and selects it when nothing is missing. */
async function selectAll(text: string, total: number): Promise<void> {
  await readFurther(text, total)
  const found = queryClient.getQueryData(fleet(text).queryKey)
  if (found && found.end >= found.total)
    selection.add(
      found.rows.map(({ id }) => id),
      text,
    )
}

/** A list as long as can be read at once can be selected at once. Selects everything that a long list holds; above a certain length it says how to come there. */
export function LongSelectAll({ text, total }: { readonly text: string; readonly total: number }) {
  const once = useOnce()
  if (total > mostAtOnce) return <span>{m.vms_long_select_many({ n: formatNumber(mostAtOnce) })}</span>
  return (
    <button type="button" className={classes['all']} onClick={() => once(() => selectAll(text, total))}>
      {m.bulk_select_matching({ n: total })}
    </button>
  )
}
