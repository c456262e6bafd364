import { Button, Modal } from '@mantine/core'

import type { Actor } from '~/domain/privilege'
import { m } from '~/texts/messages'

import { leave } from './leave'
import { SignInForm } from './sign-in-form'

import classes from './sign-in.module.css'

/** The session ended under someone who was working: the password is asked over the untouched screen. */
export function SignInAgain({ actor }: { readonly actor: Actor }) {
  return (
    <Modal
      opened
      // There is no way around the question but answering it or signing out.
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={m.session_again_title()}
    >
      <p className={classes['text']}>{m.session_again_text()}</p>
      <p>
        <strong>{actor.fullName ?? actor.name}</strong> <span className={classes['nick']}>{actor.name}</span>
      </p>
      <SignInForm user={actor.name} label={m.session_again_submit()} />
      <Button mt="sm" fullWidth variant="subtle" onClick={() => void leave()}>
        {m.session_again_other()}
      </Button>
    </Modal>
  )
}
