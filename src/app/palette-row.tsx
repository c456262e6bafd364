import { VmStateMark } from '~/pages/parts/vm-state-mark'
import { m } from '~/texts/messages'
import { Refusal } from '~/ui/action'
import { ShapeIcon } from '~/ui/state-mark'

import type { Entry } from './palette-entry'
import { PaletteIcon } from './palette-icon'
import { decisive, type Line, line, piecesOf } from './palette-match'

import classes from './palette.module.css'

const role = { role: 'option' } as const

/** One entry. A refused one says why, and all of it where the keyboard is. */
export function PaletteRow({
  id,
  entry,
  words,
  active,
}: {
  readonly id: string
  readonly entry: Entry
  readonly words: readonly string[]
  readonly active: boolean
}) {
  const { name, detail, verdict, vm, chosen } = entry
  const refused = verdict !== null && !verdict.ok
  const beside = (vm && decisive(entry, words)) ?? (detail === null ? null : line(detail))
  return (
    <div
      {...role}
      id={id}
      data-entry={entry.id}
      aria-selected={active}
      aria-disabled={refused || verdict === null || undefined}
      className={classes['row']}
    >
      <span className={classes['icon']}>
        {refused ? <ShapeIcon shape="lock" /> : <PaletteIcon icon={entry.icon} />}
      </span>
      <span className={classes['words']}>
        <span className={classes['line']}>
          <span className={classes['name']}>
            <Marked of={name} words={words} />
          </span>{' '}
          {beside && (
            <span className={classes['detail']}>
              <Marked of={beside} words={words} />
            </span>
          )}
        </span>
        {refused &&
          (active ? (
            <span className={classes['refusal']}>
              <Refusal verdict={verdict} />
            </span>
          ) : (
            <span className={classes['because']}>{verdict.because}</span>
          ))}
      </span>{' '}
      <span className={classes['aside']}>
        {vm && <VmStateMark vm={vm} />}
        {chosen && m.palette_now()}
        {verdict === null && m.palette_checking()}
        {refused && <span className={classes['refused']}>{m.palette_refused()}</span>}
      </span>
      {vm && (
        <span className={classes['enter']} data-enter aria-hidden="true">
          <span className={classes['enterWord']}>{m.palette_actions()}</span>
          <svg viewBox="0 0 16 16">
            <path d="M6 3.5L10.5 8L6 12.5" />
          </svg>
        </span>
      )}
    </div>
  )
}

/** A text with what matched in it. */
const Marked = ({ of, words }: { readonly of: Line; readonly words: readonly string[] }) => (
  <bdi>{piecesOf(of, words).map(({ at, text, hit }) => (hit ? <mark key={at}>{text}</mark> : text))}</bdi>
)
