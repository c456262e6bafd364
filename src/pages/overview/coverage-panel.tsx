import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'

import { ChartPanel } from '~/pages/parts/chart/chart-panel'
import { ChartSwitch } from '~/pages/parts/chart/chart-switch'
import { hasTenants, type VmRow } from '~/pages/parts/fleet/fleet-rows'
import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'
import { SkeletonRows } from '~/ui/skeleton-rows'
import { ShapeIcon } from '~/ui/state-mark'

import { isByHand } from './attention'
import { type CoverageBar, coverageBars, type Share, shares, statesOf } from './groups'
import { toList } from './links'

import classes from './coverage.module.css'

const brief = 8

const shareWords: Readonly<Record<Share, () => string>> = {
  none: m.overview_share_none,
  care: m.overview_share_care,
  good: m.overview_share_good,
  open: m.overview_share_open,
  unknown: m.overview_share_unknown,
}
/** A share in words; where each backup is made by hand there are no policies to be without. */
const shareName = (share: Share, byHand: boolean): string =>
  share === 'none' && byHand ? m.overview_share_no_backup() : shareWords[share]()

const shapes = {
  none: 'shield-off',
  care: 'shield-alert',
  good: 'shield-check',
  open: 'clock',
  unknown: 'question',
} as const

type By = 'datacenter' | 'tenant'
const byWords: Readonly<Record<By, () => string>> = {
  datacenter: m.overview_by_datacenter,
  tenant: m.overview_by_tenant,
}

/** How many VMs are covered, by datacenter or by tenant; each number is the list of those VMs. */
export function CoveragePanel({ rows }: { readonly rows: readonly VmRow[] | null }) {
  const [search, setSearch] = useSearchParams()
  const [whole, setWhole] = useState(false)
  const several = rows !== null && hasTenants(rows)
  const by: By = several && search.get('by') === 'tenant' ? 'tenant' : 'datacenter'
  const bars = rows && coverageBars(rows, by)
  const byHand = rows !== null && isByHand(rows)
  const choose = (next: By) =>
    setSearch(next === 'tenant' ? { by: next } : {}, { replace: true, preventScrollReset: true })
  const table = bars && {
    head: [byWords[by](), m.overview_vms(), ...shares.map((share) => shareName(share, byHand))],
    rows: bars.map(({ name, total, counts }) => ({
      key: name,
      name: name || m.overview_nowhere(),
      values: [total, ...shares.map((share) => counts[share])],
    })),
  }
  return (
    <ChartPanel
      title={m.overview_coverage()}
      text={byHand ? m.overview_coverage_by_hand_text() : m.overview_coverage_text()}
      table={table}
      actions={several && <Grouping by={by} onChoose={choose} />}
    >
      {bars === null && <SkeletonRows rows={3} />}
      {bars && (
        <ul className={classes['bars']}>
          {(whole ? bars : bars.slice(0, brief)).map((bar) => (
            <Bar key={bar.name} bar={bar} by={by} byHand={byHand} />
          ))}
        </ul>
      )}
      {bars && !whole && bars.length > brief && (
        <ChartSwitch onClick={() => setWhole(true)}>{m.overview_all_bars({ n: bars.length })}</ChartSwitch>
      )}
    </ChartPanel>
  )
}

const Grouping = ({ by, onChoose }: { readonly by: By; readonly onChoose: (by: By) => void }) => (
  <fieldset className={classes['grouping']}>
    <legend>{m.overview_by()}</legend>
    {(['datacenter', 'tenant'] as const).map((one) => (
      <ChartSwitch key={one} pressed={by === one} onClick={() => onChoose(one)}>
        {byWords[one]()}
      </ChartSwitch>
    ))}
  </fieldset>
)

function Bar({
  bar: { name, total, counts },
  by,
  byHand,
}: {
  readonly bar: CoverageBar
  readonly by: By
  readonly byHand: boolean
}) {
  const place = name || m.overview_nowhere()
  return (
    <li className={classes['row']}>
      <div className={classes['head']}>
        <bdi className={classes['name']}>{place}</bdi>
        <Link
          to={toList({ [by]: [name] })}
          aria-label={m.overview_all_in({ place, vms: m.vms_shown_all({ n: total }) })}
        >
          {m.vms_shown_all({ n: total })}
        </Link>
      </div>
      {/* The links beneath say the same in numbers. */}
      <div className={classes['bar']} aria-hidden="true">
        {shares.map(
          (share) =>
            counts[share] > 0 && (
              <span
                key={share}
                data-share={share}
                title={shareName(share, byHand)}
                style={{ flexGrow: counts[share] }}
              />
            ),
        )}
      </div>
      <ul className={classes['counts']}>
        {shares.map(
          (share) =>
            counts[share] > 0 && (
              <li key={share} data-share={share}>
                <ShapeIcon shape={shapes[share]} />
                <Link
                  to={toList({ [by]: [name], protection: statesOf[share] })}
                  aria-label={m.overview_share_link({
                    share: shareName(share, byHand),
                    place,
                    n: formatNumber(counts[share]),
                  })}
                >
                  {shareName(share, byHand)} <strong>{formatNumber(counts[share])}</strong>
                </Link>
              </li>
            ),
        )}
      </ul>
    </li>
  )
}
