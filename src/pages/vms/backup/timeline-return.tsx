import { Button } from '@mantine/core'
import { type ClipboardEvent, useState } from 'react'

import type { Backup } from '~/domain/backup'
import { formatIsoDateTime, parseIsoDateTime } from '~/domain/iso'
import { isoOfMoment, readMomentText } from '~/domain/moment-text'
import type { Situation } from '~/domain/situation'
import { IsoField } from '~/pages/parts/iso-field'
import { m } from '~/texts/messages'
import { Panel } from '~/ui/page'

import { ReturnList } from './timeline-return-list'

import classes from './timeline-return.module.css'

const instantOf = (text: string): Date | null => {
  const parsed = parseIsoDateTime(text.trim())
  return parsed.ok ? parsed.value.instant : null
}

/** An address names the instant in UTC; with all zeros of a whole minute it would only be longer. */
const written = (at: Date | null): string => {
  const parsed = at && parseIsoDateTime(at.toISOString())
  return parsed?.ok ? formatIsoDateTime(parsed.value) : ''
}

/** A moment, typed or pasted, and the backups that lead back to it, ranked by what would be lost. */
export function TimelineReturn({
  situation,
  backups,
  readTo,
  moment,
  zone,
  onMoment,
}: {
  readonly situation: Situation
  readonly backups: readonly Backup[]
  /** Where those end that were read; null: all were. */
  readonly readTo: Date | null
  readonly moment: Date | null
  readonly zone: string
  readonly onMoment: (moment: Date | null) => void
}) {
  const [text, setText] = useState(written(moment))
  const [seen, setSeen] = useState(moment?.getTime())
  // Someone went back, forward or along a link; what is typed here comes back as it was written.
  if (moment?.getTime() !== seen) {
    setSeen(moment?.getTime())
    if (instantOf(text)?.getTime() !== moment?.getTime()) setText(written(moment))
  }
  const put = (next: string): void => {
    setText(next)
    onMoment(instantOf(next))
  }
  /** Words as in a log become ISO 8601 where nothing must be guessed; else they stay, and the field says what is wrong. */
  const settle = (words: string): boolean => {
    const iso = instantOf(words) ? null : readMomentText(words)
    if (iso === null) return false
    put(iso)
    return true
  }
  const onPaste = (event: ClipboardEvent): void => {
    if (settle(event.clipboardData.getData('text'))) event.preventDefault()
  }
  return (
    <Panel title={m.timeline_return()} text={m.timeline_return_text()}>
      <div className={classes['return']}>
        <form
          className={classes['ask']}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            settle(text)
          }}
        >
          <div role="presentation" onPaste={onPaste} onBlur={() => settle(text)}>
            <IsoField
              id="timeline-moment"
              label={m.timeline_return_field()}
              value={text}
              onChange={put}
              zone={situation.site.timeZone}
              problem={null}
              required={false}
              understands={isoOfMoment}
            />
          </div>
          <p className={classes['soft']}>{m.timeline_return_zone()}</p>
          {text !== '' && (
            <Button variant="default" size="xs" onClick={() => put('')}>
              {m.timeline_return_clear()}
            </Button>
          )}
        </form>
        {moment && <ReturnList situation={situation} backups={backups} readTo={readTo} moment={moment} zone={zone} />}
      </div>
    </Panel>
  )
}
