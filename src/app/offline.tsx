import { m } from '~/texts/messages'
import { ShapeIcon } from '~/ui/state-mark'
import { useOnline } from '~/ui/use-online'

import classes from './shell.module.css'

/** Says at once that this device has no network: what is shown may be old, and nothing can be sent. */
export function Offline() {
  const online = useOnline()
  return (
    <output>
      {!online && (
        <span className={classes['banner']}>
          <ShapeIcon shape="alert" />
          {m.shell_offline()}
        </span>
      )}
    </output>
  )
}
