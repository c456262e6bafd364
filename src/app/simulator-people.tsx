import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { PersonReport } from '#mocks/control'
import { signIn } from '~/api/session'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { SkeletonBar } from '~/ui/skeleton-rows'

import { initials } from './initials'
import { signInProblem } from './sign-in-form'
import { readPeople } from './simulator'
import { SimulatorPlatform } from './simulator-platform'

import classes from './sign-in.module.css'

/** The people of the simulated world, to sign in as by one press. */
export function SimulatorPeople() {
  const people = useQuery({ queryKey: ['simulator', 'people'], queryFn: readPeople, staleTime: Infinity })
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const key = people.data?.[0]?.more?.['api-key']
  const enter = ({ nick, password = nick, more = {} }: PersonReport) => {
    if (busy !== null) return
    setBusy(nick)
    signIn({ user: nick, password, more }).catch((error: unknown) => {
      setProblem(signInProblem(error).title)
      setBusy(null)
    })
  }
  return (
    <>
      <SimulatorPlatform />
      <h2 className={classes['peopleTitle']}>{m.simulator_people_title()}</h2>
      <p className={classes['peopleText']}>
        {key === undefined ? m.simulator_people_text() : m.cloudcix_simulator_people({ key })}
      </p>
      {(problem !== null || people.error) && (
        <p role="alert">{problem ?? (people.error && explainError(people.error).title)}</p>
      )}
      <ul className={classes['list']} aria-busy={people.isPending}>
        {people.isPending && <SkeletonBar width="100%" height="20rem" />}
        {people.data?.map((person) => (
          <li key={person.nick}>
            <button
              type="button"
              className={classes['person']}
              aria-disabled={busy !== null}
              onClick={() => enter(person)}
            >
              <span className={classes['initials']} aria-hidden="true">
                {initials(person.name)}
              </span>
              <span>
                <span className={classes['personName']}>
                  {person.name} <span className={classes['nick']}>{person.nick}</span>
                </span>
                <span className={classes['about']}>
                  {m.simulator_person({ about: person.about, tenant: person.tenant })}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
