import { Logo } from './logo'
import { settings } from './settings'

/** The frame before anything is known, as `index.html` draws it before the script is there. */
export function Splash() {
  return (
    <header className="early-header">
      <Logo size={28} />
      {settings().product}
    </header>
  )
}
