import { Button } from '@mantine/core'

import type { AllowanceLine } from '~/domain/allowance-plan'
import { Answers } from '~/pages/parts/dialog'
import { countLines } from '~/pages/parts/run-lines'
import { RunProgress, RunRest, RunStanding } from '~/pages/parts/run/run-standing'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'

import { ApplyLines, type LineNames } from './apply-lines'
import { againOf, type AllowanceRun, isDone, resultOf, type Standing } from './apply-result'

interface RunProps {
  readonly run: AllowanceRun
  readonly standing: Standing
  readonly names: LineNames
  readonly onStop: () => void
  readonly onClose: () => void
  /** Sends these again: a new decision. */
  readonly onAgain: (lines: readonly AllowanceLine[]) => void
  /** Reads again what the platform has. */
  readonly onLook: () => void
  readonly onSave: () => void
}

/** Changes on their way, then what became of each. */
export function ApplyRun(props: RunProps) {
  const { run, standing, names } = props
  const results = (line: AllowanceLine) => resultOf(run, line, standing)
  return (
    <>
      <RunStanding>{run.phase === 'over' ? <Summary {...props} /> : <OnTheWay run={run} />}</RunStanding>
      <ApplyLines lines={run.lines} names={names} resultOf={results} />
      {run.phase === 'over' ? <After {...props} /> : <During {...props} />}
    </>
  )
}

function OnTheWay({ run }: { readonly run: AllowanceRun }) {
  const { done, failed, 'not-sent': left } = countLines(run)
  const words = { settling: m.tenants_settling, stopping: m.bulk_stopping } as const
  return (
    <>
      <RunProgress
        done={done + failed + left}
        total={run.lines.length}
        {...((run.phase === 'settling' || run.phase === 'stopping') && { words: words[run.phase]() })}
      />
      {run.phase === 'sending' && run.restsUntil !== null && <RunRest until={run.restsUntil} />}
    </>
  )
}

function Summary({ run, standing }: RunProps) {
  const done = run.lines.filter((line) => isDone(resultOf(run, line, standing))).length
  const total = run.lines.length
  if (done === total) return <Notice tone="good" title={m.tenants_all_done({ n: total })} announce="status" />
  return (
    <Notice
      tone={done === 0 ? 'bad' : 'warning'}
      title={done === 0 ? m.tenants_none_done() : m.tenants_some_done({ done, total })}
      announce="urgent"
    >
      <p>{done === 0 ? m.tenants_none_done_text() : m.tenants_some_done_text()}</p>
    </Notice>
  )
}

const During = ({ run, onClose, onStop }: RunProps) => (
  <Answers onClose={onClose} label={m.tenants_hide()}>
    {/* It stays while it stops, and says so: a button that goes takes the focus along. */}
    <Button variant="default" onClick={onStop} loading={run.phase !== 'sending'}>
      {m.tenants_stop()}
    </Button>
  </Answers>
)

function After({ run, standing, onClose, onAgain, onLook, onSave }: RunProps) {
  const again = againOf(run, standing)
  return (
    <Answers onClose={onClose} label={m.common_close()}>
      <Button variant="default" onClick={onSave}>
        {m.tenants_save_result()}
      </Button>
      {!standing.fresh && (
        <Button variant="default" onClick={onLook}>
          {m.tenants_look_again()}
        </Button>
      )}
      {again.length > 0 && <Button onClick={() => onAgain(again)}>{m.tenants_again({ n: again.length })}</Button>}
    </Answers>
  )
}
