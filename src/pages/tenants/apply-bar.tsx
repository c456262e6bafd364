import { Button } from '@mantine/core'
import { useState } from 'react'

import { type AllowanceLine, changesIn } from '~/domain/allowance-plan'
import { countLines } from '~/pages/parts/run-lines'
import { m } from '~/texts/messages'
import { ConfirmDialog } from '~/ui/confirm'

import type { AllowanceRun } from './apply-result'

import classes from './apply.module.css'
import foot from '~/pages/parts/foot-bar.module.css'

/** What is changed and not sent yet, at the lower edge of the window; while changes are on their way, how far they are. */
export function ApplyBar({
  plan,
  lines,
  run,
  said,
  onReview,
  onDiscard,
}: {
  readonly plan: readonly AllowanceLine[]
  /** How many lines there are, in words. */
  readonly lines: string
  readonly run: AllowanceRun | null
  /** What the last step came to, where it was not what one would expect. */
  readonly said: string | null
  readonly onReview: () => void
  readonly onDiscard: () => void
}) {
  const [asking, setAsking] = useState(false)
  const sending = run !== null && run.phase !== 'over'
  return (
    <>
      <div aria-live="polite" className={plan.length > 0 || sending || said !== null ? foot['bar'] : undefined}>
        {sending ? <Sending run={run} /> : plan.length > 0 && <Pending plan={plan} lines={lines} said={said} />}
        {!sending && plan.length === 0 && said}
        {(sending || plan.length > 0) && (
          <div className={foot['ways']}>
            {!sending && (
              <Button variant="subtle" onClick={() => setAsking(true)}>
                {m.tenants_discard()}
              </Button>
            )}
            <Button onClick={onReview}>{sending ? m.tenants_show_run() : m.tenants_review()}</Button>
          </div>
        )}
      </div>
      <ConfirmDialog
        opened={asking}
        title={m.tenants_discard_title()}
        confirmLabel={m.tenants_discard()}
        tone="danger"
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onDiscard()
        }}
      >
        {m.tenants_discard_text()}
      </ConfirmDialog>
    </>
  )
}

const Pending = ({
  plan,
  lines,
  said,
}: {
  readonly plan: readonly AllowanceLine[]
  readonly lines: string
  readonly said: string | null
}) => (
  <div className={classes['words']}>
    <span>
      <strong>{m.tenants_changes({ n: changesIn(plan) })}</strong> {lines}
    </span>
    {said !== null && <span className={classes['soft']}>{said}</span>}
  </div>
)

function Sending({ run }: { readonly run: AllowanceRun }) {
  const { done, failed } = countLines(run)
  return <strong>{m.bulk_progress({ done: done + failed, total: run.lines.length })}</strong>
}
