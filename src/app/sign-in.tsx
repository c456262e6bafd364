import { lazy, Suspense, useState } from 'react'

import type { ApiError } from '~/api/error'
import { onHost, pathHere } from '~/api/queries/place'
import { resume } from '~/api/session'
import { paths } from '~/pages/paths'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { ErrorPanel } from '~/ui/error-panel'
import { Notices } from '~/ui/notices'

import { Kelp } from './kelp'
import { LanguageButtons } from './language-buttons'
import { Logo } from './logo'
import { settings } from './settings'
import { SignInElsewhere } from './sign-in-elsewhere'
import { SignInForm } from './sign-in-form'
import { Support } from './support'

import classes from './sign-in.module.css'

/** The simulator's people; in a live build this branch and its code are gone. */
const SimulatorPeople =
  import.meta.env.MODE === 'simulator'
    ? lazy(() => import('./simulator-people').then((module) => ({ default: module.SimulatorPeople })))
    : null

/**
 * Asks who is there, at whatever address is open; that page follows once it is known.
 * @param trouble Why nobody knows whether a session outlived the reload.
 */
export function SignIn({ trouble }: { readonly trouble: ApiError | null }) {
  const { product, organisation, signIn } = settings()
  return (
    <main className={classes['page']}>
      <title>{m.common_document_title({ page: m.session_title() })}</title>
      <Kelp />
      <div className={classes['card']} data-wide={SimulatorPeople !== null || undefined}>
        <section className={classes['form']}>
          <p className={classes['brand']}>
            <Logo size={36} />
            <span>
              {product}
              {organisation !== null && <span className={classes['organisation']}>{organisation}</span>}
            </span>
          </p>
          <div className={classes['ask']}>
            <h1 className={classes['title']}>{m.session_title()}</h1>
            <p className={classes['text']}>{m.session_text()}</p>
            {trouble && <Unresumed trouble={trouble} />}
            {signIn && <SignInElsewhere way={signIn} />}
            {(signIn === null || signIn.password) && <SignInForm />}
          </div>
          <div className={classes['foot']}>
            <p className={classes['help']}>
              <a href={onHost(paths.helpFor(pathHere() + window.location.search))}>{m.help_title()}</a>
              <Support />
            </p>
            <LanguageButtons />
          </div>
        </section>
        {SimulatorPeople && (
          <section className={classes['people']}>
            <Suspense fallback={null}>
              <SimulatorPeople />
            </Suspense>
          </section>
        )}
      </div>
      <Notices />
    </main>
  )
}

function Unresumed({ trouble }: { readonly trouble: ApiError }) {
  const [asking, setAsking] = useState(false)
  const askAgain = () => {
    setAsking(true)
    void resume().finally(() => setAsking(false))
  }
  return (
    <div className={classes['trouble']}>
      <ErrorPanel error={explainError(trouble)} onRetry={askAgain} retrying={asking} />
    </div>
  )
}
