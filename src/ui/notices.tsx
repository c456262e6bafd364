import { useEffect, useState, useSyncExternalStore } from 'react'
import { Link } from 'react-router'

import { m } from '~/texts/messages'

import { CloseButton } from './button'
import { Notice } from './notice'
import type { Notification } from './notify'
import { dismiss, notifications } from './notify'

import blank from './blank.module.css'
import classes from './notices.module.css'

const staysMs = 8_000

/** The corner where messages appear. Rendered once, by the shell; its live region is there before the first message. */
export function Notices() {
  const shown = useSyncExternalStore(notifications.subscribe, notifications.get)
  return (
    <section className={classes['stack']} aria-label={m.common_notifications()} aria-live="polite">
      {shown.map((message) => (
        <OneNotice key={message.id} message={message} />
      ))}
    </section>
  )
}

function OneNotice({ message }: { readonly message: Notification }) {
  const [held, setHeld] = useState(false)
  const { id, passes } = message
  useEffect(() => {
    if (!passes || held) return undefined
    const timer = setTimeout(() => dismiss(id), staysMs)
    return () => clearTimeout(timer)
  }, [id, passes, held])
  return (
    <div
      className={classes['one']}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Notice
        tone={message.tone}
        title={message.title}
        action={<CloseButton label={m.common_close()} onClick={() => dismiss(id)} />}
      >
        {message.text !== null && <p>{message.text}</p>}
        {message.link && (
          <p>
            <Link className={blank['link']} to={message.link.to} onClick={() => dismiss(id)}>
              {message.link.label}
            </Link>
          </p>
        )}
      </Notice>
    </div>
  )
}
