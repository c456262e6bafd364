import { type RefObject, useState } from 'react'

import type { ApiError } from '~/api/error'
import { type AllowanceLine, restOf } from '~/domain/allowance-plan'
import { countLines } from '~/pages/parts/run-lines'
import type { LineRun } from '~/pages/parts/use-run-lines'
import { m } from '~/texts/messages'
import { UnsavedGuard } from '~/ui/use-unsaved-guard'

import { Apply } from './apply'
import { ApplyBar } from './apply-bar'
import type { LineNames } from './apply-lines'
import type { AllowanceRun, Standing } from './apply-result'

/** The button that opened the changes is gone with them: the focus stays among what they were made in. */
const stayIn = (board: HTMLElement | null): void =>
  (board?.querySelector<HTMLElement>('[data-cell][tabindex="0"]') ?? board)?.focus({ preventScroll: true })

/** Of lines on their way: how many are not sent any more when one leaves. */
function Leaving({ run }: { readonly run: AllowanceRun }) {
  const { waiting, 'not-sent': stopped } = countLines(run)
  const [left, total] = [waiting + stopped, run.lines.length]
  return left > 0 && <p>{m.tenants_leave({ sent: total - left, total, left })}</p>
}

/** What was changed and not sent yet: guarded, at hand at the lower edge, reviewed and sent. */
export function ApplyFoot({
  board,
  plan,
  words,
  run,
  standing,
  onForget,
  said,
  ...rest
}: {
  /** What the changes are made in. */
  readonly board: RefObject<HTMLElement | null>
  readonly plan: readonly AllowanceLine[]
  /** How many lines the plan has, in words. */
  readonly words: string
  readonly run: LineRun<AllowanceLine, ApiError>
  readonly standing: Standing
  readonly names: LineNames
  /** What the file of results is called after. */
  readonly about: string
  /** What the last step came to, where it was not what one would expect. */
  readonly said: string | null
  /** Takes changes back by the ids of their allowances, or all of them. */
  readonly onForget: (rows: ReadonlySet<string> | 'all') => void
  readonly onLook: () => void
}) {
  const [reviewing, setReviewing] = useState(false)
  const onClose = (): void => {
    setReviewing(false)
    if (run.busy || run.state === null) return
    const settled = run.state.lines.filter((line) => restOf(line, standing.allowances) === null)
    onForget(new Set(settled.map(({ id }) => id)))
    run.clear()
    stayIn(board.current)
  }
  return (
    <>
      <UnsavedGuard dirty={plan.length > 0 || run.busy} sending={run.busy}>
        {run.state && <Leaving run={run.state} />}
      </UnsavedGuard>
      <ApplyBar
        plan={plan}
        lines={words}
        run={run.state}
        said={said}
        onReview={() => setReviewing(true)}
        onDiscard={() => onForget('all')}
      />
      <Apply
        {...rest}
        opened={reviewing && (run.state !== null || plan.length > 0)}
        plan={plan}
        run={run}
        standing={standing}
        onClose={onClose}
      />
    </>
  )
}
