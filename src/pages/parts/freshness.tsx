import { useState } from 'react'

import { serverTime } from '~/api/queries'
import { type ListChange, listChange } from '~/domain/list-change'
import { formatList } from '~/texts/format'
import { m } from '~/texts/messages'
import { Button } from '~/ui/button'

import { AsOf } from './as-of'

import classes from './freshness.module.css'

/** What a query says about the age of its data. */
interface Reading {
  readonly dataUpdatedAt: number
  readonly isFetching: boolean
  readonly isRefetchError: boolean
  readonly data?: unknown
  readonly refetch: () => Promise<Pick<Reading, 'data' | 'dataUpdatedAt' | 'isRefetchError'>>
}

function changeWords({ came, changed, went }: ListChange): string {
  const parts = [
    came > 0 && m.fresh_came({ n: came }),
    changed > 0 && m.fresh_changed({ n: changed }),
    went > 0 && m.fresh_went({ n: went }),
  ].filter((part) => part !== false)
  return parts.length === 0 ? m.fresh_same() : formatList(parts)
}

/** What was asked for by hand says what it brought, until the next reading. */
function useChange({ data, dataUpdatedAt, refetch }: Reading) {
  const [last, setLast] = useState<{ readonly at: number; readonly words: string } | null>(null)
  const again = async (): Promise<void> => {
    const next = await refetch()
    const change = next.isRefetchError ? null : listChange(data, next.data)
    setLast(change && { at: next.dataUpdatedAt, words: changeWords(change) })
  }
  return { again, words: last?.at === dataUpdatedAt ? last.words : '' }
}

/** How old what is shown is, and a button that reads it again. Data from before a failed refresh stays and says so. */
export function Freshness({
  reading,
  asOf,
  note,
  unreadable = 0,
}: {
  readonly reading: Reading
  /** When the reading began, by the server's clock, of what came in several answers; else the moment of the answer. */
  readonly asOf?: Date
  /** How the platform itself comes to these values. */
  readonly note?: string
  /** Rows that were left out because they could not be read. */
  readonly unreadable?: number
}) {
  const change = useChange(reading)
  // Rows that stand in until the answer to another question comes have no time of their own.
  const at = asOf ?? (reading.dataUpdatedAt > 0 && serverTime(reading.dataUpdatedAt))
  return (
    <p className={classes['line']}>
      {at && <AsOf at={at} />}
      <Button variant="subtle" size="compact-xs" loading={reading.isFetching} onClick={() => void change.again()}>
        {m.fresh_refresh()}
      </Button>
      <output>{change.words}</output>
      {note !== undefined && <span>{note}</span>}
      {reading.isRefetchError && <strong className={classes['old']}>{m.fresh_failed()}</strong>}
      {unreadable > 0 && <span>{m.fresh_unreadable({ n: unreadable })}</span>}
    </p>
  )
}
