import { Button } from '@mantine/core'

import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'

import type { Grounds } from './use-grounds'

import classes from './bulk.module.css'

/** How far the reading of what the datacenters allow is, and what of it failed. */
export function Reading({ grounds: { done, total, unread, again } }: { readonly grounds: Grounds }) {
  if (done < total)
    return (
      <div className={classes['reading']}>
        <output>{m.bulk_dry_reading({ done, total })}</output>
        <progress value={done} max={total} aria-label={m.bulk_dry_reading({ done, total })} />
      </div>
    )
  if (unread === 0) return null
  return (
    <div className={classes['reading']}>
      <Notice
        tone="warning"
        title={m.bulk_dry_unread({ n: unread })}
        announce="status"
        action={
          <Button size="xs" variant="default" onClick={again}>
            {m.common_retry()}
          </Button>
        }
      />
    </div>
  )
}
