import { isProtection } from '~/pages/parts/fleet/facet-words'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import type { View } from '~/pages/parts/fleet/fleet-view'
import { choicesOf } from '~/pages/parts/fleet/fleet-view'
import { protectionLooks } from '~/pages/parts/protection-badge-look'
import { remember } from '~/pages/parts/remember'
import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'
import { protectionWords } from '~/texts/states'
import { ShapeIcon } from '~/ui/state-mark'

import type { ChangeView } from './list-use-view'

import classes from './list-summary.module.css'

const nothing: readonly string[] = []
const counts = remember((rows: readonly VmRow[]) => choicesOf(rows, 'protection', nothing))

/** How many VMs there are in each state of protection; each number shows those VMs, and pressed again all of them. */
export function Summary({
  rows,
  total = rows.length,
  untold = false,
  words = untold ? m.vms_summary_least() : m.vms_summary_all({ n: total }),
  view,
  onChange,
}: {
  /** What is counted. */
  readonly rows: readonly VmRow[]
  /** All there are, where not all were read. */
  readonly total?: number | undefined
  /** There may be more than that. */
  readonly untold?: boolean | undefined
  /** What these are. */
  readonly words?: string
  readonly view: View
  readonly onChange: ChangeView
}) {
  const chosen = view.chosen.protection
  const choose = (protection: readonly string[]) =>
    onChange((before) => ({ ...before, chosen: { ...before.chosen, protection } }))
  return (
    <section className={classes['summary']} aria-label={m.vms_summary()}>
      <button
        type="button"
        className={classes['tile']}
        aria-pressed={chosen.length === 0}
        onClick={() => choose(nothing)}
      >
        <span className={classes['number']}>{formatNumber(total)}</span>
        <span className={classes['words']}>{words}</span>
      </button>
      {counts(rows).map(({ value, count }) => {
        if (!isProtection(value)) return null
        const only = chosen.length === 1 && chosen[0] === value
        const { tone, shape } = protectionLooks[value]
        return (
          <button
            key={value}
            type="button"
            className={classes['tile']}
            data-tone={tone}
            aria-pressed={chosen.includes(value)}
            onClick={() => choose(only ? nothing : [value])}
          >
            <span className={classes['number']}>{formatNumber(count)}</span>
            <span className={classes['words']}>
              <ShapeIcon shape={shape} />
              {protectionWords(value)}
            </span>
          </button>
        )
      })}
    </section>
  )
}
