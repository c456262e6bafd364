import { m } from '~/texts/messages'

import classes from './palette.module.css'

/** How much was found, what cannot be found and why, and the keys. */
export function PaletteFoot({
  shown,
  total,
  typed,
  notes,
  onVm,
  inVm,
}: {
  readonly shown: number
  readonly total: number
  readonly typed: boolean
  readonly notes: readonly string[]
  /** The keyboard is on a VM. */
  readonly onVm: boolean
  /** Only the actions of one VM are searched. */
  readonly inVm: boolean
}) {
  const keys = [
    { press: '↑ ↓', does: m.palette_key_move() },
    { press: '↵', does: m.palette_key_choose() },
    ...(onVm ? [{ press: '→', does: m.palette_key_actions() }] : []),
    ...(inVm ? [{ press: '⌫', does: m.palette_key_back() }] : []),
  ]
  return (
    <div className={classes['foot']} data-quiet={(!typed && notes.length === 0) || undefined}>
      <div className={classes['told']}>
        <output>{typed && m.palette_found({ n: total })}</output>
        {total > shown && <span>{m.palette_more({ n: total - shown })}</span>}
        <output className={classes['notes']}>
          {notes.map((note) => (
            <span key={note}>{note}</span>
          ))}
        </output>
      </div>
      <div className={classes['keys']} aria-hidden="true">
        {keys.map(({ press, does }) => (
          <span key={press}>
            <kbd className={classes['key']}>{press}</kbd> {does}
          </span>
        ))}
      </div>
    </div>
  )
}
