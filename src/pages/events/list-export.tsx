import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState, useSyncExternalStore } from 'react'

import { serverNow } from '~/api/queries'
import { eventsForFile } from '~/api/queries/trail'
import { eventFilterWords, eventTable } from '~/pages/parts/events/event-evidence'
import type { EventView } from '~/pages/parts/events/event-view'
import { topicWords } from '~/pages/parts/events/filter-words'
import type { EvidenceList } from '~/pages/parts/evidence/list'
import { saveAs, stamped } from '~/pages/parts/evidence/take'
import { useActor } from '~/pages/parts/use-actor'
import { explainError } from '~/texts/errors'
import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'
import { ErrorPanel } from '~/ui/error-panel'
import { Notice } from '~/ui/notice'
import { notify } from '~/ui/notify'

import { fileJob, type FileState } from './file-job'
import { type FileEvents, readForFile } from './file-read'
import type { Names } from './list-offers'
import type { Question } from './list-question'

import classes from './list.module.css'

const platform = { list: eventsForFile, now: serverNow }

/** What narrows the file, for its name. */
const partsOf = ({ about, severity, action, names }: EventView): readonly string[] => [
  m.trail_file_name(),
  ...(about ? [topicWords[about]()] : []),
  ...(severity ? [severity] : []),
  ...(action ? [action] : []),
  ...Object.values(names),
]

/** Reading for a file, and how it stands. */
export function useExport(
  view: EventView,
  question: Question,
  names: Names,
): { readonly state: FileState; readonly start: () => void; readonly stop: () => void } {
  const [job] = useState(fileJob)
  const state = useSyncExternalStore(job.subscribe, job.get)
  const actor = useActor()
  return {
    state,
    stop: job.stop,
    start: () =>
      job.start(
        (signal, onProgress) => readForFile(question, platform, signal, onProgress),
        (found) => {
          stamped(listOf(found, view, names), actor).then(
            (sheet) => tell(found, saveAs('csv', sheet)),
            () => notify({ tone: 'bad', title: m.evidence_failed() }),
          )
        },
      ),
  }
}

/** The events that were read, for the stamp: of the whole answer, not of the page on the screen. */
const listOf = ({ events, cutOf }: FileEvents, view: EventView, names: Names): EvidenceList => ({
  title: m.events_title(),
  name: partsOf(view),
  table: eventTable(events, (event) => names.vmOf(event)?.name ?? null),
  total: null,
  filters: eventFilterWords(view, names.offers),
  order: m.evidence_order_newest(),
  asOf: new Date(serverNow()),
  gaps: cutOf === null ? [] : [m.evidence_gap_cut({ n: formatNumber(events.length), total: formatNumber(cutOf) })],
  judged: false,
})

const tell = ({ events, cutOf }: FileEvents, name: string): void =>
  void notify(
    cutOf === null
      ? { tone: 'good', title: m.trail_file_done({ n: events.length }), text: name }
      : {
          tone: 'warning',
          title: m.trail_file_cut({ n: formatNumber(events.length), total: formatNumber(cutOf) }),
          text: m.trail_file_cut_text(),
        },
  )

/** Takes all that the filters let through, not only the page on the screen. */
export const ExportButton = ({ onStart, busy }: { readonly onStart: () => void; readonly busy: boolean }) => (
  <Button
    variant="default"
    size="xs"
    leftSection={<IconDownload size={16} aria-hidden />}
    loading={busy}
    onClick={onStart}
  >
    {m.trail_file()}
  </Button>
)

/** How far the file is, and a way to stop; or why there is none. */
export function ExportState({
  state,
  onStop,
  onStart,
}: {
  readonly state: FileState
  readonly onStop: () => void
  readonly onStart: () => void
}) {
  if (state.state === 'idle') return null
  if (state.state === 'failed') return <ErrorPanel error={explainError(state.error)} onRetry={onStart} />
  const { read, total } = state
  return (
    <Notice
      tone="running"
      announce="status"
      title={m.trail_file_reading()}
      action={
        <Button variant="default" size="xs" onClick={onStop}>
          {m.common_cancel()}
        </Button>
      }
    >
      <p>
        {total === null
          ? m.trail_file_read({ n: formatNumber(read) })
          : m.trail_file_read_of({ n: formatNumber(read), total: formatNumber(total) })}
      </p>
      <progress
        className={classes['progress']}
        aria-label={m.trail_file_reading()}
        {...(total && { value: read, max: total })}
      />
    </Notice>
  )
}
