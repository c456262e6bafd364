import { Button } from '@mantine/core'
import type { ReactNode } from 'react'

import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'
import { Kit } from '~/ui/kit'

import { Splash } from '../splash'
import { configAddress } from './asked'
import type { ConfigProblem } from './file'
import { type Mistake, mistakesOf } from './mistakes'
import { allowedFor, placeOf } from './words'

import classes from './problem.module.css'

function words(problem: ConfigProblem): string {
  switch (problem.kind) {
    case 'page':
      return m.config_is_page()
    case 'no-json':
      return problem.line === null ? m.config_no_json() : m.config_no_json_line({ line: problem.line })
    case 'not-utf8':
      return m.config_not_utf8()
    case 'no-object':
      return m.config_no_object()
    case 'unread':
      return problem.status === null ? m.config_no_answer() : m.config_bad_answer({ status: problem.status })
    case 'mistakes':
      return m.config_mistakes({ count: mistakesOf(problem).length })
  }
}

/** The console cannot start as it is set up: what is wrong in which file, for whoever runs it, and calm for all others. */
export function ConfigProblemPage({ problem }: { readonly problem: ConfigProblem }) {
  return (
    <Kit>
      <title>{m.config_title()}</title>
      <Splash />
      <main className={classes['page']}>
        <EmptyState
          level={1}
          shape="alert"
          title={m.config_title()}
          text={m.config_text()}
          action={<Button onClick={() => window.location.reload()}>{m.config_again()}</Button>}
        />
        <section className={classes['card']} aria-labelledby="config-problem">
          <h2 className={classes['title']} id="config-problem">
            {m.config_for_admin()}
          </h2>
          <Line name={m.config_file()}>
            <code>{configAddress}</code>
          </Line>
          <p className={classes['text']}>{words(problem)}</p>
          {problem.kind === 'mistakes' && (
            <ul className={classes['list']}>
              {mistakesOf(problem).map((mistake) => (
                <li key={placeOf(mistake)}>
                  <MistakeLines mistake={mistake} />
                </li>
              ))}
            </ul>
          )}
        </section>
      </main>
    </Kit>
  )
}

const Line = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <dl className={classes['line']}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </dl>
)

const MistakeLines = ({ mistake }: { readonly mistake: Mistake }) => (
  <>
    <Line name={m.config_member()}>
      <code>{placeOf(mistake)}</code>
    </Line>
    <Line name={m.config_found()}>
      <code>{mistake.found}</code>
    </Line>
    <Line name={m.config_allowed()}>{allowedFor(mistake)}</Line>
  </>
)
