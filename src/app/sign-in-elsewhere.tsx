import { useState } from 'react'

import { ApiError } from '~/api/error'
import { place } from '~/api/queries/place'
import { resumeEnded } from '~/api/session'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { Button, ButtonAway } from '~/ui/button'
import type { ExplainedError } from '~/ui/error-panel'
import { ErrorWords } from '~/ui/error-panel'
import { Notice } from '~/ui/notice'

import { type WayIn, withWayBack } from './way-in'

import classes from './sign-in.module.css'

const labelOf = ({ label }: WayIn): string =>
  label === null ? m.session_with_other() : m.session_with({ name: label })

/** The way to where people prove who they are; they come back to the page that is open. */
export function SignInElsewhere({ way }: { readonly way: WayIn }) {
  const { pathname, search } = window.location
  return (
    <>
      <div className={classes['way']}>
        <ButtonAway href={withWayBack(way.href, pathname + search)} size="md" fullWidth>
          {labelOf(way)}
        </ButtonAway>
      </div>
      {way.password && <p className={classes['or']}>{m.session_with_password()}</p>}
    </>
  )
}

/** The same over a screen that is to stay as it is: in a new tab, and then on with it here. */
export function AgainElsewhere({ way }: { readonly way: WayIn }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ExplainedError | null>(null)
  const goOn = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      if (await resumeEnded()) return
      setProblem({ title: m.session_again_none(), detail: m.session_again_none_text(), next: null, code: null })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setProblem(explainError(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className={classes['fields']}>
      {problem && (
        <Notice tone="neutral" title={problem.title} announce="urgent">
          <ErrorWords error={problem} />
        </Notice>
      )}
      <div className={classes['way']}>
        <ButtonAway href={withWayBack(way.href, place)} target="_blank" size="md" fullWidth>
          {m.session_again_new_tab({ label: labelOf(way) })}
        </ButtonAway>
      </div>
      <Button variant="default" size="md" fullWidth loading={busy} onClick={() => void goOn()}>
        {m.session_again_submit()}
      </Button>
      {way.password && <p className={classes['or']}>{m.session_with_password()}</p>}
    </div>
  )
}
