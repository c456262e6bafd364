import { type Members, textOf } from './body'
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
