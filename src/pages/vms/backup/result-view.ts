import { type Backup, type Outcome, outcomes } from '~/domain/backup'
import { compareWords } from '~/texts/order'
import { fold, hasWords, searchWords } from '~/texts/search'

/** The columns of the results, and what they can be put in order by. */
export const resultColumns = ['date', 'name', 'type', 'size', 'status', 'expires'] as const
/** See `resultColumns`. */
export type ResultColumn = (typeof resultColumns)[number]

/** How the reader looks at the results. All of it lives in the address, so that a link shows the same rows. */
export interface ResultView {
  readonly text: string
  readonly outcome: Outcome | null
  /** The platform's own word for the type. */
  readonly type: string | null
  /** Only backups that could be restored, now or after a mend. */
  readonly restorable: boolean
  readonly by: ResultColumn
  readonly descending: boolean
}

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | null =>
  values.find((value) => value === text) ?? null

/** Reads the address; anything that it does not know is the default: all rows, newest first. */
export function readResultView(params: URLSearchParams): ResultView {
  return {
    text: params.get('q') ?? '',
    outcome: oneOf(outcomes, params.get('status')),
    type: params.get('type') || null,
    restorable: params.get('restorable') === 'yes',
    by: oneOf(resultColumns, params.get('sort')) ?? 'date',
    descending: params.get('order') !== 'up',
  }
}

/** Writes a view into an address. Defaults are left out, and every other part of the address stays. */
export function writeResultView(params: URLSearchParams, view: ResultView): URLSearchParams {
  const next = new URLSearchParams(params)
  const put = (key: string, value: string | null): void => {
    if (value) next.set(key, value)
    else next.delete(key)
  }
  put('q', view.text)
  put('status', view.outcome)
  put('type', view.type)
  put('restorable', view.restorable ? 'yes' : null)
  put('sort', view.by === 'date' ? null : view.by)
  put('order', view.descending ? null : 'up')
  return next
}

/** Whether the view leaves out any result. */
export const isFiltered = (view: ResultView): boolean =>
  view.text !== '' || view.outcome !== null || view.type !== null || view.restorable

const lineOf = ({ name, statusText, typeText, policy, place }: Backup): string =>
  [name, statusText, typeText, policy?.name ?? place ?? ''].join('\n')

/** The rows that a view keeps. `restorable` says whether a row could be restored. */
export function filterBackups(
  backups: readonly Backup[],
  view: ResultView,
  restorable: (backup: Backup) => boolean,
): readonly Backup[] {
  const words = searchWords(view.text)
  return backups.filter(
    (backup) =>
      (view.outcome === null || backup.outcome === view.outcome) &&
      (view.type === null || backup.typeText === view.type) &&
      (words.length === 0 || hasWords(fold(lineOf(backup)), words)) &&
      (!view.restorable || restorable(backup)),
  )
}

const keys: Readonly<Record<ResultColumn, (backup: Backup) => number | string | null>> = {
  date: (backup) => backup.createdAt?.getTime() ?? null,
  name: (backup) => backup.name,
  type: (backup) => backup.typeText,
  size: (backup) => backup.sizeMb,
  status: (backup) => backup.outcome,
  expires: (backup) => backup.expiresAt?.getTime() ?? null,
}

const compareKeys = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareWords(String(a), String(b))

/** Sorted by the view's column; rows without a value come last in both directions, equal ones newest first. */
export function sortBackups(backups: readonly Backup[], view: ResultView): readonly Backup[] {
  const key = keys[view.by]
  const sign = view.descending ? -1 : 1
  return backups.toSorted((a, b) => {
    const [left, right] = [key(a), key(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * compareKeys(left, right) || (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0)
  })
}

const soonMs = 24 * 60 * 60 * 1_000

/** Whether a backup is past its date, has less than a day left, or has time; `none` when it names no date. */
export function expiryOf(backup: Backup, now: Date): 'none' | 'expired' | 'soon' | 'later' {
  if (!backup.expiresAt) return 'none'
  const left = backup.expiresAt.getTime() - now.getTime()
  if (left <= 0) return 'expired'
  return left < soonMs ? 'soon' : 'later'
}
