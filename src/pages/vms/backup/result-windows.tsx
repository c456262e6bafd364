import { type BackupList, backupWindow, backupWindowRows, type History } from '~/api/queries/backups'
import type { Backup } from '~/domain/backup'
import { useWindows } from '~/pages/parts/use-windows'
import { BlankLine, WindowsFailed } from '~/pages/parts/windowed'

import { ResultTable, type ResultTableProps } from './result-table'

/** A window's rows where they are among the newest ones, which were read to learn how many there are. */
function readOf({ rows, unreadable, total }: History, place: number): readonly Backup[] | null {
  const end = Math.min(total, (place + 1) * backupWindowRows)
  // With rows that could not be read it is not known which place is whose.
  return unreadable > 0 || rows.length < end ? null : rows.slice(place * backupWindowRows, end)
}

/** Results too many to be read whole: those in sight, and grey shapes while they are on their way. */
export function WindowedResults({
  history,
  ...table
}: Omit<ResultTableProps, 'backups'> & { readonly history: History }) {
  const list: BackupList = { vmId: table.situation.vm.id, oldestFirst: !table.view.descending }
  const read = (place: number) => (list.oldestFirst ? null : readOf(history, place))
  const windows = useWindows({
    size: backupWindowRows,
    known: history.total,
    query: (place) => ({ ...backupWindow(list, place), enabled: read(place) === null }),
    rowsOf: ({ rows }) => rows,
    read,
  })
  const line = (place: number) => <BlankLine standing={windows.standing(place)} />
  return (
    <>
      <ResultTable {...table} backups={windows.rows} blank={line} onSight={windows.onSight} />
      <WindowsFailed windows={windows} />
    </>
  )
}
