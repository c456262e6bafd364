import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'

import type { OutcomesOfDays } from '~/api/queries/trail'
import { seesAllEnds, seesEnds } from '~/domain/failure-sight'
import type { CalendarDay } from '~/domain/fleet-day'
import { tellsPlannedEnds } from '~/domain/privilege'
import { useActor } from '~/pages/parts/use-actor'
import { explainError } from '~/texts/errors'
import { formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'

import { dayWords } from './words'

import classes from './page.module.css'

interface NoticesProps {
  readonly days: readonly CalendarDay[]
  readonly zone: string
  readonly trail: UseQueryResult<OutcomesOfDays>
}

const retry = (onClick: () => void) => (
  <Button variant="default" size="xs" onClick={onClick}>
    {m.common_retry()}
  </Button>
)

/** What of the days is not known, why, and who can see it; and how far the reading is. */
export function DaysNotices({ days, zone, trail }: NoticesProps) {
  return (
    <div className={classes['notices']}>
      {trail.error && (
        <Notice
          tone="unknown"
          announce="status"
          title={m.calendar_outcomes_title()}
          action={retry(() => void trail.refetch())}
        >
          <p>{explainError(trail.error).title}</p>
        </Notice>
      )}
      <Reading days={days} zone={zone} trail={trail} />
      <Sight zone={zone} trail={trail.data} />
    </div>
  )
}

function Reading({ days, zone, trail }: Pick<NoticesProps, 'days' | 'zone' | 'trail'>) {
  const [first] = days
  if (trail.isPending)
    return <output className={`${classes['soft']} ${classes['progress']}`}>{m.calendar_reading_first()}</output>
  const reached = trail.data?.rest?.to
  if (!first || !reached || !trail.data?.reading || !trail.isFetching) return null
  return (
    <output className={`${classes['soft']} ${classes['progress']}`}>
      {m.calendar_reading({ day: dayWords(first, zone), reached: formatInstant(reached, zone) })}
    </output>
  )
}

/** What this person cannot know; nothing while all is known. */
function Sight({ zone, trail }: { readonly zone: string; readonly trail: OutcomesOfDays | undefined }) {
  const actor = useActor()
  if (!trail || trail.complete || trail.reading) return null
  if (trail.trailless) return <p className={classes['soft']}>{m.ways_trailless_days()}</p>
  if (!seesEnds(actor))
    return (
      <Notice tone="unknown" title={m.calendar_blind_title()}>
        <p>{m.calendar_blind_text()}</p>
      </Notice>
    )
  if (trail.wholeSince === null && !seesAllEnds(actor))
    return (
      <Notice tone="unknown" title={m.calendar_partly_title()}>
        <p>{tellsPlannedEnds(actor) ? m.calendar_partly_text() : m.calendar_untold_text()}</p>
      </Notice>
    )
  if (trail.wholeSince === null)
    return (
      <Notice tone="unknown" title={m.calendar_unreadable_title()}>
        <p>{m.calendar_unreadable_text()}</p>
      </Notice>
    )
  return (
    <Notice tone="neutral" title={m.calendar_short_title()}>
      <p>{m.calendar_short_text({ at: formatInstant(trail.wholeSince, zone) })}</p>
    </Notice>
  )
}
