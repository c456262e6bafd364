import { Notice } from '~/ui/notice'

import { FieldLink } from './field-link'

import classes from './policy.module.css'

/** Everything that keeps a form from being saved, each a link to its field. */
export const ProblemList = ({
  title,
  problems,
}: {
  readonly title: string
  /** `id`: of the field in the page. */
  readonly problems: readonly { readonly id: string; readonly words: string }[]
}) => (
  <Notice tone="bad" title={title}>
    <ul className={classes['changes']}>
      {problems.map(({ id, words }) => (
        <li key={`${id} ${words}`}>
          <FieldLink id={id}>{words}</FieldLink>
        </li>
      ))}
    </ul>
  </Notice>
)
