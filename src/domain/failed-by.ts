import { failureCause, failureLikeness } from './failure-cause'
import { readOnce } from './read-once'

/** A failure of which the platform said nothing. */
const untold = 'untold'

const causeOf = readOnce((words) => failureCause(words)?.key ?? failureLikeness(words), 1_000)

/** Equal failures have one value: the cause that is known, else the text without names and numbers. Texts repeat, so each is read once. */
export function failedBy(text: string | null | undefined): string {
  const words = text?.trim()
  return words ? causeOf(words) : untold
}
