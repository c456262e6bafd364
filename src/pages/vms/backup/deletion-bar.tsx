import { Button } from '@mantine/core'
import { useState } from 'react'

import type { Backup } from '~/domain/backup'
import { mayDeleteBackup } from '~/domain/may-back-up'
import type { Situation } from '~/domain/situation'
import { Dialog } from '~/pages/parts/dialog'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { takeFocus } from '~/ui/take-focus'

import { DeletionLines, DeletionProgress } from './deletion-run'
import type { Choosing } from './use-deletion'

import classes from '~/pages/parts/foot-bar.module.css'

/** How many backups are chosen and what may be done with them; while they are deleted, how that stands. */
export function DeletionBar({
  situation,
  shown,
  choosing,
}: {
  readonly situation: Situation
  /** What stands in the table. */
  readonly shown: readonly Backup[]
  readonly choosing: Choosing
}) {
  const [hidden, setHidden] = useState(false)
  const { chosen, run } = choosing
  const n = chosen.size
  const close = (): void => {
    setHidden(run.busy)
    run.clear()
  }
  // First of all: the run before may still stand there, hidden.
  if (choosing.grace.left !== null) return <Waiting choosing={choosing} />
  if (run.state !== null)
    return (
      <>
        {hidden && (
          <section className={classes['bar']} aria-label={m.ways_deleting()}>
            <DeletionProgress run={run.state} />
            <div className={classes['ways']}>
              <Button size="xs" variant="default" onClick={() => setHidden(false)}>
                {m.ways_deleting_show()}
              </Button>
            </div>
          </section>
        )}
        <Dialog title={m.ways_deleting()} opened={!hidden} onClose={close}>
          <DeletionLines run={run.state} onStop={run.stop} onClose={close} />
        </Dialog>
      </>
    )
  if (n === 0) return null
  return (
    <section className={classes['bar']} aria-label={m.ways_choose_bar()}>
      <output>{m.ways_chosen({ n })}</output>
      <div className={classes['ways']}>
        <Action verdict={explain(mayDeleteBackup(situation))} size="xs" onClick={() => choosing.ask(chosen.values())}>
          {m.ways_delete_confirm({ n })}
        </Action>
        <Button size="xs" variant="default" onClick={() => choosing.choose(shown)}>
          {m.ways_choose_all({ n: shown.length })}
        </Button>
        <Button size="xs" variant="subtle" onClick={() => choosing.choose([])}>
          {m.ways_choose_none()}
        </Button>
      </div>
    </section>
  )
}

/** What was decided a moment ago, and the way to take it back. The seconds are for the eye: to hear each would be too much. */
function Waiting({ choosing: { asked, grace } }: { readonly choosing: Choosing }) {
  return (
    <section className={classes['bar']} aria-label={m.ways_deleting()}>
      <output>
        <strong>{m.ways_grace({ n: asked?.count ?? 0, name: asked?.lines[0]?.name ?? '' })}</strong>{' '}
        {m.ways_grace_text()}
      </output>
      <div className={classes['ways']}>
        <Button size="xs" ref={takeFocus} onClick={grace.undo}>
          {m.ways_undo()}
        </Button>
        <Button size="xs" variant="default" rightSection={<span aria-hidden>{grace.left}</span>} onClick={grace.now}>
          {m.ways_grace_now()}
        </Button>
      </div>
    </section>
  )
}
