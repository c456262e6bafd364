import { type ReactNode, useState } from 'react'

import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'
import { DataTable } from '~/ui/data-table'
import { Panel } from '~/ui/page'

import { ChartSwitch } from './chart-switch'

import classes from './chart-panel.module.css'

/** A chart's numbers. The first column names the row. */
export interface ChartTable {
  readonly head: readonly string[]
  readonly rows: readonly {
    readonly key: string
    readonly name: string
    readonly values: readonly (number | string)[]
  }[]
}

/** A part of the page with a chart, whose numbers can be had as a table. */
export function ChartPanel({
  title,
  text,
  actions,
  level = 2,
  table,
  children,
}: {
  readonly title: string
  readonly text?: ReactNode
  readonly actions?: ReactNode
  readonly level?: 2 | 3
  readonly table: ChartTable | null
  readonly children: ReactNode
}) {
  const [asTable, setAsTable] = useState(false)
  return (
    <Panel
      title={title}
      text={text}
      level={level}
      actions={
        <>
          {actions}
          {table && (
            <ChartSwitch pressed={asTable} onClick={() => setAsTable(!asTable)}>
              {m.chart_table_show()}
            </ChartSwitch>
          )}
        </>
      }
    >
      {asTable && table ? <Numbers title={title} table={table} /> : children}
    </Panel>
  )
}

interface NumbersProps {
  readonly title: string
  readonly table: ChartTable
}

/** As many rows as one reads without scrolling for long. */
const few = 100

const Numbers = (props: NumbersProps) =>
  props.table.rows.length > few ? <ManyNumbers {...props} /> : <FewNumbers {...props} />

const words = (value: number | string | undefined) =>
  typeof value === 'number' ? formatNumber(value) : <bdi>{value}</bdi>

interface NumbersRow {
  readonly id: string
  readonly all: readonly (number | string)[]
}

const ManyNumbers = ({ title, table }: NumbersProps) => (
  <DataTable
    label={m.chart_table_of({ what: title })}
    rows={table.rows.map(({ key, name, values }) => ({ id: key, all: [name, ...values] }))}
    columns={table.head.map((head, place) => ({
      key: head,
      head,
      align: place === 0 ? 'start' : 'end',
      cell: (row: NumbersRow) => words(row.all[place]),
    }))}
  />
)

const FewNumbers = ({ title, table }: NumbersProps) => (
  <table className={classes['table']} aria-label={m.chart_table_of({ what: title })}>
    <thead>
      <tr>
        {table.head.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {table.rows.map(({ key, name, values }) => (
        <tr key={key}>
          <th scope="row">
            <bdi>{name}</bdi>
          </th>
          {values.map((value, place) => (
            <td key={table.head[place + 1] ?? ''}>{words(value)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
