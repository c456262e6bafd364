import { platform } from '~/api/platform'
import { session } from '~/api/session'
import { isEnding } from '~/domain/session-end'

import { sayEnding } from './ending'
import { onStayElsewhere } from './stay'

/** Milliseconds between two looks; a browser may stretch them to a minute where nobody looks at the page. */
const pause = 2_000

async function look(): Promise<void> {
  const ends = session.get().state === 'signed-in' ? platform().sessionEnds() : null
  if (!isEnding(ends, Date.now())) {
    sayEnding(null)
    return
  }
  // There before it is drawn: a message that comes by itself must not break the page where it cannot be fetched.
  await import('./session-ending')
  sayEnding(ends)
}

const again = (): void => void look().catch(() => null)

/** Sees the end of the session come, without asking the platform anything. Called once. */
export function watchEnding(): void {
  setInterval(again, pause)
  document.addEventListener('visibilitychange', again)
  session.subscribe(again)
  onStayElsewhere()
}
