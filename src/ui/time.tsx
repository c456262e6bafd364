import { createContext, type ReactNode, use } from 'react'

import { formatAge, formatInstant, readerZone } from '~/texts/format'
import { m } from '~/texts/messages'

import { useClock, useDatacenterZone } from './clock'
import { Hint } from './hint'
import { useNow } from './use-now'

import classes from './floating.module.css'
import time from './time.module.css'

/** The same instant on the clocks that matter: the datacenter's when there is one, the reader's, and UTC. */
function Clocks({ at, zone }: { readonly at: Date; readonly zone: string | null }) {
  const reader = readerZone()
  const around = useDatacenterZone()
  const datacenter = zone ?? around
  return (
    <dl className={time['clocks']}>
      {datacenter !== null && (
        <>
          <dt>{m.time_datacenter()}</dt>
          <dd>{formatInstant(at, datacenter, 'long')}</dd>
        </>
      )}
      <dt>{m.time_yours()}</dt>
      <dd>{formatInstant(at, reader, 'long')}</dd>
      <dt>{m.time_utc()}</dt>
      <dd>{formatInstant(at, 'UTC', 'long')}</dd>
    </dl>
  )
}

const Dense = createContext(false)

/** Around rows of times: there a time shows its other clocks on hover and tap, but is no stop of the Tab key. */
export const DenseTimes = ({ children }: { readonly children: ReactNode }) => <Dense value>{children}</Dense>

/** An instant in `words`, with its other clocks. In dense rows it takes no focus, for dozens of stops help nobody. */
function WithClocks({ at, zone, words }: { readonly at: Date; readonly zone: string | null; readonly words: string }) {
  const dense = use(Dense)
  const text = <time dateTime={at.toISOString()}>{words}</time>
  return (
    <Hint content={<Clocks at={at} zone={zone} />}>
      {(trigger) =>
        dense ? (
          <span className={classes['plain']} {...trigger}>
            {text}
          </span>
        ) : (
          <button type="button" className={classes['plain']} {...trigger}>
            {text}
          </button>
        )
      }
    </Hint>
  )
}

/**
 * An instant on the clock that the reader chose, with its zone. Hover, focus or tap shows the other clocks.
 * @param zone IANA name of the datacenter's zone; else that of the surrounding `DatacenterClock`.
 */
export function Time({
  at,
  zone = null,
  seconds = false,
}: {
  readonly at: Date | null
  readonly zone?: string | null
  readonly seconds?: boolean
}) {
  const clock = useClock(zone)
  if (!at) return <span className={time['none']}>{m.time_none()}</span>
  return <WithClocks at={at} zone={zone} words={formatInstant(at, clock, seconds ? 'second' : 'short')} />
}

/** The same as words alone, for places that already are a control. */
export const TimeWords = ({ at, zone = null }: { readonly at: Date | null; readonly zone?: string | null }) =>
  formatInstant(at, useClock(zone))

/** How long ago an instant was (or how far ahead it is), by the server's clock; the exact time is one hover away. */
export function Age({ at, zone = null }: { readonly at: Date | null; readonly zone?: string | null }) {
  const now = useNow()
  if (!at) return <span className={time['none']}>{m.time_none()}</span>
  return <WithClocks at={at} zone={zone} words={formatAge(now.getTime() - at.getTime())} />
}
