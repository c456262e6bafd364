import type { NameProblem } from '~/domain/backup-ways'

import { m } from './messages'

/** What is wrong with a name, and what to do about it; false where nothing is, as a field takes it. */
export const nameWords = (problem: NameProblem | null): string | false =>
  problem !== null &&
  ('signs' in problem ? m.ways_name_signs({ signs: problem.signs }) : m.ways_name_wrong({ most: problem.most }))
