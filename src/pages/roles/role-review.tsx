import type { RoleChange } from '~/domain/role'
import { m } from '~/texts/messages'
import { backupPrivilegeWords } from '~/texts/privilege-words'
import { ShapeIcon } from '~/ui/state-mark'

import classes from './roles.module.css'

/** What a save would do to everyone with the role, before it is sent. */
export function RoleReview({ change: { give, take }, own }: { readonly change: RoleChange; readonly own: boolean }) {
  const none = give.length + take.length === 0
  return (
    <section className={classes['means']} aria-label={m.roles_review()} aria-live="polite">
      <h3>{m.roles_review()}</h3>
      {none ? (
        <p className={classes['soft']}>{m.roles_review_none()}</p>
      ) : (
        <>
          <ul className={classes['changes']}>
            {give.map((privilege) => (
              <li key={privilege} data-gives>
                <ShapeIcon shape="check" />
                <span>{m.roles_review_give({ what: backupPrivilegeWords(privilege).opens })}</span>
              </li>
            ))}
            {take.map((privilege) => (
              <li key={privilege}>
                <ShapeIcon shape="dash" />
                <span>{m.roles_review_take({ what: backupPrivilegeWords(privilege).opens })}</span>
              </li>
            ))}
          </ul>
          <p className={classes['soft']}>
            {own && m.roles_review_own()} {m.roles_review_when()}
          </p>
        </>
      )}
    </section>
  )
}
