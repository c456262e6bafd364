import { Button, Progress } from '@mantine/core'

import { type BulkJob, countJob, lineState, linesAt } from '~/domain/bulk-job'
import { paths } from '~/pages/paths'
import { formatInstant, readerZone } from '~/texts/format'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'
import { PageHeader, Panel } from '~/ui/page'

import { DiscardJob } from './bulk-discard'
import { downloadJob } from './bulk-file'
import { BulkLines } from './bulk-lines'
import { countWords, jobTitle } from './bulk-words'
import type { useBulk } from './use-bulk'

import classes from './bulk.module.css'

interface RunProps {
  readonly bulk: ReturnType<typeof useBulk>
  readonly job: BulkJob
}

/** It takes the place of what was pressed, so the focus goes with it, once. */
const takeFocus = (box: HTMLElement | null): void => box?.focus()

/** A change of many VMs on its way, interrupted, or over; and what became of each. */
export function BulkRun({ bulk, job }: RunProps) {
  const at = formatInstant(new Date(job.startedAt), readerZone())
  return (
    <>
      <PageHeader
        title={jobTitle(job)}
        text={`${m.bulk_run_started()} ${at}`}
        back={{ to: paths.vms(), label: m.bulk_back() }}
      />
      <div className={classes['page']}>
        <div ref={takeFocus} tabIndex={-1} className={classes['standing']}>
          <Standing bulk={bulk} job={job} />
        </div>
        {!bulk.kept && <Notice tone="warning" title={m.bulk_not_kept()} />}
        <Ways bulk={bulk} job={job} />
        <Panel title={m.bulk_lines()}>
          <BulkLines bulk={bulk} job={job} />
        </Panel>
      </div>
    </>
  )
}

function Standing({ bulk: { run }, job }: RunProps) {
  const counts = countJob(job)
  const total = job.lines.length - counts.skipped
  const open = counts.waiting + counts.sending
  const numbers = { done: total - open, total }
  if (run === 'none') return <Ended job={job} />
  const words =
    run === 'stopping' ? m.bulk_stopping() : run === 'paused' ? m.bulk_paused(numbers) : m.bulk_progress(numbers)
  return (
    <>
      {run === 'elsewhere' && (
        <Notice tone="running" title={m.bulk_elsewhere()} announce="status">
          <p>{m.bulk_elsewhere_text()}</p>
        </Notice>
      )}
      <output className={classes['progress']}>{words}</output>
      <Progress value={(100 * numbers.done) / Math.max(1, total)} aria-label={m.bulk_progress_label()} size="sm" />
      <p className={classes['soft']}>{countWords(counts)}</p>
    </>
  )
}

function Ended({ job }: Pick<RunProps, 'job'>) {
  const counts = countJob(job)
  const total = job.lines.length - counts.skipped
  if (counts.waiting > 0)
    return (
      <Notice tone="warning" title={m.bulk_interrupted({ n: job.lines.length })} announce="status">
        <p>{countWords(counts)}</p>
      </Notice>
    )
  const accepted = job.lines.some(({ id }) => {
    const state = lineState(job, id)
    return state.at === 'done' && state.task !== null
  })
  const all = accepted ? m.bulk_all_accepted : m.bulk_all_done
  return (
    <Notice
      tone={counts.done === total ? 'good' : counts.done === 0 ? 'bad' : 'warning'}
      title={counts.done === total ? all({ n: total }) : m.bulk_some_done({ done: counts.done, total })}
      announce="status"
    >
      <p>{countWords(counts)}</p>
      {accepted && <p>{m.bulk_backup_accepted()}</p>}
    </Notice>
  )
}

function Ways({ bulk: { run, store }, job }: RunProps) {
  const waiting = linesAt(job, 'waiting').length
  const failed = linesAt(job, 'failed')
  return (
    <div className={classes['ways']}>
      {run === 'running' && (
        <Button variant="default" onClick={store.pause}>
          {m.bulk_pause()}
        </Button>
      )}
      {run === 'paused' && <Button onClick={store.goOn}>{m.bulk_continue()}</Button>}
      {(run === 'running' || run === 'paused') && (
        <Button variant="default" onClick={store.stop}>
          {m.bulk_stop()}
        </Button>
      )}
      {run === 'none' && waiting > 0 && <Button onClick={store.goOn}>{m.bulk_continue_n({ n: waiting })}</Button>}
      {run === 'none' && failed.length > 0 && (
        <Button onClick={() => store.again(failed)}>{m.bulk_retry({ n: failed.length })}</Button>
      )}
      <Button variant="default" onClick={() => downloadJob(job)}>
        {m.bulk_download()}
      </Button>
      {run === 'none' &&
        (waiting > 0 ? (
          <DiscardJob size="sm" onDiscard={store.discard} />
        ) : (
          <Button variant="subtle" onClick={store.discard}>
            {m.bulk_finish()}
          </Button>
        ))}
    </div>
  )
}
