import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { serverTime, vmTasks } from '~/api/queries'
import { backups } from '~/api/queries/backups'
import type { Task } from '~/domain/task'
import { type Asked, type Trace, traceOf } from '~/domain/trace'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'
import { takeFocus } from '~/ui/take-focus'
import { Time } from '~/ui/time'

import classes from './unknown-outcome.module.css'

const words = {
  backup: {
    title: m.backup_now_unknown_title,
    text: m.backup_now_unknown_text,
    look: m.backup_now_unknown_look,
    found: m.backup_now_unknown_found,
    result: m.backup_now_unknown_result,
    notFound: m.backup_now_unknown_not_found,
    again: m.backup_now_again,
  },
  restore: {
    title: m.backup_now_unknown_title,
    text: m.restore_unknown_text,
    look: m.backup_now_unknown_look,
    found: m.restore_unknown_found,
    result: m.restore_unknown_result,
    notFound: m.restore_unknown_not_found,
    again: m.backup_now_again,
  },
} as const

function traceWords({ by, task }: Trace, kind: Asked): string {
  switch (by) {
    case 'task':
      return words[kind].found()
    case 'unnamed-task':
      return m.backup_now_unknown_unnamed()
    case 'result':
      return words[kind].result()
    case 'unknown-task':
      return m.restore_unknown_odd({ task: task.kindText })
  }
}

/** Clocks of the platform's parts differ a little; a task this much older may still be the one that was asked for. */
const toleranceMs = 5_000

/**
 * A write was sent and no answer came. Says where to look, looks, and offers to ask again only after it looked: that
 * is a new decision of the person, never a repeat by itself.
 */
export function UnknownOutcome({
  vmId,
  kind,
  sentAt,
  onFound,
  onAgain,
}: {
  readonly vmId: string
  readonly kind: Asked
  /** This device's clock when the request was sent, in epoch milliseconds. */
  readonly sentAt: number
  /** Null where only the results tell of it. */
  readonly onFound: (task: Task | null) => void
  readonly onAgain: () => void
}) {
  const tasks = useQuery(vmTasks(vmId))
  // Tasks fall off the record, and a platform may call them by words that we do not know.
  const results = useQuery(backups(vmId))
  const text = words[kind]
  const found = traceOf(kind, new Date(serverTime(sentAt).getTime() - toleranceMs), {
    tasks: tasks.data ?? [],
    results: results.data?.rows ?? [],
  })
  const looked = tasks.dataUpdatedAt > sentAt && Math.max(results.dataUpdatedAt, results.errorUpdatedAt) > sentAt
  const look = (): void => {
    void tasks.refetch()
    void results.refetch()
  }
  return (
    <div ref={takeFocus} tabIndex={-1}>
      <Notice tone="unknown" title={text.title()} announce="urgent">
        <p>{text.text()}</p>
        {looked && (
          <p>
            <strong>{found ? traceWords(found, kind) : text.notFound()}</strong> {found && <Time at={found.at} />}
          </p>
        )}
        <div className={classes['ways']}>
          <Button size="xs" variant="default" loading={tasks.isFetching || results.isFetching} onClick={look}>
            {text.look()}
          </Button>
          {found && (
            <Button size="xs" onClick={() => onFound(found.task)}>
              {found.task ? m.restore_unknown_follow() : m.restore_unknown_arrived()}
            </Button>
          )}
          {looked && (!found || found.by === 'unnamed-task' || found.by === 'unknown-task') && (
            <Button size="xs" variant="default" onClick={onAgain}>
              {text.again()}
            </Button>
          )}
        </div>
      </Notice>
    </div>
  )
}
