import { SegmentedControl } from '@mantine/core'
import { useState, useSyncExternalStore } from 'react'

import { sentRequests, type SentRequest } from '~/api/queries/requests'
import { SidePanel } from '~/pages/parts/side-panel'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'

import { closeRequests, requestsSight, type RequestsSight } from './opened'
import { RequestItem } from './request-item'

import classes from './requests.module.css'

/** The requests that the console sent, beside the page: as curl, with what the platform answered. Rendered by the shell. */
export function RequestsPanel() {
  const sight = useSyncExternalStore(requestsSight.subscribe, requestsSight.get)
  // What it showed stays while it slides away.
  const [latest, setLatest] = useState<RequestsSight>({ list: null })
  if (sight !== null && sight !== latest) setLatest(sight)
  const { list } = sight ?? latest
  return (
    <SidePanel
      wide
      title={list === null ? m.requests_title() : m.requests_title_of({ list: list.title })}
      opened={sight !== null}
      onClose={closeRequests}
    >
      <p className={classes['about']}>{list === null ? m.requests_about() : m.requests_about_list()}</p>
      <p className={classes['about']}>{m.requests_secrets()}</p>
      <Requests list={list} />
    </SidePanel>
  )
}

type Kind = 'all' | 'writes'

function Requests({ list }: RequestsSight) {
  const sent = useSyncExternalStore(sentRequests.subscribe, sentRequests.get)
  const [kind, setKind] = useState<Kind>('all')
  const shown = sent.filter((request) => isShown(request, list, kind))
  return (
    <>
      {list === null && (
        <SegmentedControl
          size="xs"
          aria-label={m.requests_kind()}
          value={kind}
          onChange={(next) => setKind(next === 'writes' ? 'writes' : 'all')}
          data={[
            { value: 'all', label: m.requests_kind_all() },
            { value: 'writes', label: m.requests_kind_writes() },
          ]}
        />
      )}
      {shown.length === 0 ? (
        <EmptyState
          level={3}
          title={m.requests_none()}
          text={kind === 'writes' ? m.requests_none_writes() : m.requests_none_text()}
        />
      ) : (
        <ol className={classes['list']}>
          {shown.map((request) => (
            <RequestItem key={request.id} request={request} />
          ))}
        </ol>
      )}
    </>
  )
}

const isShown = ({ by, method }: SentRequest, list: RequestsSight['list'], kind: Kind): boolean =>
  list === null ? kind === 'all' || method !== 'GET' : by !== null && list.reads.includes(by)
