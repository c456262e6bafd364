import { failureCause, failureLikeness } from './failure-cause'

/** A failure of which the platform said nothing. */
const untold = 'untold'

/** So many texts are kept; where there are more, they hardly repeat. */
const mostKept = 1_000

const known = new Map<string, string>()

/** Equal failures have one value: the cause that is known, else the text without names and numbers. Texts repeat, so each is read once. */
export function failedBy(text: string | null | undefined): string {
  const words = text?.trim()
  if (!words) return untold
  const value = known.get(words) ?? failureCause(words)?.key ?? failureLikeness(words)
  if (known.size >= mostKept) known.clear()
  known.set(words, value)
  return value
}
