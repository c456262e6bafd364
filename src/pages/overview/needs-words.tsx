import { Link } from 'react-router'

import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { valueOf } from '~/pages/parts/fleet/fleet-view'
import { causeWords } from '~/texts/failure-titles'
import { formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'
import { useClock } from '~/ui/clock'
import { EmptyState } from '~/ui/empty-state'
import { ShapeIcon } from '~/ui/state-mark'
import { Age } from '~/ui/time'

import type { NeedKind } from './attention'
import { toList } from './links'

import classes from './overview.module.css'

const untoldIn = (rows: readonly VmRow[]): number => rows.filter((row) => valueOf.protection(row) === 'unknown').length

/** Nothing needs anyone: said calmly, and only as far as one knows. */
export function AllWell({ rows, whole }: { readonly rows: readonly VmRow[]; readonly whole: boolean }) {
  const untold = untoldIn(rows)
  if (untold === 0 && !whole)
    return <EmptyState level={3} shape="question" title={m.overview_well_known()} text={m.overview_well_part()} />
  if (untold === 0)
    return (
      <EmptyState
        level={3}
        shape="shield-check"
        title={m.overview_well()}
        text={m.overview_well_text({ n: rows.length })}
      />
    )
  return (
    <EmptyState
      level={3}
      shape="question"
      title={m.overview_well_known()}
      text={m.overview_well_untold({ n: untold })}
      action={<Link to={toList({ protection: ['unknown'] })}>{m.overview_untold_show({ n: untold })}</Link>}
    />
  )
}

/** How many VMs nobody can tell of, beside what is known. */
export function Untold({ rows }: { readonly rows: readonly VmRow[] }) {
  const untold = untoldIn(rows)
  if (untold === 0) return null
  return (
    <p className={classes['untold']}>
      <ShapeIcon shape="question" />
      <Link to={toList({ protection: ['unknown'] })}>{m.overview_untold({ n: untold })}</Link>
    </p>
  )
}

/** What is worth a word beside the name. */
export function About({ kind, row }: { readonly kind: NeedKind; readonly row: VmRow }) {
  const zone = useClock(row.vm.timeZone)
  const { protection, outcome } = row
  if (kind === 'failed')
    return (
      <span className={classes['soft']}>
        <span>{causeWords(valueOf.cause(row))}</span> <Age at={outcome?.at ?? null} zone={row.vm.timeZone} />
      </span>
    )
  const deadline = protection?.expected?.deadline
  if (kind === 'overdue' && deadline)
    return (
      <span className={classes['soft']}>
        <Age at={deadline} zone={row.vm.timeZone} />
      </span>
    )
  if (kind === 'late' && deadline)
    return (
      <span className={classes['soft']}>
        <span>{m.overview_overdue_at({ time: formatInstant(deadline, zone) })}</span>
      </span>
    )
  return null
}
