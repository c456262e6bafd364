import type { ComponentProps } from 'react'

import classes from './state-mark.module.css'

/** How a state feels. Never shown by colour alone: each mark has a shape and words. */
export type Tone = 'good' | 'running' | 'bad' | 'overdue' | 'warning' | 'neutral' | 'unknown'

/** Shapes on a grid of 16. Lines of 1.75 with round ends, so that they read at text size. */
const shapes = {
  check: 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 0 0 0-12.5zM5.25 8.25l2 2l3.75-4.25',
  cross: 'M5.5 1.75h5l3.75 3.75v5l-3.75 3.75h-5l-3.75-3.75v-5zM6 6l4 4M10 6l-4 4',
  alert: 'M8 2l6.5 11.75h-13zM8 6.5v3M8 11.6v.1',
  running: 'M8 1.75a6.25 6.25 0 1 1-6.25 6.25M8 4.75v3.5l2.25 1.5',
  clock: 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 0 0 0-12.5zM8 4.75v3.5l2.25 1.5',
  dash: 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 0 0 0-12.5zM5.25 8h5.5',
  question: 'M8 1.75l6.25 6.25l-6.25 6.25l-6.25-6.25zM6.6 6.6a1.4 1.4 0 1 1 1.9 1.35c-.35.15-.5.4-.5.75M8 10.6v.1',
  info: 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 0 0 0-12.5zM8 7.5v3.25M8 5.2v.1',
  play: 'M4.5 2.5l8.5 5.5l-8.5 5.5z',
  pause: 'M5.25 3v10M10.75 3v10',
  stop: 'M3.25 3.25h9.5v9.5h-9.5z',
  lock: 'M3.25 7.25h9.5v6.5h-9.5zM5.25 7.25v-2.25a2.75 2.75 0 0 1 5.5 0v2.25',
  shield: 'M8 1.75l5.25 1.9v4.1c0 3.1-2.1 5.3-5.25 6.5c-3.15-1.2-5.25-3.4-5.25-6.5v-4.1z',
  'shield-check':
    'M8 1.75l5.25 1.9v4.1c0 3.1-2.1 5.3-5.25 6.5c-3.15-1.2-5.25-3.4-5.25-6.5v-4.1zM5.6 7.9l1.7 1.7l3.1-3.5',
  'shield-cross':
    'M8 1.75l5.25 1.9v4.1c0 3.1-2.1 5.3-5.25 6.5c-3.15-1.2-5.25-3.4-5.25-6.5v-4.1zM6.2 6.2l3.6 3.6M9.8 6.2l-3.6 3.6',
  'shield-off':
    'M5.3 2.75l2.7-1l5.25 1.9v4.1c0 .85-.15 1.6-.45 2.3M11.4 12.3c-.9.85-2.05 1.5-3.4 1.95c-3.15-1.2-5.25-3.4-5.25-6.5v-3.2M1.75 1.75l12.5 12.5',
  'shield-alert': 'M8 1.75l5.25 1.9v4.1c0 3.1-2.1 5.3-5.25 6.5c-3.15-1.2-5.25-3.4-5.25-6.5v-4.1zM8 5v3M8 10.4v.1',
  hourglass: 'M3.75 1.75h8.5M3.75 14.25h8.5M4.75 1.75v2.25l3.25 4l3.25-4v-2.25M4.75 14.25v-2.25l3.25-4l3.25 4v2.25',
  'shield-clock': 'M8 1.75l5.25 1.9v4.1c0 3.1-2.1 5.3-5.25 6.5c-3.15-1.2-5.25-3.4-5.25-6.5v-4.1zM8 5v3l1.75 1.25',
  restore: 'M2.25 8a5.75 5.75 0 1 0 1.9-4.25L2.25 5.5M2.25 2.25v3.25h3.25M8 5v3.25l2 1.25',
  close: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  outline:
    'M4.5 1.75h7a2.75 2.75 0 0 1 2.75 2.75v7a2.75 2.75 0 0 1-2.75 2.75h-7a2.75 2.75 0 0 1-2.75-2.75v-7a2.75 2.75 0 0 1 2.75-2.75z',
} as const

/** An icon of the kit, by what it shows. */
export type Shape = keyof typeof shapes

/** One shape alone, as large as the text around it. Decoration: the words beside it carry the meaning. */
export function ShapeIcon({ shape, spin = false }: { readonly shape: Shape; readonly spin?: boolean }) {
  return (
    <svg className={classes['shape']} viewBox="0 0 16 16" aria-hidden="true" data-spin={spin || undefined}>
      <path d={shapes[shape]} />
    </svg>
  )
}

/** How a state is drawn: its colour, and a shape of its own for those who do not see colours. */
export interface MarkLook {
  readonly tone: Tone
  readonly shape: Shape
}

interface MarkProps extends MarkLook {
  readonly label: string
}

const Inside = ({ shape, label }: Pick<MarkProps, 'shape' | 'label'>) => (
  <>
    <ShapeIcon shape={shape} spin={shape === 'running'} />
    {label}
  </>
)

/** A state: a shape of its own and words, in the tone's colour. `look="pill"` gives it a tint to stand on. */
export const StateMark = ({
  tone,
  shape,
  label,
  look = 'text',
}: MarkProps & {
  readonly look?: 'text' | 'pill'
}) => (
  <span className={classes['mark']} data-tone={tone} data-look={look}>
    <Inside shape={shape} label={label} />
  </span>
)

/** A state that can be pressed, as a pill. One element, for there is one on each of many cards. */
export const StateButton = ({
  tone,
  shape,
  label,
  ...button
}: MarkProps & Omit<ComponentProps<'button'>, 'type' | 'className'>) => (
  <button
    {...button}
    type="button"
    className={`${classes['mark'] ?? ''} ${classes['button'] ?? ''}`}
    data-tone={tone}
    data-look="pill"
  >
    <Inside shape={shape} label={label} />
  </button>
)
