import { Link } from 'react-router'

import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import type { Explained } from '~/ui/action'
import { StateMark } from '~/ui/state-mark'
import type { Column } from '~/ui/table'

import { copyColumn, ownColumn, type PlanAbout } from './bulk-dry-own'
import { effectWords, ownWords } from './bulk-effect'
import { kindOf, type PlanRow, whyOf } from './bulk-rows'
import { verdictLooks } from './bulk-words'

import classes from './bulk.module.css'

const Verdict = ({ row }: { readonly row: PlanRow }) => {
  const kind = kindOf(row)
  if (kind === 'reading') return <StateMark tone="neutral" shape="clock" label={m.bulk_verdict_reading()} />
  const { tone, shape, words } = verdictLooks[kind]
  return <StateMark tone={tone} shape={shape} label={words()} />
}

/** Why a VM is left out; who can mend it and how, quieter: the same stands in many rows. */
const Because = ({ why: { because, who, mend } }: { readonly why: Extract<Explained, { ok: false }> }) => (
  <div className={classes['why']}>
    <p>{because}</p>
    {(who !== null || mend !== null) && (
      <p className={classes['soft']}>
        {who !== null && `${m.common_who_can()} ${who}. `}
        {mend}
      </p>
    )}
  </div>
)

function happens(row: PlanRow, { order, now, giving, siteOf }: PlanAbout) {
  const { verdict } = row
  if (typeof verdict !== 'string' && verdict.kind === 'run') {
    const effect = effectWords(row.row, order, verdict, now)
    const own = giving?.own[row.id]
    const site = siteOf(row.row)
    return own && giving && site ? (
      <div className={classes['why']}>
        <p>{effect}</p>
        <p className={classes['soft']}>{ownWords(giving.policy, own, site)}</p>
      </div>
    ) : (
      effect
    )
  }
  const why = whyOf(row, order)
  return why && <Because why={why} />
}

/** The columns of a dry run: which VM, whether it runs, and what happens to it or why not. */
export function planColumns(about: PlanAbout): readonly Column<PlanRow>[] {
  return [
    {
      key: 'vm',
      head: m.bulk_column_vm(),
      width: '26%',
      cell: ({ row }) => (
        <Link className={classes['link']} to={paths.vm(row.id)}>
          <bdi>{row.vm.name}</bdi>
        </Link>
      ),
    },
    {
      key: 'datacenter',
      head: m.bulk_column_datacenter(),
      width: '9rem',
      cell: ({ row }) => <bdi>{row.vm.datacenter?.name ?? m.bulk_no_place()}</bdi>,
    },
    { key: 'verdict', head: m.bulk_column_verdict(), width: '9rem', cell: (row) => <Verdict row={row} /> },
    { key: 'happens', head: m.bulk_column_happens(), cell: (row) => happens(row, about) },
    ...ownColumn(about),
    ...copyColumn(about),
  ]
}
