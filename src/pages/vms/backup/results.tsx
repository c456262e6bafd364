import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'

import { backups as backupsQuery, type History, isVast } from '~/api/queries/backups'
import type { Backup } from '~/domain/backup'
import { restoreChecks } from '~/domain/may-restore'
import type { Situation } from '~/domain/situation'
import { EvidenceLine } from '~/pages/parts/evidence/evidence-line'
import { ListSection } from '~/pages/parts/list-section'
import { totalWords } from '~/pages/parts/total-words'
import { useSituation } from '~/pages/parts/use-situation'
import { useVmInView } from '~/pages/parts/vm-in-view'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { ErrorPanel } from '~/ui/error-panel'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { DeleteQuestion } from './delete-question'
import { DeletionBar } from './deletion-bar'
import { NoBackups } from './no-backups'
import { ReadBack } from './read-back'
import { ReadWhen } from './read-when'
import { RestoreDrawer } from './restore-drawer'
import { resultEvidence } from './result-evidence'
import { ResultFilters } from './result-filters'
import { ResultGrowth } from './result-growth'
import { ResultKept } from './result-kept'
import { ResultTable, typeHeads } from './result-table'
import { filterBackups, isFiltered, readResultView, type ResultView, sortBackups, writeResultView } from './result-view'
import { WindowedResults } from './result-windows'
import { useDeletion } from './use-deletion'

import classes from './results.module.css'

/** The backups of a VM, how they ended, and the way back to each. */
export function Component() {
  const vm = useVmInView()
  const { situation } = useSituation(vm)
  const results = useQuery(backupsQuery(vm.id))
  return (
    <>
      <title>
        {m.common_document_title({ page: m.vm_document_title({ part: m.results_document_title(), name: vm.name }) })}
      </title>
      <ListSection title={m.results_title()} note={<ReadWhen results={results} note={m.fresh_results()} />}>
        {results.data && <Results situation={situation} history={results.data} reading={results} />}
        {results.isPending && <SkeletonRows rows={6} />}
        {!results.data && results.error && (
          <ErrorPanel
            error={explainError(results.error)}
            onRetry={() => void results.refetch()}
            retrying={results.isFetching}
          />
        )}
      </ListSection>
      <RestoreDrawer situation={situation} history={results.data} busy={results.isFetching} />
    </>
  )
}

/** It could be restored now, or after a mend: its own side of the checks holds. */
const isRestorePoint = (situation: Situation, backup: Backup): boolean =>
  restoreChecks(situation, backup).every(
    ({ check, verdict }) => verdict.ok || !['finished', 'not-expired', 'restored-before'].includes(check),
  )

/** By date and unfiltered, as the platform's windows come. */
const isPlain = (view: ResultView): boolean => view.by === 'date' && !isFiltered(view)

function Results({
  situation,
  history,
  reading,
}: {
  readonly situation: Situation
  readonly history: History
  readonly reading: { readonly isFetching: boolean; readonly isRefetchError: boolean }
}) {
  const [params, setParams] = useSearchParams()
  const view = readResultView(params)
  const choosing = useDeletion(situation, history)
  const look = (next: ResultView): void =>
    setParams((before) => writeResultView(before, next), { replace: true, preventScrollReset: true })
  const { rows: backups, unreadable } = history
  const shown = sortBackups(
    filterBackups(backups, view, (backup) => isRestorePoint(situation, backup)),
    view,
  )
  const chooses = situation.site.ways.changes.size > 0
  const bar = chooses && <DeletionBar situation={situation} shown={shown} choosing={choosing} />
  if (backups.length === 0 && unreadable === 0)
    return (
      <>
        {/* What deleted the last of them is still to be told. */}
        {bar}
        <NoBackups situation={situation} />
      </>
    )
  const windowed = isVast(history) && isPlain(view)
  const table = {
    situation,
    view,
    onView: look,
    choosing: chooses ? choosing : null,
    onRestore: (backup: Backup) =>
      setParams(
        (before) => {
          before.set('restore', backup.id)
          return before
        },
        { preventScrollReset: true },
      ),
  }
  return (
    <>
      <ResultKept backups={backups} />
      <ResultFilters
        backups={backups}
        view={view}
        typeLabel={typeHeads[situation.site.ways.typeSays]()}
        onChange={look}
      />
      <ReadBack
        vmId={situation.vm.id}
        history={history}
        busy={reading.isFetching}
        words={m.results_long({ read: backups.length, total: totalWords(history) })}
      />
      <EvidenceLine
        reads={[`listBackups ${situation.vm.id}`]}
        make={() => resultEvidence({ vm: situation.vm, shown, history, view, reading })}
      >
        <output className={classes['count']}>{countWords(history, windowed ? null : shown.length)}</output>
      </EvidenceLine>
      {windowed ? (
        <WindowedResults key={String(view.descending)} history={history} {...table} />
      ) : (
        <ResultTable backups={shown} {...table} />
      )}
      {bar}
      <ResultGrowth backups={backups} />
      {chooses && <DeleteQuestion situation={situation} history={history} choosing={choosing} />}
    </>
  )
}

/** `shown`: null where windows show them all. */
function countWords(history: History, shown: number | null): string {
  const { rows, unreadable, total, untold } = history
  const read = rows.length
  if (shown === null) return m.results_all({ total })
  return read + unreadable < total || untold
    ? m.results_among({ shown, read, total: totalWords(history) })
    : m.results_shown({ n: shown, total: read })
}
