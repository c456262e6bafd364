import type { ComponentProps } from 'react'

import type { Backup } from '~/domain/backup'
import { mayAskToRestore } from '~/domain/may-restore'
import type { Situation } from '~/domain/situation'
import { OutcomeMark } from '~/pages/parts/marks'
import { remember } from '~/pages/parts/remember'
import { ResponsiveTable } from '~/pages/parts/responsive-table'
import { backupKindWords } from '~/texts/backup-kind-words'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { EmptyState } from '~/ui/empty-state'
import type { Items } from '~/ui/items'
import type { Column } from '~/ui/table'

import { BackupSize } from './backup-size'
import { Dated, Expiry, Name } from './result-cells'
import { ResultChanges } from './result-changes'
import { ResultRestores } from './result-restores'
import { isFiltered, resultColumns, type ResultView } from './result-view'
import type { Choosing } from './use-deletion'

import classes from './results.module.css'

/** What the words of the type say of a backup. */
export const typeHeads = { kind: m.results_type, place: m.ways_type_place } as const

/** The same columns for the same question: rows that stay in sight are then left alone while the table scrolls. */
const columnsFor = remember(
  (situation: Situation, onRestore: (backup: Backup) => void, choosing: Choosing | null): readonly Column<Backup>[] => [
    {
      key: 'date',
      head: m.results_date(),
      sortable: true,
      cell: (backup) => <Dated backup={backup} choosing={choosing} />,
    },
    { key: 'name', head: m.results_name(), sortable: true, cell: (backup) => <Name backup={backup} /> },
    {
      key: 'type',
      head: typeHeads[situation.site.ways.typeSays](),
      sortable: true,
      cell: ({ typeText }) => <bdi>{typeText === null ? m.results_no_type() : backupKindWords(typeText)}</bdi>,
    },
    {
      key: 'size',
      head: m.results_size(),
      sortable: true,
      align: 'end',
      cell: (backup) => <BackupSize backup={backup} />,
    },
    { key: 'status', head: m.results_status(), sortable: true, cell: (backup) => <OutcomeMark of={backup} /> },
    {
      key: 'expires',
      head: m.timeline_expires(),
      sortable: true,
      cell: (backup) => <Expiry backup={backup} now={situation.now} />,
    },
    {
      key: 'action',
      head: m.results_action(),
      presses: true,
      cell: (backup) => (
        <div className={classes['actions']}>
          <Action
            verdict={explain(mayAskToRestore(situation, backup))}
            size="xs"
            variant="default"
            aria-label={m.timeline_restore_of({ name: backup.name })}
            onClick={() => onRestore(backup)}
          >
            {m.timeline_restore()}
          </Action>
          {choosing && <ResultChanges situation={situation} backup={backup} choosing={choosing} />}
        </div>
      ),
    },
  ],
)

/** Backups as they came in windows, how the person looks at them, and what may be done with each. */
export interface ResultTableProps {
  readonly situation: Situation
  readonly backups: Items<Backup>
  readonly view: ResultView
  readonly onView: (view: ResultView) => void
  readonly onRestore: (backup: Backup) => void
  /** Null where no backup can be deleted or renamed. */
  readonly choosing: Choosing | null
}

/** One row a backup; beneath it the restores that were made of it. */
export function ResultTable({
  situation,
  backups,
  view,
  onView,
  onRestore,
  choosing,
  ...windows
}: ResultTableProps & Pick<ComponentProps<typeof ResponsiveTable<Backup>>, 'blank' | 'onSight'>) {
  return (
    <ResponsiveTable
      {...windows}
      label={m.results_table()}
      rows={backups}
      columns={columnsFor(situation, onRestore, choosing)}
      sort={{ key: view.by, direction: view.descending ? 'desc' : 'asc' }}
      onSort={({ key, direction }) =>
        onView({
          ...view,
          by: resultColumns.find((column) => column === key) ?? 'date',
          descending: direction === 'desc',
        })
      }
      below={restoresOf}
      empty={
        // Without a filter all that there is could not be read, and that is told.
        isFiltered(view) && (
          <EmptyState level={3} title={m.results_empty_filtered_title()} text={m.results_empty_filtered_text()} />
        )
      }
    />
  )
}

const restoresOf = (backup: Backup) => (backup.restores.length > 0 ? <ResultRestores backup={backup} /> : null)
