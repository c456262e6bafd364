import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { ApiError } from '~/api/error'
import { queryClient } from '~/api/queries'
import { type History, isWhole } from '~/api/queries/backups'
import { deleteBackup } from '~/api/queries/protection'
import { taskEnd } from '~/api/queries/task-end'
import type { Backup } from '~/domain/backup'
import { deletedWith, type Deletion, type DeletionLine, deletionOf } from '~/domain/deletion'
import type { Situation } from '~/domain/situation'
import type { Task } from '~/domain/task'
import { useFollow } from '~/pages/parts/use-follow'
import { useOnce } from '~/pages/parts/use-once'
import { type LineRun, useRunLines } from '~/pages/parts/use-run-lines'
import { m } from '~/texts/messages'
import { notify } from '~/ui/notify'
import { type Grace, useGrace } from '~/ui/use-grace'

/** Why a line was not deleted: the platform refused it, or took it and did not do it. */
export type NotDeleted = ApiError | Task

/** Backups of one VM that a person chooses, asks about and deletes. */
export interface Choosing {
  /** By their ids, as they were last read. */
  readonly chosen: ReadonlyMap<string, Backup>
  /** Any that is shown may be chosen: all were read. */
  readonly boxes: boolean
  /** Takes a backup in or out, and with it what cannot be deleted without it. */
  readonly press: (backup: Backup) => void
  readonly choose: (backups: Iterable<Backup>) => void
  /** What a person was asked about last: it stays as it was told, whatever is read meanwhile. */
  readonly asked: Deletion | null
  readonly asking: boolean
  readonly ask: (backups: Iterable<Backup>) => void
  readonly close: () => void
  /** What was asked about is deleted, unless it is taken back in time. */
  readonly confirm: () => void
  readonly grace: Grace
  /** The request of a deletion that needs only one; where it failed, the question comes back. */
  readonly request: { readonly error: ApiError | null; readonly submittedAt: number }
  /** Several requests, one after the other. */
  readonly run: LineRun<DeletionLine, NotDeleted>
  /** Something is being deleted, or will be in a moment. */
  readonly busy: boolean
}

const failureOf = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError('unknown-outcome', 'A deletion broke on the way', { cause: error })

/** One after the other: some platforms take no second request for a VM before the first is through. */
function useDeletionRun(vmId: string): LineRun<DeletionLine, NotDeleted> {
  const deletion = useMutation(deleteBackup(vmId))
  const send = async (line: DeletionLine): Promise<NotDeleted | null> => {
    const { task } = await deletion.mutateAsync(line)
    if (task === null) return null
    const end = await taskEnd(task)
    return end.state === 'done' ? null : end
  }
  return useRunLines({
    send: (line) => send(line).catch(failureOf),
    atOnce: 1,
    ends: (failure) =>
      !(failure instanceof ApiError) || ['signed-out', 'offline', 'unknown-outcome'].includes(failure.kind),
    rest: (failure) => (failure instanceof ApiError ? failure.rest : 0),
    settle: () => queryClient.invalidateQueries(),
  })
}

/** What is chosen among the results of a VM. What is gone, or being deleted, is not chosen any more. */
export function useDeletion({ vm, now }: Situation, history: History): Choosing {
  const { rows } = history
  const [pressed, setPressed] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Deletion | null>(null)
  const [asking, setAsking] = useState(false)
  const run = useDeletionRun(vm.id)
  const request = useMutation(deleteBackup(vm.id))
  const follow = useFollow(vm)
  const once = useOnce()
  const ask = (): void => setAsking(true)
  const grace = useGrace(
    () => {
      const [first, ...others] = asked?.lines ?? []
      if (first && others.length > 0) run.start([first, ...others])
      else if (first) once(() => request.mutateAsync(first).then((accepted) => follow(accepted, 'delete-backup'), ask))
    },
    () => notify({ tone: 'warning', title: m.ways_undone(), text: m.ways_undone_late() }),
  )
  const chosen = new Map(
    rows.flatMap((backup) => (pressed.has(backup.id) && backup.leaving !== true ? [[backup.id, backup] as const] : [])),
  )
  return {
    chosen,
    boxes: isWhole(history),
    press: (backup) => {
      const next = new Set(chosen.keys())
      for (const { id } of deletedWith(backup, rows))
        if (chosen.has(backup.id)) next.delete(id)
        else next.add(id)
      setPressed(next)
    },
    choose: (backups) =>
      setPressed(new Set(Array.from(backups, (backup) => deletedWith(backup, rows).map(({ id }) => id)).flat())),
    asked,
    asking,
    ask: (backups) => {
      request.reset()
      setAsked(deletionOf([...backups], rows, now))
      ask()
    },
    close: () => setAsking(false),
    confirm: () => {
      setAsking(false)
      run.clear()
      grace.begin()
    },
    grace,
    request,
    run,
    busy: run.busy || request.isPending || grace.left !== null,
  }
}
