import type { EvidenceFact } from '~/domain/evidence'
import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'

import classes from './paper.module.css'

/** On paper one reads the shown clock; its twin in UTC is the one that compares. */
const words = (value: EvidenceFact['value']): string => {
  if (value === null) return m.evidence_unknown()
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'number' ? formatNumber(value) : String(value)
}

const valuesOf = (value: EvidenceFact['value']): readonly string[] =>
  typeof value === 'object' && value !== null && !(value instanceof Date) ? value : [words(value)]

/** The head of the sheet: what it is, and its whole stamp. */
export const PaperStamp = ({ title, stamp }: { readonly title: string; readonly stamp: readonly EvidenceFact[] }) => (
  <header>
    <h2 className={classes['title']}>{title}</h2>
    <dl className={classes['stamp']}>
      {stamp.map(({ key, label, value }) => (
        <div key={key} data-key={key}>
          <dt>{label}</dt>
          {valuesOf(value).map((one) => (
            <dd key={one}>{one}</dd>
          ))}
        </div>
      ))}
    </dl>
  </header>
)
