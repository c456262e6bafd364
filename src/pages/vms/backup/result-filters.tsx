import { Button, Group, NativeSelect, Switch, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'

import type { Backup, Outcome } from '~/domain/backup'
import { outcomes } from '~/domain/backup'
import { backupKindWords } from '~/texts/backup-kind-words'
import { m } from '~/texts/messages'
import { compareWords } from '~/texts/order'

import { isFiltered, type ResultView } from './result-view'

import classes from './results.module.css'

const outcomeLabels: Readonly<Record<Outcome, () => string>> = {
  good: m.results_outcome_good,
  running: m.results_outcome_running,
  failed: m.results_outcome_failed,
  unknown: m.results_outcome_unknown,
}

/** The platform's own words for types, each once. */
const typesOf = (backups: readonly Backup[]): readonly string[] =>
  [...new Set(backups.flatMap((backup) => (backup.typeText ? [backup.typeText] : [])))].toSorted((a, b) =>
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
  const types = typesOf(backups)
  return (
    <Group component="search" aria-label={m.results_filters()} align="end" gap="sm">
      <TextInput
        type="search"
        label={m.results_filter_text()}
        placeholder={m.results_filter_text_hint()}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={view.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
        flex="1 1 220px"
        maw={360}
      />
      <NativeSelect
        label={m.results_filter_status()}
        value={view.outcome ?? ''}
        data={[
          { value: '', label: m.results_filter_any() },
          ...outcomes.map((outcome) => ({ value: outcome, label: outcomeLabels[outcome]() })),
        ]}
        onChange={({ currentTarget }) =>
          change({ outcome: outcomes.find((outcome) => outcome === currentTarget.value) ?? null })
        }
      />
      <NativeSelect
        label={typeLabel}
        value={view.type ?? ''}
        data={[
          { value: '', label: m.results_filter_any() },
          ...[...new Set([...types, ...(view.type ? [view.type] : [])])].map((type) => ({
            value: type,
            label: backupKindWords(type),
          })),
        ]}
        onChange={({ currentTarget }) => change({ type: currentTarget.value || null })}
      />
      <Switch
        label={m.results_filter_restorable()}
        checked={view.restorable}
        onChange={(event) => change({ restorable: event.currentTarget.checked })}
        mb={6}
        classNames={{ label: classes['switch'] ?? '' }}
      />
      {isFiltered(view) && (
        <Button variant="subtle" onClick={() => change({ text: '', outcome: null, type: null, restorable: false })}>
          {m.results_filter_clear()}
        </Button>
      )}
    </Group>
  )
}
