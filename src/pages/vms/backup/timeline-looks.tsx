import { m } from '~/texts/messages'
import type { Tone } from '~/ui/state-mark'

import type { MarkState } from './timeline-items'

import classes from './timeline.module.css'

interface Look {
  readonly tone: Tone
  /** On a grid of 16: what is filled, what is drawn in lines of the tone, what is drawn on the filled part. */
  readonly fill?: string
  readonly line?: string
  readonly cut?: string
  readonly dashed?: boolean
  readonly words: () => string
  readonly count: (values: { readonly n: number }) => string
  readonly about: (numbers: { readonly grace: string }) => string
}

const circle = 'M8 2a6 6 0 1 0 0 12a6 6 0 0 0 0-12z'

/** Each state has a shape of its own, so that it can be told without colours. Only good ones are full of the good tone. */
export const looks: Readonly<Record<MarkState, Look>> = {
  failed: {
    tone: 'bad',
    fill: 'M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65h-5.2l-3.65-3.65v-5.2z',
    cut: 'M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2',
    words: m.timeline_state_failed,
    count: m.timeline_count_failed,
    about: m.timeline_about_failed,
  },
  missed: {
    tone: 'overdue',
    line: circle,
    dashed: true,
    words: m.calendar_state_missed,
    count: m.timeline_count_missed,
    about: m.timeline_about_missed,
  },
  partial: {
    tone: 'warning',
    line: circle,
    fill: 'M8 2a6 6 0 0 0 0 12z',
    words: m.timeline_state_partial,
    count: m.timeline_count_partial,
    about: m.timeline_about_partial,
  },
  unclear: {
    tone: 'unknown',
    line: 'M8 1.5l6.5 6.5l-6.5 6.5l-6.5-6.5zM6.7 6.7a1.35 1.35 0 1 1 1.8 1.3c-.35.15-.5.35-.5.7M8 10.7v.1',
    words: m.calendar_state_unclear,
    count: m.timeline_count_unclear,
    about: m.timeline_about_unclear,
  },
  late: {
    tone: 'warning',
    fill: circle,
    cut: 'M8 4.75v3.5l2.25 1.5',
    words: m.timeline_state_late,
    count: m.timeline_count_late,
    about: m.timeline_about_late,
  },
  running: {
    tone: 'running',
    line: 'M8 2a6 6 0 1 1-6 6',
    fill: 'M8 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5z',
    words: m.timeline_state_running,
    count: m.timeline_count_running,
    about: m.timeline_about_running,
  },
  due: {
    tone: 'neutral',
    line: `${circle}M8 5v3.25l2 1.25`,
    words: m.timeline_state_due,
    count: m.timeline_count_due,
    about: m.timeline_about_due,
  },
  'on-time': {
    tone: 'good',
    fill: circle,
    cut: 'M5.25 8.25l2 2l3.5-4.25',
    words: m.timeline_state_on_time,
    count: m.timeline_count_on_time,
    about: m.timeline_about_on_time,
  },
  found: {
    tone: 'good',
    line: `${circle}M5.25 8.25l2 2l3.5-4.25`,
    words: m.timeline_state_found,
    count: m.timeline_count_found,
    about: m.timeline_about_found,
  },
  extra: {
    tone: 'good',
    fill: 'M4 2.25h8a1.75 1.75 0 0 1 1.75 1.75v8a1.75 1.75 0 0 1-1.75 1.75h-8a1.75 1.75 0 0 1-1.75-1.75v-8a1.75 1.75 0 0 1 1.75-1.75z',
    cut: 'M8 5v6M5 8h6',
    words: m.timeline_state_extra,
    count: m.timeline_count_extra,
    about: m.timeline_about_extra,
  },
  planned: {
    tone: 'neutral',
    line: 'M8 3.75a4.25 4.25 0 1 0 0 8.5a4.25 4.25 0 0 0 0-8.5z',
    words: m.timeline_state_planned,
    count: m.timeline_count_planned,
    about: m.timeline_about_planned,
  },
  gone: {
    tone: 'neutral',
    line: 'M4.5 8h7',
    words: m.timeline_state_gone,
    count: m.timeline_count_gone,
    about: m.timeline_about_gone,
  },
}

/** The shape of a state. Decoration: words beside it, or the label of its control, carry the meaning. */
export function Glyph({ state }: { readonly state: MarkState }) {
  const { tone, fill, line, cut, dashed } = looks[state]
  return (
    <svg className={classes['glyph']} data-tone={tone} viewBox="0 0 16 16" aria-hidden="true">
      {fill !== undefined && <path className={classes['fill']} d={fill} />}
      {line !== undefined && <path className={classes['line']} d={line} data-dashed={dashed} />}
      {cut !== undefined && <path className={classes['cut']} d={cut} />}
    </svg>
  )
}

/** A state with its shape and its word. */
export const StateWords = ({ state }: { readonly state: MarkState }) => (
  <span className={classes['state']} data-tone={looks[state].tone}>
    <Glyph state={state} />
    {looks[state].words()}
  </span>
)
