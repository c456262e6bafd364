import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'

import { serverTime, vm, vmTasks } from '~/api/queries'
import type { BulkJob, BulkLine, BulkLineState } from '~/domain/bulk-job'
import { isRunning, type Task } from '~/domain/task'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'

import type { useBulk } from './use-bulk'

import classes from './bulk.module.css'

/** Clocks of the platform's parts differ a little; a task this much older may still be the one that was asked for. */
const toleranceMs = 5_000

interface FindingProps {
  readonly bulk: ReturnType<typeof useBulk>
  readonly job: BulkJob
  readonly line: BulkLine
  readonly state: Extract<BulkLineState, { readonly at: 'unknown' }>
}

type Found = 'there' | 'missing' | 'working'

/** What the VM says of a change that got no answer. */
function found({ order }: BulkJob, since: string, machine: VirtualMachine, tasks: readonly Task[]): Found {
  const from = new Date(since).getTime() - toleranceMs
  if (order.action === 'backup')
    return tasks.some(({ kind, startedAt }) => kind === 'backup' && startedAt.getTime() >= from) ? 'there' : 'missing'
  if (tasks.some(isRunning)) return 'working'
  const has = machine.assignments?.some(({ policyId }) => policyId === order.policy.id) ?? false
  return has === (order.action === 'assign') ? 'there' : 'missing'
}

/** A line without an answer: the VM is looked at, and only a person sends it again. */
export function Finding({ bulk: { run, store }, job, line, state: { since, time } }: FindingProps) {
  const machine = useQuery({ ...vm(line.id), staleTime: 0 })
  const tasks = useQuery({ ...vmTasks(line.id), staleTime: 0 })
  // What was read before can say nothing of it, least of all that it is missing.
  const isSince = serverTime(Math.min(machine.dataUpdatedAt, tasks.dataUpdatedAt)) > new Date(time)
  const looked = isSince && machine.data && tasks.data && found(job, since, machine.data, tasks.data)
  return (
    <div className={classes['why']}>
      <p>{m.bulk_unknown_text()}</p>
      <p className={classes['soft']}>
        {looked
          ? wordsOf(looked, job)
          : machine.error || tasks.error
            ? m.bulk_finding_unread()
            : m.bulk_finding_looking()}
      </p>
      <div className={classes['ways']}>
        <Link className={classes['link']} to={paths.vm(line.id)}>
          {m.bulk_look()}
        </Link>
        {looked === 'missing' && run === 'none' && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={m.bulk_send_again_name({ name: line.name })}
            onClick={() => store.again([line.id])}
          >
            {m.bulk_send_again()}
          </Button>
        )}
      </div>
    </div>
  )
}

function wordsOf(looked: Found, { order: { action } }: BulkJob): string {
  if (looked === 'working') return m.bulk_finding_working()
  if (action === 'backup') return looked === 'there' ? m.bulk_finding_backup_there() : m.bulk_finding_backup_missing()
  return looked === 'there' ? m.bulk_finding_there() : m.bulk_finding_missing()
}
