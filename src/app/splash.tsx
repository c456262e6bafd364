import { m } from '~/texts/messages'

import { Logo } from './logo'

/** The frame before anything is known, as `index.html` draws it before the script is there. */
export function Splash() {
  return (
    <div className="early-header">
      <Logo size={28} />
      {m.app_name()}
    </div>
  )
}
