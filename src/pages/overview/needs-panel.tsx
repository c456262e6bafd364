import { useState } from 'react'
import { Link } from 'react-router'

import { thresholds } from '~/api/queries/thresholds'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { protectionReasonWords, ruleNumbers } from '~/texts/protection-words'
import { Panel } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'
import type { Shape, Tone } from '~/ui/state-mark'
import { ShapeIcon } from '~/ui/state-mark'

import { type Need, type NeedKind, needsOf } from './attention'
import { toList } from './links'
import { About, AllWell, Untold } from './needs-words'

import classes from './overview.module.css'

const brief = 4
const most = 50

interface NeedLook {
  readonly tone: Tone
  readonly shape: Shape
  readonly title: (inputs: { n: number }) => string
  readonly text: () => string
}

const looks: Readonly<Record<NeedKind, NeedLook>> = {
  failed: { tone: 'bad', shape: 'shield-cross', title: m.overview_need_failed, text: m.overview_need_failed_text },
  overdue: { tone: 'overdue', shape: 'hourglass', title: m.overview_need_overdue, text: m.overview_need_overdue_text },
  late: { tone: 'warning', shape: 'clock', title: m.overview_need_late, text: m.overview_need_late_text },
  undeployed: {
    tone: 'warning',
    shape: 'shield-alert',
    title: m.overview_need_undeployed,
    text: m.overview_need_undeployed_text,
  },
  'at-risk': {
    tone: 'warning',
    shape: 'shield-alert',
    title: m.overview_need_at_risk,
    text: m.overview_need_at_risk_text,
  },
  old: {
    tone: 'warning',
    shape: 'shield-alert',
    title: m.overview_need_old,
    text: () => protectionReasonWords('by-hand-old', ruleNumbers(thresholds())),
  },
  'no-backup': {
    tone: 'warning',
    shape: 'shield-off',
    title: m.overview_need_no_backup,
    text: m.overview_need_by_hand_text,
  },
  'not-protected': {
    tone: 'warning',
    shape: 'shield-off',
    title: m.overview_need_not_protected,
    text: m.overview_need_not_protected_text,
  },
}

/** What needs someone now, ranked; when nothing does, it says so, as far as one knows. */
export function NeedsPanel({
  rows,
  whole,
}: {
  /** Null: not all is read yet. */
  readonly rows: readonly VmRow[] | null
  /** Whether nothing is missing of VMs and policies. */
  readonly whole: boolean
}) {
  const needs = rows && needsOf(rows)
  return (
    <Panel title={m.overview_needs()}>
      {needs === null && (
        <>
          <p className={classes['soft']}>{m.overview_needs_reading()}</p>
          <SkeletonRows rows={4} />
        </>
      )}
      {rows && needs?.length === 0 && <AllWell rows={rows} whole={whole} />}
      {needs && needs.length > 0 && (
        <ol className={classes['needs']}>
          {needs.map((need) => (
            <NeedItem key={need.kind} need={need} />
          ))}
        </ol>
      )}
      {rows && needs && needs.length > 0 && <Untold rows={rows} />}
    </Panel>
  )
}

function NeedItem({ need: { kind, rows, list } }: { readonly need: Need }) {
  const [open, setOpen] = useState(false)
  const { tone, shape, title, text } = looks[kind]
  const words = title({ n: rows.length })
  const shown = rows.slice(0, open ? most : brief)
  const rest = rows.length - shown.length
  return (
    <li className={classes['need']} data-tone={tone}>
      <span className={classes['icon']}>
        <ShapeIcon shape={shape} />
      </span>
      <div className={classes['body']}>
        <h3 className={classes['what']}>
          <Link to={toList(list)}>{words}</Link>
        </h3>
        <p className={classes['soft']}>{text()}</p>
        <ul className={classes['vms']}>
          {shown.map((row) => (
            <li key={row.id}>
              <Link to={paths.vm(row.id)}>
                <bdi>{row.vm.name}</bdi>
              </Link>
              <About kind={kind} row={row} />
            </li>
          ))}
          {rest > 0 && (
            <li>
              {open ? (
                <Link to={toList(list)}>{m.overview_more({ n: rest })}</Link>
              ) : (
                <button type="button" className={classes['more']} onClick={() => setOpen(true)}>
                  {m.overview_more({ n: rest })}
                </button>
              )}
            </li>
          )}
        </ul>
      </div>
    </li>
  )
}
