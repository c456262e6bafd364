import { useSearchParams } from 'react-router'
import { Link } from 'react-router'

import { type BulkJob, type BulkLine, type BulkLineState, countJob, lineState } from '~/domain/bulk-job'
import { ResponsiveTable } from '~/pages/parts/responsive-table'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import type { Column } from '~/ui/data-table'
import { ErrorWords } from '~/ui/error-panel'
import { StateMark } from '~/ui/state-mark'
import { Time } from '~/ui/time'

import { BulkFilter } from './bulk-filter'
import { Finding } from './bulk-finding'
import { lineLooks, lineWords } from './bulk-words'
import type { useBulk } from './use-bulk'

import classes from './bulk.module.css'

interface LinesProps {
  readonly bulk: ReturnType<typeof useBulk>
  readonly job: BulkJob
}

interface Row extends BulkLine {
  readonly state: BulkLineState
}

const order = ['done', 'failed', 'unknown', 'sending', 'waiting', 'skipped'] as const

/** What became of each VM of a job. */
export function BulkLines({ bulk, job }: LinesProps) {
  const [search] = useSearchParams()
  const wanted = search.get('show')
  const counts = countJob(job)
  const rows = job.lines.map((line): Row => ({ ...line, state: lineState(job, line.id) }))
  const shown = wanted === null ? rows : rows.filter(({ state }) => state.at === wanted)
  return (
    <>
      <BulkFilter
        total={rows.length}
        chips={order.map((at) => ({ key: at, label: lineLooks[at].words(), count: counts[at] }))}
      />
      <ResponsiveTable label={m.bulk_lines()} rows={shown} columns={columnsOf({ bulk, job })} />
    </>
  )
}

const timeOf = (state: BulkLineState): Date | null =>
  state.at === 'waiting' ? null : new Date('time' in state ? state.time : state.since)

const columnsOf = (props: LinesProps): readonly Column<Row>[] => [
  {
    key: 'vm',
    head: m.bulk_column_vm(),
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
    cell: ({ state }) => (
      <StateMark tone={lineLooks[state.at].tone} shape={lineLooks[state.at].shape} label={lineWords(state)} />
    ),
  },
  {
    key: 'time',
    head: m.bulk_column_time(),
    cell: ({ state }) => {
      const at = timeOf(state)
      return at && <Time at={at} />
    },
  },
  { key: 'why', head: m.bulk_column_why(), cell: (row) => <Why row={row} {...props} /> },
]

/** Why a line was not done, what runs for it, or what was found out about it. */
function Why({ row, bulk, job }: LinesProps & { readonly row: Row }) {
  const { state } = row
  switch (state.at) {
    case 'waiting':
    case 'sending':
      return null
    case 'done':
      return state.task === null ? null : (
        <Link className={classes['link']} to={paths.vmTasks(row.id)}>
          {m.bulk_task_link()}
        </Link>
      )
    case 'unknown':
      return <Finding line={row} since={state.since} job={job} bulk={bulk} />
    case 'failed':
    case 'skipped':
      return (
        <div className={classes['why']}>
          <p>{state.said.title}</p>
          <ErrorWords error={state.said} />
        </div>
      )
  }
}
