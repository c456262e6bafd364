import { FieldLink } from '~/pages/parts/policy/field-link'
import { fieldId } from '~/pages/parts/policy/policy-context'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'

import type { DraftProblem } from './policy-problems'

import classes from '~/pages/parts/policy/policy.module.css'

/** Everything that keeps the form from being saved, each a link to its field. */
export function ProblemList({ problems }: { readonly problems: readonly DraftProblem[] }) {
  return (
    <Notice tone="bad" title={m.policies_problems({ n: problems.length })}>
      <ul className={classes['changes']}>
        {problems.map(({ place, field, policyName, configuration, words }) => (
          <li key={`${fieldId(place, field)} ${words}`}>
            <FieldLink id={fieldId(place, field)}>
              {m.policies_problem({ policy: policyName, configuration, problem: words })}
            </FieldLink>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
