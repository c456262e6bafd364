import type { AllowanceLine } from '~/domain/allowance-plan'
import { type LineKind, LineMark } from '~/pages/parts/run/line-looks'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { ErrorWords } from '~/ui/error-panel'
import { ScrollBox } from '~/ui/scroll-box'

import { Changes } from './apply-changes'
import { isDone, type LineResult } from './apply-result'

import classes from './apply.module.css'

/** How lines are called: by tenant in a datacenter, by datacenter at a tenant. */
export interface LineNames {
  readonly lineName: (line: AllowanceLine) => string
  readonly policyName: (id: string) => string
}

/** The lines of a change; with `resultOf` what became of each. */
export function ApplyLines({
  lines,
  names: { lineName, policyName },
  resultOf,
}: {
  readonly lines: readonly AllowanceLine[]
  readonly names: LineNames
  readonly resultOf?: (line: AllowanceLine) => LineResult
}) {
  return (
    <ScrollBox className={classes['box']} label={m.tenants_apply_lines()}>
      <ul className={classes['lines']}>
        {lines.map((line) => {
          const result = resultOf?.(line) ?? null
          return (
            <li key={line.id} className={classes['line']}>
              <div className={classes['what']}>
                <bdi className={classes['name']}>{lineName(line)}</bdi>
                <Changes change={line} policyName={policyName} />
              </div>
              {result && <LineMark kind={kindOf(result)} />}
              {result && <ResultWords result={result} />}
            </li>
          )
        })}
      </ul>
    </ScrollBox>
  )
}

/** What was looked up and is there is done as far as anyone can tell. */
const kindOf = (result: LineResult): LineKind => (isDone(result) ? 'done' : result.kind)

const lookedUp = {
  looking: m.tenants_unknown_looking,
  there: m.tenants_unknown_there,
  missing: m.tenants_unknown_missing,
  'not-looked': m.tenants_unknown_not_looked,
} as const

/** Why a line was not done, or what was found out about it. */
function ResultWords({ result }: { readonly result: LineResult }) {
  if (result.kind === 'unknown') return <div className={classes['why']}>{lookedUp[result.found]()}</div>
  if (result.kind !== 'failed') return null
  const error = explainError(result.error)
  return (
    <div className={classes['why']} data-bad>
      <p className={classes['because']}>{error.title}</p>
      <ErrorWords error={error} />
    </div>
  )
}
