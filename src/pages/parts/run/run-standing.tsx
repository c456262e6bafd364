import type { ReactNode } from 'react'

import { formatInstant, readerZone } from '~/texts/format'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'
import { takeFocus } from '~/ui/take-focus'

import classes from './run.module.css'

/** How a change of many things stands: on its way, interrupted, or what it came to. */
export const RunStanding = ({ children }: { readonly children: ReactNode }) => (
  <div ref={takeFocus} tabIndex={-1} className={classes['standing']}>
    {children}
  </div>
)

/** How many of the lines of a change are answered, as a bar and in words. */
export function RunProgress({
  done,
  total,
  words = m.bulk_progress({ done, total }),
}: {
  readonly done: number
  readonly total: number
  /** Other words than the numbers, where there is more to say. */
  readonly words?: string
}) {
  return (
    <>
      <output className={classes['progress']}>{words}</output>
      <progress value={done} max={Math.max(1, total)} aria-label={m.bulk_progress_label()} />
    </>
  )
}

/** The platform asked to be left alone: until when nothing more is sent, by this device's clock. */
export const RunRest = ({ until }: { readonly until: number }) => (
  <Notice tone="neutral" title={m.bulk_rests()} announce="status">
    <p>{m.bulk_rests_text({ time: formatInstant(new Date(until), readerZone(), 'long') })}</p>
  </Notice>
)
