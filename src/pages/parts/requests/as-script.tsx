import { Button } from '@mantine/core'
import { useState } from 'react'

import { serverNow } from '~/api/queries'
import { type Describe, tellOnce, type ToldRequest } from '~/api/queries/requests'
import { toScript } from '~/domain/curl'
import { download, fileName } from '~/pages/parts/download'
import { countLines } from '~/pages/parts/run-lines'
import { RunProgress } from '~/pages/parts/run/run-standing'
import { useRunLines } from '~/pages/parts/use-run-lines'
import { m } from '~/texts/messages'

import classes from './requests.module.css'

/** One of many things to send. */
export interface ScriptLine {
  readonly id: string
  readonly name: string
  readonly ask: (describe: Describe) => Promise<ToldRequest>
}

/** Many requests as one script or one list, to take away as a file. What each needs is read first; nothing is sent. */
export function AsScript({ lines, about }: { readonly lines: readonly ScriptLine[]; readonly about: string }) {
  const [found] = useState(() => new Map<string, ToldRequest>())
  const run = useRunLines<ScriptLine, 'untold'>({
    send: ({ id, ask }) =>
      tellOnce(ask).then(
        (request) => {
          found.set(id, request)
          return null
        },
        () => 'untold',
      ),
    atOnce: 3,
  })
  const { state } = run
  const told = (): readonly { readonly name: string; readonly request: ToldRequest }[] =>
    (state?.lines ?? []).flatMap(({ id, name }) => {
      const request = found.get(id)
      return request ? [{ name, request }] : []
    })
  const take = (extension: 'sh' | 'json', type: string, text: string): void =>
    download(fileName([m.requests_file(), about], new Date(serverNow()), extension), type, text)
  const counts = state && countLines(state)
  return (
    <details className={classes['as']}>
      <summary>{m.requests_all()}</summary>
      <div className={classes['codes']}>
        <p className={classes['about']}>{m.requests_all_text()}</p>
        {run.busy && counts && (
          <RunProgress
            done={counts.done + counts.failed}
            total={lines.length}
            words={m.requests_all_reading({ done: counts.done + counts.failed, total: lines.length })}
          />
        )}
        {!run.busy && counts && (
          <output className={classes['about']}>
            {counts.done < lines.length
              ? m.requests_all_some({ done: counts.done, total: lines.length })
              : m.requests_all_told({ n: counts.done })}
          </output>
        )}
        <div className={classes['ways']}>
          {run.busy ? (
            <Button size="xs" variant="default" onClick={run.stop}>
              {m.bulk_stop()}
            </Button>
          ) : (
            <Button size="xs" variant="default" onClick={() => run.start(lines)}>
              {counts ? m.requests_all_again() : m.requests_all_read({ n: lines.length })}
            </Button>
          )}
          {!run.busy && counts && counts.done > 0 && (
            <>
              <Button size="xs" onClick={() => take('sh', 'text/x-shellscript', toScript(told()))}>
                {m.requests_all_script()}
              </Button>
              <Button
                size="xs"
                variant="default"
                onClick={() => take('json', 'application/json', JSON.stringify(told(), null, 2))}
              >
                {m.requests_all_json()}
              </Button>
            </>
          )}
        </div>
      </div>
    </details>
  )
}
