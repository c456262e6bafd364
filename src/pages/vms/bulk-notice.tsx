import { Button } from '@mantine/core'
import { Link } from 'react-router'

import { countJob, hasOpenLines } from '~/domain/bulk-job'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'

import { DiscardJob } from './bulk-discard'
import { downloadJob } from './bulk-file'
import { countWords } from './bulk-words'
import { useBulk } from './use-bulk'

import classes from './bulk.module.css'

/** Above the list of VMs: a change of many VMs runs, or was interrupted. */
export function BulkNotice() {
  const { job, run, store } = useBulk()
  if (!job) return null
  const counts = countJob(job)
  const n = job.lines.length - counts.skipped
  const interrupted = run === 'none'
  if (interrupted && !hasOpenLines(job)) return null
  return (
    <div className={classes['notice']}>
      <Notice
        tone={interrupted ? 'warning' : 'running'}
        title={interrupted ? m.bulk_interrupted({ n }) : m.bulk_is_running({ n })}
        action={
          <>
            {interrupted && counts.waiting > 0 && (
              <Button size="xs" onClick={store.goOn}>
                {m.bulk_continue()}
              </Button>
            )}
            <Button component={Link} to={paths.vmsBulk()} size="xs" variant="default">
              {m.bulk_show()}
            </Button>
            {interrupted && (
              <>
                <Button size="xs" variant="default" onClick={() => downloadJob(job)}>
                  {m.bulk_download()}
                </Button>
                <DiscardJob size="xs" onDiscard={store.discard} />
              </>
            )}
          </>
        }
      >
        <p>{countWords(job)}</p>
      </Notice>
    </div>
  )
}
