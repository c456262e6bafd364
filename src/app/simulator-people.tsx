import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { signIn } from '~/api/session'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { SkeletonBar } from '~/ui/skeleton-rows'

import { initials } from './initials'
import { signInProblem } from './sign-in-form'
import { readPeople } from './simulator'

import classes from './sign-in.module.css'

/** The people of the simulated world, to sign in as by one press. */
export function SimulatorPeople() {
  const people = useQuery({ queryKey: ['simulator', 'people'], queryFn: readPeople, staleTime: Infinity })
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const enter = (nick: string) => {
    if (busy !== null) return
    setBusy(nick)
    // In the simulator everyone's password is the nick.
    signIn({ user: nick, password: nick }).catch((error: unknown) => {
      setProblem(signInProblem(error).title)
      setBusy(null)
    })
  }
  return (
    <>
      <h2 className={classes['peopleTitle']}>{m.simulator_people_title()}</h2>
      <p className={classes['peopleText']}>{m.simulator_people_text()}</p>
      {(problem !== null || people.error) && (
        <p role="alert">{problem ?? (people.error && explainError(people.error).title)}</p>
      )}
      <ul className={classes['list']} aria-busy={people.isPending}>
        {people.isPending && <SkeletonBar width="100%" height="20rem" />}
        {people.data?.map(({ nick, name, tenant, about }) => (
          <li key={nick}>
            <button
              type="button"
              className={classes['person']}
              aria-disabled={busy !== null}
              onClick={() => enter(nick)}
            >
              <span className={classes['initials']} aria-hidden="true">
                {initials(name)}
              </span>
              <span>
                <span className={classes['personName']}>
                  {name} <span className={classes['nick']}>{nick}</span>
                </span>
                <span className={classes['about']}>{m.simulator_person({ about, tenant })}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
