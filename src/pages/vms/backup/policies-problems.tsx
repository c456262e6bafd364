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
            <a
              href={`#${fieldId(place, field)}`}
              onClick={(event) => {
                // The address stays as it is: a part of the form is no place of its own.
                event.preventDefault()
                document.getElementById(fieldId(place, field))?.focus()
              }}
            >
              {m.policies_problem({ policy: policyName, configuration, problem: words })}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
