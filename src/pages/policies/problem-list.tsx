import { FieldLink } from '~/pages/parts/policy/field-link'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'

import type { FormProblem } from './problems'

import classes from '~/pages/parts/policy/policy.module.css'

/** Everything that keeps the form from being saved, each a link to its field. */
export function ProblemList({ problems }: { readonly problems: readonly FormProblem[] }) {
  return (
    <Notice tone="bad" title={m.offers_problems({ n: problems.length })}>
      <ul className={classes['changes']}>
        {problems.map(({ id, label, words }) => (
          <li key={`${id} ${words}`}>
            <FieldLink id={id}>{m.offers_problem({ label, problem: words })}</FieldLink>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
