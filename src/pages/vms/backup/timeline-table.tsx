import type { Situation } from '~/domain/situation'
import { ResponsiveTable } from '~/pages/parts/responsive-table'
import { formatSize } from '~/texts/format'
import { m } from '~/texts/messages'
import { runWords } from '~/texts/schedule-words'
import { EmptyState } from '~/ui/empty-state'
import type { Column } from '~/ui/table'
import { Time } from '~/ui/time'

import { BackupSize } from './backup-size'
import { delayWords, RestoreLink } from './timeline-card'
import type { TimelineItem } from './timeline-items'
import { StateWords } from './timeline-looks'

const columnsFor = (situation: Situation, zone: string): readonly Column<TimelineItem>[] => [
  {
    key: 'planned',
    head: m.timeline_planned(),
    cell: ({ run }) => {
      if (!run) return m.timeline_not_planned()
      return run.kind === 'instant' ? <Time at={run.at} zone={situation.site.timeZone} /> : runWords(run, zone)
    },
  },
  {
    key: 'policy',
    head: m.timeline_policy(),
    cell: ({ lane, backup }) => <bdi>{lane?.policyName ?? backup?.policy?.name ?? m.timeline_no_policy()}</bdi>,
  },
  { key: 'result', head: m.timeline_result(), cell: ({ state }) => <StateWords state={state} /> },
  {
    key: 'found',
    head: m.timeline_found(),
    cell: ({ backup }) =>
      backup ? <Time at={backup.createdAt} zone={situation.site.timeZone} /> : m.timeline_not_found(),
  },
  { key: 'delay', head: m.timeline_delay(), cell: ({ delay }) => delayWords(delay) ?? formatSize(null) },
  {
    key: 'size',
    head: m.timeline_size(),
    align: 'end',
    cell: ({ backup }) => (backup?.outcome === 'good' ? <BackupSize backup={backup} /> : formatSize(null)),
  },
  {
    key: 'expires',
    head: m.timeline_expires(),
    cell: ({ backup }) => <Time at={backup?.expiresAt ?? null} zone={situation.site.timeZone} />,
  },
  {
    key: 'action',
    head: m.timeline_action(),
    cell: (item) => <RestoreLink item={item} situation={situation} />,
  },
]

/** The same as the lanes, as a table: newest first. */
export const TimelineTable = ({
  items,
  situation,
  zone,
}: {
  readonly items: readonly TimelineItem[]
  readonly situation: Situation
  readonly zone: string
}) => (
  <ResponsiveTable
    label={m.timeline_table()}
    rows={items.toSorted((a, b) => b.from - a.from)}
    columns={columnsFor(situation, zone)}
    empty={<EmptyState level={3} shape="clock" title={m.timeline_table_empty()} />}
  />
)
