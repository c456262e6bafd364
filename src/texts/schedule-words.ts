import type { BackupConfiguration } from '~/domain/policy'
import type { Run } from '~/domain/schedule'

import { type Clock, formatInstant } from './format'
import { m } from './messages'
import { periodicityWords, typeOf } from './schedule-names'

export { isoProblemWords, pathProblemWords, valueProblemWords } from './problem-words'
export { backupTypeWords, periodicityWords, weekdayWords } from './schedule-names'
export { datesWords } from './dates-words'
export { offerSentence, sentence } from './sentence'

/** What a configuration is and how often it runs: "Complete backup, daily". */
export function configurationTitle(configuration: BackupConfiguration): string {
  const { timing } = configuration
  const every = timing.every === 'unknown' ? timing.text : periodicityWords(timing.every)
  return m.schedule_title({ type: typeOf(configuration), every })
}

/** When a run is: its instant, or the window in which the backup system places it, on a clock and with its zone. */
export const runWords = (run: Run, clock: Clock): string =>
  run.kind === 'instant'
    ? formatInstant(run.at, clock)
    : m.schedule_window({ from: formatInstant(run.from, clock), to: formatInstant(run.to, clock) })
