import { Button } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'

import { localDayOf, localInstant } from '~/domain/local-day'
import type { Situation } from '~/domain/situation'
import { ListSection } from '~/pages/parts/list-section'
import { totalWords } from '~/pages/parts/total-words'
import { useSituation } from '~/pages/parts/use-situation'
import { useVmInView } from '~/pages/parts/vm-in-view'
import { paths } from '~/pages/paths'
import { explainError } from '~/texts/errors'
import { formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'
import { useClock } from '~/ui/clock'
import { EmptyState } from '~/ui/empty-state'
import { ErrorPanel } from '~/ui/error-panel'
import { Notice } from '~/ui/notice'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { ReadBack } from './read-back'
import { ReadWhen } from './read-when'
import { calendarOf } from './timeline-days'
import { TimelineLanes, type TimelineMoves } from './timeline-lanes'
import { TimelineReturn } from './timeline-return'
import { TimelineSummary } from './timeline-summary'
import { TimelineTable } from './timeline-table'
import { TimelineToolbar } from './timeline-toolbar'
import { useTimeline } from './timeline-use-data'
import {
  rangeOf,
  readTimelineView,
  shifted,
  type TimelineView,
  viewOf,
  writeTimelineView,
  zoomed,
} from './timeline-view'
import { summaryWords } from './timeline-words'
import { TimelineYear } from './timeline-year'

import classes from './timeline.module.css'

/** What was planned for a VM and what came of it, in lanes and in a year of days, and the way back to a moment. */
export function Component() {
  const vm = useVmInView()
  const { situation } = useSituation(vm)
  const timeline = useTimeline(vm, situation.now)
  const { results, policies } = timeline
  return (
    <div className={classes['page']}>
      <title>
        {m.common_document_title({ page: m.vm_document_title({ part: m.timeline_title(), name: vm.name }) })}
      </title>
      <ListSection title={m.timeline_title()} note={<ReadWhen results={results} note={m.timeline_note()} />}>
        {results.data && policies.error && (
          <Notice
            tone="warning"
            title={policies.data ? m.vms_policies_old_title() : m.timeline_policies_failed()}
            action={
              <Button variant="default" size="xs" loading={policies.isFetching} onClick={() => void policies.refetch()}>
                {m.common_retry()}
              </Button>
            }
          >
            <p>{policies.data ? m.vms_policies_old_text() : m.timeline_policies_failed_text()}</p>
          </Notice>
        )}
        {timeline.settled && results.data && <Timeline situation={situation} timeline={timeline} />}
        {!timeline.settled && !results.error && <SkeletonRows rows={5} height={72} />}
        {!results.data && results.error && (
          <ErrorPanel
            error={explainError(results.error)}
            onRetry={() => void results.refetch()}
            retrying={results.isFetching}
          />
        )}
      </ListSection>
    </div>
  )
}

const yearDays = 365

function Timeline({
  situation,
  timeline,
}: {
  readonly situation: Situation
  readonly timeline: ReturnType<typeof useTimeline>
}) {
  const { vm, now } = situation
  const [params, setParams] = useSearchParams()
  const zone = useClock(situation.site.timeZone)
  const view = readTimelineView(params)
  const look = (next: TimelineView): void =>
    setParams((before) => writeTimelineView(before, next), { replace: true, preventScrollReset: true })
  const history = timeline.results.data
  const backups = history?.rows ?? []
  if (backups.length === 0 && history?.unreadable === 0 && vm.assignments?.length === 0)
    return <Nothing situation={situation} />

  const range = rangeOf(view, zone, now)
  const rows = timeline.between(range.from, range.to)
  const items = rows.flatMap((row) => row.items)
  const today = localDayOf(zone, now)
  const firstDay = today - yearDays + 1
  const year = timeline.year(localInstant(zone, firstDay), localInstant(zone, today + 1))
  const moves: TimelineMoves = {
    zoom: (step) => look(zoomed(view, step)),
    shift: (step) => look(shifted(view, step, zone, now)),
    show: (from, to) => look(viewOf(view, from, to, zone)),
  }
  return (
    <>
      <Plan situation={situation} />
      {timeline.unplaced > 0 && (
        <Notice tone="unknown" title={m.timeline_unplaced_title({ n: timeline.unplaced })}>
          <p>{m.timeline_unplaced_text()}</p>
        </Notice>
      )}
      {history && timeline.readTo && (
        <ReadBack
          vmId={vm.id}
          history={history}
          busy={timeline.results.isFetching}
          words={m.timeline_long({
            read: backups.length,
            total: totalWords(history),
            time: formatInstant(timeline.readTo, zone),
          })}
        />
      )}
      <section className={classes['panel']} aria-label={m.timeline_lanes()}>
        <TimelineToolbar view={view} range={range} zone={zone} moves={moves} onView={look} />
        <TimelineSummary words={summaryWords(items, vm, timeline.lanes)} items={items} />
        {view.table ? (
          <TimelineTable items={items} situation={situation} zone={zone} />
        ) : (
          <TimelineLanes
            rows={rows}
            range={range}
            zone={zone}
            now={now}
            moment={view.moment}
            situation={situation}
            policies={timeline.policies.data?.rows ?? null}
            moves={moves}
          />
        )}
      </section>
      <TimelineReturn
        situation={situation}
        backups={backups}
        readTo={timeline.readTo}
        moment={view.moment}
        zone={zone}
        onMoment={(moment) => look({ ...view, moment })}
      />
      <TimelineYear
        days={calendarOf(
          year.flatMap((row) => row.items),
          zone,
          firstDay,
          today,
        )}
        shown={[localDayOf(zone, range.from), localDayOf(zone, new Date(range.to.getTime() - 1))]}
        today={today}
        onDay={(day) => look({ ...view, from: day, span: '1d' })}
      />
    </>
  )
}

/** What there is to say when no plan is known. */
function Plan({ situation: { vm } }: { readonly situation: Situation }) {
  if (vm.assignments === null)
    return (
      <Notice tone="unknown" title={m.policies_not_told()}>
        <p>{m.timeline_policies_failed_text()}</p>
      </Notice>
    )
  if (vm.assignments.length > 0 || vm.byHand) return null
  return (
    <Notice tone="warning" title={m.timeline_no_policies()} action={<Choose vmId={vm.id} />}>
      <p>{m.timeline_no_policies_text()}</p>
    </Notice>
  )
}

const Choose = ({ vmId }: { readonly vmId: string }) => (
  <Button component={Link} to={paths.vmPolicies(vmId)} variant="default" size="xs">
    {m.timeline_choose_policy()}
  </Button>
)

const Nothing = ({ situation: { vm } }: { readonly situation: Situation }) => (
  <EmptyState
    level={3}
    shape="shield-clock"
    title={m.timeline_empty()}
    text={vm.byHand ? m.ways_by_hand_timeline() : m.timeline_empty_text()}
    action={!vm.byHand && <Choose vmId={vm.id} />}
  />
)
