import { m } from '~/texts/messages'

import { paletteKeys, paletteShortcut } from './use-palette'

import classes from './palette-button.module.css'

/** Opens the palette, for those who do not know its key, and tells the key to those who look. */
export const PaletteButton = ({ onOpen }: { readonly onOpen: () => void }) => (
  <button
    type="button"
    className={classes['button']}
    aria-label={m.palette_open()}
    aria-haspopup="dialog"
    aria-keyshortcuts={paletteShortcut}
    onClick={onOpen}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M7 2.25a4.75 4.75 0 1 0 0 9.5a4.75 4.75 0 0 0 0-9.5zM10.5 10.5l3.25 3.25" />
    </svg>
    <span className={classes['words']}>{m.palette_open()}</span>
    <span className={classes['keys']} data-keys={paletteKeys.join(' ')} />
  </button>
)
