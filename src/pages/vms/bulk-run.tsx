import { Button } from '@mantine/core'

import { type BulkJob, countJob, lineState, linesAt } from '~/domain/bulk-job'
import { wayToList } from '~/pages/parts/fleet/way-to-list'
import { AsScript } from '~/pages/parts/requests/as-script'
import { RunProgress, RunRest, RunStanding } from '~/pages/parts/run/run-standing'
import { formatInstant, readerZone } from '~/texts/format'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'
import { PageHeader, Panel } from '~/ui/page'

import { DiscardJob } from './bulk-discard'
import { downloadJob } from './bulk-file'
import { BulkLines } from './bulk-lines'
import { tellLine } from './bulk-told'
import { acceptedIn, countWords, jobTitle } from './bulk-words'
import type { useBulk } from './use-bulk'

import classes from './bulk.module.css'

interface RunProps {
  readonly bulk: ReturnType<typeof useBulk>
  readonly job: BulkJob
}

/** A change of many VMs on its way, interrupted, or over; and what became of each. */
export function BulkRun({ bulk, job }: RunProps) {
  const at = formatInstant(new Date(job.startedAt), readerZone())
  return (
    <>
      <PageHeader title={jobTitle(job)} text={`${m.bulk_run_started()} ${at}`} back={wayToList()} />
      <div className={classes['page']}>
        <RunStanding>
          <Standing bulk={bulk} job={job} />
        </RunStanding>
        {!bulk.kept && <Notice tone="warning" title={m.bulk_not_kept()} />}
        <Ways bulk={bulk} job={job} />
        <AsScript
          key={job.id}
          about={jobTitle(job)}
          lines={job.lines
            .filter(({ id }) => lineState(job, id).at !== 'skipped')
            .map((line) => ({
              id: line.id,
              name: line.name,
              ask: (describe) => tellLine(job.order, line, describe),
            }))}
        />
        <Panel title={m.bulk_lines()}>
          <BulkLines bulk={bulk} job={job} />
        </Panel>
      </div>
    </>
  )
}

function Standing({ bulk: { run, restsUntil }, job }: RunProps) {
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
      <RunProgress {...numbers} words={words} />
      {run === 'running' && restsUntil !== null && <RunRest until={restsUntil} />}
      <p className={classes['soft']}>{countWords(job)}</p>
    </>
  )
}

function Ended({ job }: Pick<RunProps, 'job'>) {
  const counts = countJob(job)
  const total = job.lines.length - counts.skipped
  if (counts.waiting > 0)
    return (
      <Notice tone="warning" title={m.bulk_interrupted({ n: total })} announce="status">
        <p>{countWords(job)}</p>
      </Notice>
    )
  const accepted = acceptedIn(job) > 0
  const some = accepted ? m.bulk_some_accepted : m.bulk_some_done
  const all = accepted ? m.bulk_all_accepted : m.bulk_all_done
  return (
    <Notice
      tone={counts.done === total ? 'good' : counts.done === 0 ? 'bad' : 'warning'}
      title={counts.done === total ? all({ n: total }) : some({ done: counts.done, total })}
      announce="status"
    >
      <p>{countWords(job)}</p>
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
