import { useState } from 'react'

import { serverTime } from '~/api/queries'
import type { RequestAnswer, SentRequest } from '~/api/queries/requests'
import { shownZone } from '~/texts/clock'
import { formatInstant, formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'
import { StateMark } from '~/ui/state-mark'

import { RequestCode } from './request-code'
import { placeOf } from './request-words'

import classes from './requests.module.css'

/** One request in two lines; opened it is a command, with what it carried. */
export function RequestItem({ request }: { readonly request: SentRequest }) {
  const { method, url, at, answer } = request
  const [opened, setOpened] = useState(false)
  return (
    <li>
      <details className={classes['request']} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>
          <span className={classes['method']} data-write={method !== 'GET' || undefined}>
            {method}
          </span>
          <span className={classes['place']} title={url}>
            <bdi>{placeOf(url)}</bdi>
          </span>
          <span className={classes['when']}>
            <Answered answer={answer} />
            <span>{formatInstant(serverTime(at.getTime()), shownZone())}</span>
          </span>
        </summary>
        {opened && <RequestCode request={request} />}
      </details>
    </li>
  )
}

/** What the platform answered, and how long it took. */
function Answered({ answer }: { readonly answer: RequestAnswer | null }) {
  if (answer === null) return <StateMark tone="running" shape="running" label={m.requests_waiting()} />
  const { status, code, after } = answer
  const time = m.requests_after({ ms: formatNumber(after) })
  if (status === null) return <StateMark tone="unknown" shape="question" label={m.requests_no_answer()} />
  if (code === null) return <StateMark tone="good" shape="check" label={`${m.requests_status({ status })} · ${time}`} />
  return <StateMark tone="bad" shape="cross" label={`${m.requests_refused({ status, code })} · ${time}`} />
}
