import type { Backup, Outcome } from '~/domain/backup'
import { outcomes } from '~/domain/backup'
import { ChoiceFilter } from '~/pages/parts/toolbar/choice-filter'
import { type FilterChip, FilterChips } from '~/pages/parts/toolbar/filter-chips'
import { SearchBox } from '~/pages/parts/toolbar/search-box'
import { backupKindWords } from '~/texts/backup-kind-words'
import { m } from '~/texts/messages'
import { compareWords } from '~/texts/order'

import { isFiltered, type ResultView } from './result-view'

import toolbar from '~/pages/parts/toolbar/toolbar.module.css'

const outcomeLabels: Readonly<Record<Outcome, () => string>> = {
  good: m.results_outcome_good,
  running: m.results_outcome_running,
  failed: m.results_outcome_failed,
  unknown: m.results_outcome_unknown,
}

/** The platform's own words for types, each once; also one that is asked for and not there. */
const typesOf = (backups: readonly Backup[], asked: string | null): readonly string[] =>
  [...new Set([asked, ...backups.map(({ typeText }) => typeText)].flatMap((type) => type || []))].toSorted((a, b) =>
    compareWords(a, b),
  )

/** The controls that narrow the results. */
export function ResultFilters({
  backups,
  view,
  typeLabel,
  onChange,
}: {
  readonly backups: readonly Backup[]
  /** What the types of backups are called here. */
  readonly typeLabel: string
  readonly view: ResultView
  readonly onChange: (view: ResultView) => void
}) {
  const change = (part: Partial<ResultView>): void => onChange({ ...view, ...part })
  const status = view.outcome && outcomeLabels[view.outcome]()
  return (
    <search className={toolbar['toolbar']} aria-label={m.results_filters()}>
      <div className={toolbar['line']}>
        <SearchBox
          text={view.text}
          label={m.results_filter_text()}
          hint={m.results_filter_text_hint()}
          onText={(text) => change({ text })}
        />
        <div className={toolbar['filters']}>
          <ChoiceFilter
            label={m.results_status()}
            offers={Object.values(outcomeLabels).map((words) => ({ value: words(), label: words() }))}
            value={status}
            onChoose={(words) =>
              change({ outcome: outcomes.find((outcome) => outcomeLabels[outcome]() === words) ?? null })
            }
          />
          <ChoiceFilter
            label={typeLabel}
            offers={typesOf(backups, view.type).map((type) => ({ value: type, label: backupKindWords(type) }))}
            value={view.type}
            onChoose={(type) => change({ type })}
          />
          <button
            type="button"
            className={toolbar['filter']}
            aria-pressed={view.restorable}
            data-active={view.restorable || undefined}
            onClick={() => change({ restorable: !view.restorable })}
          >
            {m.results_filter_restorable()}
          </button>
        </div>
      </div>
      {isFiltered(view) && (
        <FilterChips
          chips={[
            ...chip(m.results_status(), status, () => change({ outcome: null })),
            ...chip(typeLabel, view.type && backupKindWords(view.type), () => change({ type: null })),
          ]}
          clear={m.results_filter_clear()}
          onClear={() => change({ text: '', outcome: null, type: null, restorable: false })}
        />
      )}
    </search>
  )
}

const chip = (label: string, value: string | null, onRemove: () => void): readonly FilterChip[] =>
  value === null ? [] : [{ key: label, label, value, remove: m.events_filter_remove({ what: label, value }), onRemove }]
