import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { serverTime, vmTasks } from '~/api/queries'
import type { Task, TaskKind } from '~/domain/task'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'
import { Time } from '~/ui/time'

import classes from './unknown-outcome.module.css'

const words = {
  backup: {
    title: m.backup_now_unknown_title,
    text: m.backup_now_unknown_text,
    look: m.backup_now_unknown_look,
    found: m.backup_now_unknown_found,
    notFound: m.backup_now_unknown_not_found,
    again: m.backup_now_again,
  },
  restore: {
    title: m.restore_unknown_title,
    text: m.restore_unknown_text,
    look: m.restore_unknown_look,
    found: m.restore_unknown_found,
    notFound: m.restore_unknown_not_found,
    again: m.restore_again,
  },
} as const

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
  readonly kind: Extract<TaskKind, 'backup' | 'restore'>
  /** This device's clock when the request was sent, in epoch milliseconds. */
  readonly sentAt: number
  readonly onFound: (task: Task) => void
  readonly onAgain: () => void
}) {
  const tasks = useQuery(vmTasks(vmId))
  const text = words[kind]
  const since = serverTime(sentAt).getTime() - toleranceMs
  const found = tasks.data?.find((task) => task.kind === kind && task.startedAt.getTime() >= since)
  const looked = tasks.dataUpdatedAt > sentAt
  return (
    <div ref={takeFocus} tabIndex={-1}>
      <Notice tone="unknown" title={text.title()} announce="urgent">
        <p>{text.text()}</p>
        {looked && (
          <p>
            <strong>{found ? text.found() : text.notFound()}</strong> {found && <Time at={found.startedAt} />}
          </p>
        )}
        <div className={classes['ways']}>
          <Button size="xs" variant="default" loading={tasks.isFetching} onClick={() => void tasks.refetch()}>
            {text.look()}
          </Button>
          {found && (
            <Button size="xs" onClick={() => onFound(found)}>
              {m.restore_unknown_follow()}
            </Button>
          )}
          {looked && !found && (
            <Button size="xs" variant="default" onClick={onAgain}>
              {text.again()}
            </Button>
          )}
        </div>
      </Notice>
    </div>
  )
}

/** It takes the place of the button that was pressed, so the focus goes with it, once. */
const takeFocus = (box: HTMLElement | null): void => box?.focus()
