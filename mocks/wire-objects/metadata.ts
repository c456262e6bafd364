import type { Restore } from '../records'
import type { Result } from '../results'

/** `yyyy/MM/dd HH:mm:ss Z` */
const dateAndTime = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ')} +0000`

/** The integration names its results by texts of its own. */
export const keptId = ({ id }: Result): string => `bkp-${id}`

/** What the integration heard of a restore: that it took it on, and how it ended. */
function wireRestore({ start, word }: Restore, { name, mb, type }: Result) {
  const result = word === 'FAILED' ? 'failed' : word === 'DONE' ? 'success' : null
  return {
    restore: 'requested',
    restoreInfo: {
      date: dateAndTime(start),
      name,
      size: `${mb} MB`,
      type: type.toLowerCase(),
      ...(result && { result }),
    },
  }
}

/** A result as an integration wrote it before 4.0: free text but for its id, its date and its status; one restore at most. */
export function wireKept(result: Result) {
  const restore = result.restores.at(-1)
  return {
    id: keptId(result),
    name: result.name,
    type: result.type.toLowerCase(),
    date: dateAndTime(result.start),
    size: `${result.mb} MB`,
    status: result.word.toLowerCase(),
    ...(restore && wireRestore(restore, result)),
  }
}
