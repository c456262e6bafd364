import { Button } from '@mantine/core'

import { m } from '~/texts/messages'
import { Cover } from '~/ui/cover'

import { PaperStamp } from './paper-stamp'
import { PaperTable } from './paper-table'
import type { Stamped } from './take'

import classes from './paper.module.css'

const longFrom = 2_000

/** A list as a document: black on white, its stamp on top, nothing of the console around it. */
export function Paper({ sheet, onClose }: { readonly sheet: Stamped; readonly onClose: () => void }) {
  const { list, stamp } = sheet
  const filesOnly = list.table.columns.filter((column) => column.filesOnly === true).map(({ head }) => head)
  return (
    <Cover label={m.evidence_paper({ title: list.title })} className={classes['paper'] ?? ''} onClose={onClose}>
      <div className={classes['bar']}>
        <Button size="sm" onClick={() => window.print()}>
          {m.evidence_paper_print()}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {m.evidence_paper_close()}
        </Button>
        <p>
          {m.evidence_paper_hint()} {list.table.rows.length > longFrom && m.evidence_paper_long()}
        </p>
      </div>
      <article className={classes['sheet']}>
        <PaperStamp title={list.title} stamp={stamp} />
        <PaperTable title={list.title} table={list.table} />
        {filesOnly.length > 0 && (
          <p className={classes['note']}>{m.evidence_paper_files_only({ columns: filesOnly.join(', ') })}</p>
        )}
      </article>
    </Cover>
  )
}
