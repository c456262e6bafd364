import { parseIsoDateTime, parseIsoTime } from '~/domain/iso'
import { m } from '~/texts/messages'
import { isoProblemWords } from '~/texts/schedule-words'

/** What is wrong with a value in a form, in words, and at which of its fields. */
export interface TimeWords<Field extends string> {
  readonly field: Field
  readonly words: string
  /** Nothing was entered yet, or not enough to judge: not worth a word before someone wants to save. */
  readonly early: boolean
}

/**
 * A time is entered in two fields, so what is wrong with it is told where it belongs. `fallback` is said when both can
 * be read.
 */
export function timeWords(
  { time, offset }: { readonly time: string; readonly offset: string },
  fallback: string,
): TimeWords<'time' | 'offset'> {
  if (time.trim() === '') return { field: 'time', words: m.policies_time_missing(), early: true }
  const read = parseIsoTime(time.trim())
  if (!read.ok) return { field: 'time', words: isoProblemWords(read.problem), early: time.trim().length < 5 }
  if (offset.trim() === '') return { field: 'offset', words: m.policies_offset_missing(), early: true }
  // Any time will do to read an offset by.
  const east = parseIsoTime(`00:00${offset.trim()}`)
  if (!east.ok || east.value.offset === null)
    return { field: 'offset', words: m.policies_offset_wrong(), early: offset.trim().length < 5 }
  return { field: 'time', words: fallback, early: false }
}

/** The field itself says at once what it reads, and asks for an offset; once more it is said when someone saves. */
export function atWords(at: string, fallback: string): TimeWords<'at'> {
  const read = parseIsoDateTime(at.trim())
  return { field: 'at', words: at.trim() === '' || read.ok ? fallback : isoProblemWords(read.problem), early: true }
}
