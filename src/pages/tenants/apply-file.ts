import type { CsvCell } from '~/domain/csv'
import { lineLooks } from '~/pages/parts/run/line-looks'
import { m } from '~/texts/messages'

import { type AllowanceRun, isDone, resultOf, type Standing } from './apply-result'

/** What became of each single change, a row for each, for a file. */
export function resultRows(
  run: AllowanceRun,
  standing: Standing,
  policyName: (id: string) => string,
): readonly (readonly CsvCell[])[] {
  const rows = run.lines.flatMap((line) => {
    const result = resultOf(run, line, standing)
    const words = lineLooks[isDone(result) ? 'done' : result.kind].words()
    const code = result.kind === 'failed' ? result.error.code : null
    const row = (word: string) => (id: string) => [
      line.tenant.name,
      line.datacenter.name,
      word,
      policyName(id),
      words,
      code,
    ]
    return [...line.allow.map(row(m.tenants_word_allow())), ...line.withdraw.map(row(m.tenants_word_withdraw()))]
  })
  return [
    [
      m.tenants_column_tenant(),
      m.tenants_column_datacenter(),
      m.tenants_column_change(),
      m.tenants_column_policy(),
      m.tenants_column_result(),
      m.tenants_column_code(),
    ],
    ...rows,
  ]
}
