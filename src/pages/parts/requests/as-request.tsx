import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'

import { described, sentRequests } from '~/api/queries/requests'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'

import { RequestCode } from './request-code'
import { RequestItem } from './request-item'

import classes from './requests.module.css'

type Described = ReturnType<typeof described>

/**
 * The same as a request, one press away in the dialog of an action: what would be sent, and once it was sent, what was,
 * with the platform's answer.
 */
export function AsRequest({
  described: query,
  sentAt,
}: {
  /** What would be sent; asked only when someone opens it. */
  readonly described: Described
  /** When it was sent, in milliseconds of this device's clock; 0: not yet. */
  readonly sentAt: number
}) {
  const [opened, setOpened] = useState(false)
  return (
    <details className={classes['as']} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{m.requests_as_request()}</summary>
      {opened && (sentAt > 0 ? <Sent since={sentAt} /> : <RequestBefore query={query} />)}
    </details>
  )
}

/** What would be sent, as curl and JSON. */
export function RequestBefore({ query }: { readonly query: Described }) {
  const { data, error } = useQuery(query)
  if (data)
    return (
      <>
        <p className={classes['about']}>{m.requests_before()}</p>
        <RequestCode request={data} />
      </>
    )
  if (error)
    return (
      <output className={classes['about']}>
        {m.requests_before_failed()} {explainError(error).title}
      </output>
    )
  return <Loader size="xs" aria-label={m.common_loading()} />
}

function Sent({ since }: { readonly since: number }) {
  const sent = useSyncExternalStore(sentRequests.subscribe, sentRequests.get)
  const writes = sent.filter(({ method, at }) => method !== 'GET' && at.getTime() >= since)
  if (writes.length === 0) return <p className={classes['about']}>{m.requests_not_sent()}</p>
  return (
    <ol className={classes['list']}>
      {writes.map((request) => (
        <RequestItem key={request.id} request={request} />
      ))}
    </ol>
  )
}
