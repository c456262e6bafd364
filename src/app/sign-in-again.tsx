import type { Actor } from '~/domain/privilege'
import { m } from '~/texts/messages'
import { Button } from '~/ui/button'

import { leave } from './leave'
import { settings } from './settings'
import { AgainElsewhere } from './sign-in-elsewhere'
import { SignInForm } from './sign-in-form'
import { TopDialog } from './top-dialog'

import classes from './sign-in.module.css'

/** The session ended under someone who was working: the password is asked over the untouched screen. */
export function SignInAgain({ actor }: { readonly actor: Actor }) {
  const { signIn } = settings()
  return (
    <TopDialog label={m.session_again_title()} look="question">
      <h2 className={classes['again']}>{m.session_again_title()}</h2>
      <p className={classes['text']}>{signIn ? m.session_again_elsewhere() : m.session_again_text()}</p>
      <p>
        <strong>{actor.fullName ?? actor.name}</strong> <span className={classes['nick']}>{actor.name}</span>
      </p>
      {signIn && <AgainElsewhere way={signIn} />}
      {(signIn === null || signIn.password) && <SignInForm user={actor.name} label={m.session_again_submit()} />}
      <div className={classes['other']}>
        <Button fullWidth variant="subtle" onClick={() => void leave()}>
          {m.session_again_other()}
        </Button>
      </div>
    </TopDialog>
  )
}
