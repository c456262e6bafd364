import { type History, isWhole } from '~/api/queries/backups'
import { m } from '~/texts/messages'

/** That there is none; where not all results were read, among how many that is. */
export const noneAmong = (history: History, none: string): string =>
  isWhole(history) ? none : m.results_none_among({ read: history.rows.length })
