import { useState, useSyncExternalStore } from 'react'

import { checkLine, lineSight, skewSight } from '~/api/queries/line'
import { formatDuration } from '~/texts/format'
import { m } from '~/texts/messages'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { ShapeIcon } from '~/ui/state-mark'

import classes from './shell.module.css'

/** The simulator's clock is moved on purpose, and its menu says what time it is there. */
const ownClock = import.meta.env.MODE === 'simulator'

/** What there is to say of the line to the platform while the screen goes on: slow, not served, another time there. */
export function LineNotes() {
  const line = useSyncExternalStore(lineSight.subscribe, lineSight.get)
  const skew = useSyncExternalStore(skewSight.subscribe, skewSight.get)
  return (
    <output>
      {line === 'slow' && <Banner text={m.session_slow()} />}
      {line === 'down' && <Banner text={m.session_down_kept()} />}
      {skew !== null && !ownClock && <Banner text={m.session_skew({ span: formatDuration(skew * 60_000) })} />}
    </output>
  )
}

const Banner = ({ text }: { readonly text: string }) => (
  <span className={classes['banner']}>
    <ShapeIcon shape="alert" />
    {text}
  </span>
)

/** Whether the platform serves nobody and the screen has nothing to show. */
export const useNothingServed = (): boolean => useSyncExternalStore(lineSight.subscribe, lineSight.get) === 'blank'

/** One page in place of all that could not be read. It goes by itself once the platform answers again. */
export function NotServed() {
  const [checking, setChecking] = useState(false)
  const check = () => {
    setChecking(true)
    void checkLine().finally(() => setChecking(false))
  }
  return (
    <div role="alert">
      <EmptyState
        shape="alert"
        level={1}
        title={m.session_down_title()}
        text={m.session_down_text()}
        action={
          <Button variant="default" loading={checking} onClick={check}>
            {m.session_down_check()}
          </Button>
        }
      />
    </div>
  )
}
