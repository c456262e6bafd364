import type { CalendarDay, DayGap, DayState, RunState, VmDay } from '~/domain/fleet-day'
import { formatInstant, formatList } from '~/texts/format'
import { m } from '~/texts/messages'
import { perLanguage } from '~/texts/per-language'
import type { RuleNumbers } from '~/texts/protection-words'
import type { Shape, Tone } from '~/ui/state-mark'

interface Look {
  readonly tone: Tone
  readonly shape: Shape
  readonly words: () => string
}

/** In the order of the legend. */
export const looks: Readonly<Record<DayState, Look & { readonly about: (numbers: RuleNumbers) => string }>> = {
  good: { tone: 'good', shape: 'check', words: m.calendar_state_good, about: m.calendar_about_good },
  partly: { tone: 'warning', shape: 'alert', words: m.calendar_state_partly, about: m.calendar_about_partly },
  failed: { tone: 'bad', shape: 'cross', words: m.calendar_state_failed, about: m.calendar_about_failed },
  missed: {
    tone: 'overdue',
    shape: 'hourglass',
    words: m.calendar_state_missed,
    about: m.calendar_about_missed,
  },
  running: { tone: 'running', shape: 'running', words: m.calendar_state_running, about: m.calendar_about_running },
  planned: { tone: 'neutral', shape: 'clock', words: m.calendar_state_planned, about: m.calendar_about_planned },
  none: { tone: 'neutral', shape: 'dash', words: m.calendar_state_none, about: m.calendar_about_none },
  unknown: { tone: 'unknown', shape: 'question', words: m.calendar_state_unknown, about: m.calendar_about_unknown },
}

/** In the order of the legend. */
export const dayStates: readonly DayState[] = [
  'good',
  'partly',
  'failed',
  'missed',
  'running',
  'planned',
  'none',
  'unknown',
]

/** How the run of one plan on one day is marked. */
export const runLooks: Readonly<Record<RunState, Look>> = {
  good: looks.good,
  failed: looks.failed,
  missed: looks.missed,
  running: looks.running,
  planned: looks.planned,
  unknown: looks.unknown,
  unclear: { tone: 'unknown', shape: 'question', words: m.calendar_state_unclear },
}

const numbers: Readonly<Record<RunState, (given: { readonly n: number }) => string>> = {
  good: m.calendar_n_good,
  failed: m.calendar_n_failed,
  missed: m.calendar_n_missed,
  unclear: m.calendar_n_unclear,
  running: m.calendar_n_running,
  planned: m.calendar_n_planned,
  unknown: m.calendar_n_unknown,
}

const runStates: readonly RunState[] = ['good', 'failed', 'missed', 'unclear', 'running', 'planned', 'unknown']

/** "2 of 3 runs good and 1 failed"; empty without runs. */
export function countWords({ counts, runs }: Pick<VmDay, 'counts' | 'runs'>): string {
  if (runs.length === 0) return ''
  const parts = runStates.flatMap((state) => {
    const n = counts[state]
    if (n === 0) return []
    return [state === 'good' ? m.calendar_of_runs({ n, total: runs.length }) : numbers[state]({ n })]
  })
  return formatList(parts)
}

const known = perLanguage(() => new Map<string, string>())

/** A day of a VM in words; the few that occur are kept, for choosing plurals anew at each cell would be felt. */
export function cellWords(day: VmDay): string {
  const key = `${day.state} ${Object.values(day.counts).join(' ')}`
  const before = known().get(key)
  if (before !== undefined) return before
  const counts = countWords(day)
  const words = counts === '' ? looks[day.state].words() : `${looks[day.state].words()}: ${counts}`
  known().set(key, words)
  return words
}

const gaps: Readonly<Record<DayGap, () => string>> = {
  trail: m.calendar_gap_trail,
  'plan-changed': m.calendar_gap_plan_changed,
  'policies-untold': m.calendar_gap_policies_untold,
  'plan-unknown': m.calendar_gap_plan_unknown,
  system: m.calendar_gap_system,
  'not-deployed': m.calendar_gap_not_deployed,
  unclear: m.calendar_gap_unclear,
  'not-heard': m.calendar_gap_not_heard,
}

/** Why a day is not known. */
export const gapWords = (gap: DayGap): string => gaps[gap]()

/** `Fri, 27 Feb 2026` */
export const dayWords = (day: CalendarDay, zone: string): string => formatInstant(day.from, zone, 'day')
