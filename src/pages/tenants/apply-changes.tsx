import { VisuallyHidden } from '@mantine/core'

import type { AllowanceChange } from '~/domain/tenant'
import { m } from '~/texts/messages'

import classes from './apply.module.css'

/** What is allowed and what is withdrawn: a sign to see, a word to hear. */
export function Changes({
  change: { allow, withdraw },
  policyName,
}: {
  readonly change: AllowanceChange
  readonly policyName: (id: string) => string
}) {
  return (
    <ul className={classes['changes']}>
      {allow.map((id) => (
        <li key={id} data-kind="allow">
          <span aria-hidden="true">{m.tenants_sign_allow()}</span>
          <VisuallyHidden>{m.tenants_word_allow()}</VisuallyHidden> <bdi>{policyName(id)}</bdi>
        </li>
      ))}
      {withdraw.map((id) => (
        <li key={id} data-kind="withdraw">
          <span aria-hidden="true">{m.tenants_sign_withdraw()}</span>
          <VisuallyHidden>{m.tenants_word_withdraw()}</VisuallyHidden> <bdi>{policyName(id)}</bdi>
        </li>
      ))}
    </ul>
  )
}
