import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

import { events as eventsQuery, trailWords } from '~/api/queries/trail'
import { mayReadEvents } from '~/domain/may-back-up'
import { filtersOf, trailFilters, withName } from '~/pages/parts/events/event-view'
import { trailNote } from '~/pages/parts/events/trail-note'
import { useEventView } from '~/pages/parts/events/use-event-view'
import { Freshness } from '~/pages/parts/freshness'
import { Gate } from '~/pages/parts/gate'
import { useActor } from '~/pages/parts/use-actor'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { ErrorPanel } from '~/ui/error-panel'
import { PageHeader } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { Taken } from './list-evidence'
import { ExportButton, ExportState, useExport } from './list-export'
import { FollowSwitch, useFollowing } from './list-follow'
import { useHeld } from './list-held'
import { useNames } from './list-offers'
import { questionFor } from './list-question'
import { useReader } from './list-reader'
import { AskedOutOfSight, OutOfSight, TenantsOnly } from './list-sight'
import { Trail } from './list-trail'

import classes from './list.module.css'

/** Everything that the platform recorded and this person may read, to filter, to follow and to take away. */
export function Component() {
  return (
    <Gate verdict={mayReadEvents(useActor())} title={m.events_title()}>
      <Events />
    </Gate>
  )
}

function Events() {
  const actor = useActor()
  const { view, look, opened, open } = useEventView(trailFilters)
  const [following, follow] = useFollowing()
  const { reading, attach } = useReader()
  // Each letter is in the address at once; the platform is asked when one pauses.
  const [text] = useDebouncedValue(view.names.text ?? null, 300)
  const asked = { ...view, names: withName(view.names, 'text', text) }
  const words = useQuery(trailWords())
  const question = questionFor(asked, words.data?.scope)
  // Which actions answer a topic is one of the trail's words.
  const ready = question.actions === null || words.data !== undefined
  const events = useQuery({
    ...eventsQuery(question.query, following, question.actions),
    enabled: ready,
    ...(ready && { placeholderData: keepPreviousData }),
  })
  const held = useHeld(events.isPlaceholderData ? undefined : events.data, {
    key: JSON.stringify([question.query, question.actions]),
    shown: question.shown,
    first: view.page === 1,
    reading: reading || opened !== null,
  })
  const page = held.page ?? events.data
  const listed = page && question.shown(page)
  const asking = ready ? events : words
  const unseen = words.data?.unseen ?? []
  const names = useNames(page?.rows ?? [])
  const file = useExport(asked, question, names)
  const again = async () => {
    const next = await events.refetch()
    held.show()
    return { ...next, data: next.data && question.shown(next.data) }
  }
  return (
    <>
      <PageHeader
        title={m.events_title()}
        text={
          page && (
            <Freshness
              reading={{ ...events, data: listed, refetch: again }}
              unreadable={page.unreadable}
              note={trailNote(words.data)}
            />
          )
        }
        actions={<FollowSwitch on={following} onChange={follow} />}
      />
      <TenantsOnly actor={actor} />
      <Trail
        filters={filtersOf(words.data)}
        {...{ view, look, names, attach, open }}
        actions={[...(words.data?.actions ?? []), ...(page?.rows ?? []).map(({ action }) => action)]}
        page={page}
        shown={question.shown}
        news={held.news}
        onNews={() => {
          held.show()
          if (view.page > 1) look({ ...view, page: 1 })
          window.scrollTo({ top: 0 })
        }}
        opened={opened}
        above={
          <>
            <ExportState state={file.state} onStop={file.stop} onStart={file.start} />
            <AskedOutOfSight unseen={unseen} asked={question.actions ?? (view.action === null ? [] : [view.action])} />
            <div className={classes['take']}>
              {page && listed && <Taken reading={events} shown={listed} {...{ page, view, names }} />}
              <ExportButton onStart={file.start} busy={!ready || file.state.state === 'reading'} />
            </div>
          </>
        }
      />
      {asking.isPending && !page && <SkeletonRows rows={8} />}
      {!page && asking.error && (
        <ErrorPanel
          error={explainError(asking.error)}
          onRetry={() => void asking.refetch()}
          retrying={asking.isFetching}
        />
      )}
      <OutOfSight unseen={unseen} />
    </>
  )
}
