import { useState } from 'react'
import { useNavigate } from 'react-router'

import type { BulkOrder } from '~/domain/bulk-plan'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { Action } from '~/ui/action'
import { ConfirmDialog } from '~/ui/confirm'
import { notify } from '~/ui/notify'

import { jobOf, kindOf, orderSentence, type PlanRow } from './bulk-rows'
import { selection } from './selection'
import { useBulk } from './use-bulk'

import classes from './bulk.module.css'
import foot from '~/pages/parts/foot-bar.module.css'

interface DecideProps {
  readonly plan: readonly PlanRow[]
  readonly order: BulkOrder
  /** False while some of what the rules need is still read. */
  readonly ready: boolean
  /** Whether values that are missing are given VM by VM. */
  readonly each: boolean
  /** Leads to the values that are missing; absent where none can be given here. */
  readonly onMissing?: () => void
}

const go = { backup: m.bulk_go_backup, assign: m.bulk_go_assign, remove: m.bulk_go_remove } as const

/** What would be sent in all, in a sentence, and the one button that sends it. */
export function Decide({ plan, order, ready, each, onMissing }: DecideProps) {
  const [asking, setAsking] = useState(false)
  const navigate = useNavigate()
  const { store, unfinished } = useBulk()
  const count = (kind: 'run' | 'values'): number => plan.filter((one) => kindOf(one) === kind).length
  const [n, waiting] = [count('run'), count('values')]
  const sentence = orderSentence(plan, order)
  // Missing values do not lock the button: pressing it leads to them.
  const missing = n === 0 && waiting > 0 ? onMissing : undefined
  const verdict = unfinished
    ? { ok: false as const, because: m.bulk_unfinished(), who: null, mend: m.bulk_unfinished_mend() }
    : n > 0 || missing
      ? ({ ok: true } as const)
      : { ok: false as const, because: m.bulk_sentence_nothing(), who: null, mend: null }
  const words = missing && each ? m.bulk_go_values({ n: waiting }) : go[order.action]({ n: missing ? waiting : n })
  const start = (): void => {
    setAsking(false)
    store.start(jobOf(plan, order), (began) => {
      if (!began) {
        notify({ tone: 'warning', title: m.bulk_unfinished(), text: m.bulk_unfinished_mend() })
        return
      }
      selection.clear()
      void navigate(paths.vmsBulk(), { replace: true })
    })
  }
  return (
    <div className={foot['bar']}>
      <output>{sentence}</output>
      <div className={foot['ways']}>
        <Action verdict={verdict} loading={!ready} onClick={missing ?? (() => setAsking(true))}>
          {words}
        </Action>
      </div>
      <ConfirmDialog
        opened={asking}
        title={words}
        confirmLabel={words}
        onClose={() => setAsking(false)}
        onConfirm={start}
      >
        <p className={classes['sentence']}>{sentence}</p>
        <p className={classes['soft']}>{m.bulk_confirm_text()}</p>
      </ConfirmDialog>
    </div>
  )
}
