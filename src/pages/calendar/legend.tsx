import { thresholds } from '~/api/queries/thresholds'
import { m } from '~/texts/messages'
import { ruleNumbers } from '~/texts/protection-words'
import { StateMark } from '~/ui/state-mark'

import { dayStates, looks } from './words'

import classes from './heat.module.css'

/** What each sign means, in words. */
export const Legend = () => (
  <details className={classes['legendBox']} open>
    <summary>{m.calendar_legend()}</summary>
    <ul className={classes['legend']}>
      {dayStates.map((state) => {
        const { tone, shape, words, about } = looks[state]
        return (
          <li key={state}>
            <StateMark tone={tone} shape={shape} label={words()} />
            <span>{about(ruleNumbers(thresholds()))}</span>
          </li>
        )
      })}
    </ul>
  </details>
)
