import { type Members, textOf } from './body'
import { readDateTime, readHours, readTime } from './calendar'
import { type BackupType, backupTypes, type Subtype, subtypes } from './records'
import { refuse } from './refusal'

/** What tells the lines of a policy apart. */
export interface Key {
  readonly type: BackupType
  readonly subtype: Subtype
}

export const titleOf = ({ type, subtype }: Key): string => `${type} ${subtype}`

/** Members of a line that the platform knows; any other comes back as it was sent. */
export const lineMembers: ReadonlySet<string> = new Set(['type', 'subtype', 'period', 'time', 'days', 'sources'])

/** Type and periodicity of what was sent; `period` is the older name of `subtype`. BC-33, BC-5, BC-8. */
export function readKey(given: Members): Key {
  const [type, subtype] = [textOf(given['type']), textOf(given['subtype']) ?? textOf(given['period'])]
  if (type === null || subtype === null) throw refuse('BC-33')
  const knownType = backupTypes.find((one) => one === type)
  if (!knownType) throw refuse('BC-5')
  const knownSubtype = subtypes.find((one) => one === subtype)
  if (!knownSubtype) throw refuse('BC-8')
  return { type: knownType, subtype: knownSubtype }
}

/** The time of a line in the form of its periodicity. BC-11, BC-12, BC-13, BC-16. */
export function checkTime(key: Key, text: string | null): string {
  if (text === null) throw refuse('BC-11', titleOf(key))
  switch (key.subtype) {
    case 'DEFINED_HOUR':
      if (readDateTime(text) === null) throw refuse('BC-13', titleOf(key))
      return text
    case 'HOURLY':
      if (readHours(text) === null) throw refuse('BC-16')
      return text
    case 'DAILY':
    case 'WEEKLY_PLANNED':
    case 'MONTHLY':
      if (readTime(text) === null) throw refuse('BC-12', titleOf(key))
      return text
  }
}

/** A time as it was sent; hours may come as a number. */
export const timeText = (given: unknown): string | null => (typeof given === 'number' ? String(given) : textOf(given))
