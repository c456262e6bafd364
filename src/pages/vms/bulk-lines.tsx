import { type ReactNode, useState } from 'react'
import { Link, useSearchParams } from 'react-router'

import { type BulkJob, type BulkLine, type BulkLineState, lineState } from '~/domain/bulk-job'
import { ResponsiveTable } from '~/pages/parts/responsive-table'
import { LineMark, lineLooks } from '~/pages/parts/run/line-looks'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { ErrorWords } from '~/ui/error-panel'
import type { Column } from '~/ui/table'
import { Time } from '~/ui/time'

import { BulkFilter } from './bulk-filter'
import { Finding } from './bulk-finding'
import { BulkRequest } from './bulk-request'
import { lineKind } from './bulk-words'
import type { useBulk } from './use-bulk'

import classes from './bulk.module.css'

interface LinesProps {
  readonly bulk: ReturnType<typeof useBulk>
  readonly job: BulkJob
}

interface Row extends BulkLine {
  readonly state: BulkLineState
}

const order = ['failed', 'unknown', 'accepted', 'done', 'sending', 'waiting', 'skipped'] as const

/** What became of each VM of a job. */
export function BulkLines({ bulk, job }: LinesProps) {
  const [search] = useSearchParams()
  const wanted = search.get('show')
  const [told, setTold] = useState<BulkLine | null>(null)
  const rows = job.lines.map((line): Row => ({ ...line, state: lineState(job, line.id) }))
  const shown = wanted === null ? rows : rows.filter(({ state }) => lineKind(state) === wanted)
  return (
    <>
      <BulkFilter
        total={rows.length}
        chips={order.map((kind) => ({
          key: kind,
          label: lineLooks[kind].words(),
          count: rows.filter(({ state }) => lineKind(state) === kind).length,
        }))}
      />
      <ResponsiveTable label={m.bulk_lines()} rows={shown} columns={columnsOf({ bulk, job }, setTold)} />
      {told && <BulkRequest job={job} line={told} onClose={() => setTold(null)} />}
    </>
  )
}

/** When something came of a line; what the dry run left out has no time of its own. */
const timeOf = (state: BulkLineState, { startedAt }: BulkJob): Date | null =>
  state.at === 'waiting' || (state.at === 'skipped' && state.time === startedAt)
    ? null
    : new Date('time' in state ? state.time : state.since)

const columnsOf = (props: LinesProps, onTold: (line: BulkLine) => void): readonly Column<Row>[] => [
  {
    key: 'vm',
    head: m.bulk_column_vm(),
    width: '26%',
    cell: ({ id, name }) => (
      <Link className={classes['link']} to={paths.vm(id)}>
        <bdi>{name}</bdi>
      </Link>
    ),
  },
  {
    key: 'datacenter',
    head: m.bulk_column_datacenter(),
    cell: ({ datacenter }) => <bdi>{datacenter ?? m.bulk_no_place()}</bdi>,
  },
  {
    key: 'result',
    head: m.bulk_column_verdict(),
    width: '9rem',
    cell: ({ state }) => <LineMark kind={lineKind(state)} />,
  },
  {
    key: 'time',
    head: m.bulk_column_time(),
    cell: ({ state }) => {
      const at = timeOf(state, props.job)
      return at && <Time at={at} />
    },
  },
  { key: 'why', head: m.bulk_column_details(), cell: (row) => details(row, props) },
  {
    key: 'request',
    head: m.requests_column(),
    width: '7.5rem',
    // Of what was left out nothing is ever sent.
    cell: (row) =>
      lineKind(row.state) === 'skipped' ? null : (
        <button
          type="button"
          className={classes['plain']}
          aria-haspopup="dialog"
          aria-label={m.bulk_own_named({ what: m.requests_as_request(), name: row.name })}
          onClick={() => onTold(row)}
        >
          {m.requests_as_request()}
        </button>
      ),
  },
]

/** Why a line was not done, what runs for it, or what was found out about it. */
function details({ state, ...line }: Row, { bulk, job }: LinesProps): ReactNode {
  switch (state.at) {
    case 'waiting':
    case 'sending':
      return null
    case 'done':
      return state.task === null ? null : (
        <Link className={classes['link']} to={paths.vmTasks(line.id)}>
          {m.bulk_task_link()}
        </Link>
      )
    case 'unknown':
      return <Finding line={line} state={state} job={job} bulk={bulk} />
    case 'failed':
    case 'skipped':
      return (
        <div className={classes['why']}>
          <p>{state.said.title}</p>
          <div className={classes['soft']}>
            <ErrorWords error={state.said} />
          </div>
        </div>
      )
  }
}
