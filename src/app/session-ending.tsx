import { VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { createPortal } from 'react-dom'

import { ApiError } from '~/api/error'
import { serverTime } from '~/api/queries'
import { explainError } from '~/texts/errors'
import { formatDuration } from '~/texts/format'
import { m } from '~/texts/messages'
import { Button, CloseButton } from '~/ui/button'
import { ShapeIcon } from '~/ui/state-mark'
import { useNow } from '~/ui/use-now'

import { hideEnding } from './ending'
import { staySignedIn } from './stay'

import classes from './session-ending.module.css'

/** What keeps all else out of reach, the topmost of it; else the page. The message must be reached where one works. */
const place = (): Element =>
  [...document.querySelectorAll('dialog[open]')].at(-1) ??
  [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].at(-1) ??
  document.body

/** Over everything, also over dialogs, without taking the focus from where it is. */
function raise(box: HTMLElement | null): void {
  if (box && 'showPopover' in box && !box.matches(':popover-open')) box.showPopover()
}

/** Says that the session is about to end, and offers to stay. It asks nothing by itself, so it keeps no session alive. */
export function SessionEnding({ ends }: { readonly ends: number }) {
  const now = useNow(1_000)
  const [home] = useState(place)
  const left = Math.max(0, serverTime(ends).getTime() - now.getTime())
  const [first] = useState(left)
  const here = place()
  return createPortal(
    <section ref={raise} popover="manual" className={classes['ending']} aria-label={m.session_ending_title()}>
      {here === home && (
        <VisuallyHidden role="alert">
          {m.session_ending_said({ time: formatDuration(first), stay: m.session_ending_stay() })}
        </VisuallyHidden>
      )}
      <span className={classes['icon']}>
        <ShapeIcon shape="clock" />
      </span>
      <Words left={left} />
      <CloseButton label={m.session_ending_hide()} onClick={hideEnding} />
    </section>,
    here,
  )
}

function Words({ left }: { readonly left: number }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const stay = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      if (!(await staySignedIn())) setProblem(m.session_ending_same())
    } catch (error) {
      setProblem(error instanceof ApiError ? explainError(error).title : m.session_ending_same())
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className={classes['words']}>
      <p className={classes['title']}>{m.session_ending_title()}</p>
      <p>{m.session_ending_text({ time: formatDuration(left) })}</p>
      {problem !== null && <p role="alert">{problem}</p>}
      <div>
        <Button size="xs" loading={busy} onClick={() => void stay()}>
          {m.session_ending_stay()}
        </Button>
      </div>
    </div>
  )
}
