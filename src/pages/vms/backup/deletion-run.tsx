import { Button } from '@mantine/core'

import { ApiError } from '~/api/error'
import { isOver } from '~/domain/task'
import { Answers } from '~/pages/parts/dialog'
import { countLines, type RunState } from '~/pages/parts/run-lines'
import { type LineKind, LineMark } from '~/pages/parts/run/line-looks'
import { RunProgress, RunRest, RunStanding } from '~/pages/parts/run/run-standing'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { ErrorWords } from '~/ui/error-panel'
import { Notice } from '~/ui/notice'

import type { Choosing, NotDeleted } from './use-deletion'

import classes from './results.module.css'

type DeletionRunState = RunState<Parameters<Choosing['run']['start']>[0][number], NotDeleted>

/** How far a deletion of several backups is. */
export function DeletionProgress({ run }: { readonly run: DeletionRunState }) {
  const { done, failed, 'not-sent': left } = countLines(run)
  return (
    <>
      <RunProgress
        done={done + failed + left}
        total={run.lines.length}
        {...(run.phase === 'stopping' && { words: m.bulk_stopping() })}
      />
      {run.phase === 'sending' && run.restsUntil !== null && <RunRest until={run.restsUntil} />}
    </>
  )
}

const kindOf = (run: DeletionRunState, id: string): LineKind => {
  const state = run.states.get(id) ?? { at: 'waiting' }
  if (state.at !== 'failed') return state.at
  const { failure } = state
  return (failure instanceof ApiError ? failure.kind === 'unknown-outcome' : !isOver(failure)) ? 'unknown' : 'failed'
}

/** A line for each request of a deletion, what became of it, and why not. */
export function DeletionLines({
  run,
  onStop,
  onClose,
}: {
  readonly run: DeletionRunState
  readonly onStop: () => void
  readonly onClose: () => void
}) {
  const over = run.phase === 'over'
  return (
    <>
      <RunStanding>{over ? <Summary run={run} /> : <DeletionProgress run={run} />}</RunStanding>
      <ul className={classes['lines']} aria-label={m.ways_delete_what()}>
        {run.lines.map(({ id, name }) => {
          const state = run.states.get(id)
          return (
            <li key={id}>
              <bdi>{name}</bdi>
              <LineMark kind={kindOf(run, id)} />
              {state?.at === 'failed' && <Why failure={state.failure} />}
            </li>
          )
        })}
      </ul>
      <Answers onClose={onClose} label={over ? m.common_close() : m.tenants_hide()}>
        {!over && (
          <Button variant="default" onClick={onStop} loading={run.phase !== 'sending'}>
            {m.bulk_stop()}
          </Button>
        )}
      </Answers>
    </>
  )
}

function Why({ failure }: { readonly failure: NotDeleted }) {
  if (!(failure instanceof ApiError))
    return <p>{isOver(failure) ? m.ways_delete_not_done({ state: failure.stateText }) : m.ways_delete_at_work()}</p>
  const error = explainError(failure)
  return (
    <div>
      <p>{error.title}</p>
      <ErrorWords error={error} />
    </div>
  )
}

function Summary({ run }: { readonly run: DeletionRunState }) {
  const { done } = countLines(run)
  const total = run.lines.length
  if (done === total) return <Notice tone="good" title={m.ways_deleted({ n: total })} announce="status" />
  return (
    <Notice tone="warning" title={m.ways_deleted_some({ done, total })} announce="urgent">
      <p>{m.ways_deleted_some_text()}</p>
    </Notice>
  )
}
