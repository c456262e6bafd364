import { Button } from '@mantine/core'

import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'
import { SkeletonBar } from '~/ui/skeleton-rows'

import type { Standing, Windows } from './use-windows'

import classes from './windowed.module.css'

/** Why a row is not there and will not come by itself. */
export const missingWords: Readonly<Record<Exclude<Standing, 'coming'>, () => string>> = {
  failed: m.long_row_failed,
  unreadable: m.long_row_unreadable,
}

/** In place of a row: a grey shape while it is on its way, else why it is not there. */
export const BlankLine = ({ standing }: { readonly standing: Standing }) =>
  standing === 'coming' ? (
    <SkeletonBar width="60%" />
  ) : (
    <span className={classes['soft']}>{missingWords[standing]()}</span>
  )

/** That a window in sight could not be read, and the way to try once more. */
export function WindowsFailed({ windows: { error, busy, again } }: { readonly windows: Windows<unknown> }) {
  if (!error) return null
  return (
    <div className={classes['failed']}>
      <Notice
        tone="unknown"
        announce="status"
        title={m.long_failed_title()}
        action={
          <Button variant="default" size="xs" loading={busy} onClick={again}>
            {m.common_retry()}
          </Button>
        }
      />
    </div>
  )
}
