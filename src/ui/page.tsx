import type { ReactNode } from 'react'
import { useId } from 'react'
import { Link } from 'react-router'

import { m } from '~/texts/messages'

import { Part } from './crash-boundary'

import classes from './page.module.css'

/** The head of a page: its one h1, and the title of the document. */
export function PageHeader({
  title,
  documentTitle = title,
  text,
  back,
  mark,
  actions,
}: {
  readonly title: string
  /** What the browser's tab says before the product's name, when it is more than the title. */
  readonly documentTitle?: string
  /** One line under the title. */
  readonly text?: ReactNode
  /** The page above this one. */
  readonly back?: { readonly to: string; readonly label: string }
  /** State marks beside the title. */
  readonly mark?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <header className={classes['header']}>
      <title>{m.common_document_title({ page: documentTitle })}</title>
      <div className={classes['words']}>
        {back && (
          <Link className={classes['back']} to={back.to}>
            <svg viewBox="0 0 16 16" aria-hidden="true" className={classes['arrow']}>
              <path d="M9.5 3.5 5 8l4.5 4.5" />
            </svg>
            {back.label}
          </Link>
        )}
        <div className={classes['line']}>
          <h1 className={classes['title']}>{title}</h1>
          {mark}
        </div>
        {text !== undefined && <div className={classes['text']}>{text}</div>}
      </div>
      {actions !== undefined && <div className={classes['actions']}>{actions}</div>}
    </header>
  )
}

/** A part of a page with a heading of its own, on a surface of its own. One that cannot be drawn leaves the others alone. */
export function Panel({
  title,
  text,
  actions,
  level = 2,
  flush = false,
  children,
}: {
  readonly title: ReactNode
  readonly text?: ReactNode
  readonly actions?: ReactNode
  readonly level?: 2 | 3
  /** The content reaches the edges, as a table does. */
  readonly flush?: boolean
  readonly children?: ReactNode
}) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={classes['panel']} aria-labelledby={id}>
      <div className={classes['panelHead']}>
        <div>
          <Heading id={id} className={classes['panelTitle']}>
            {title}
          </Heading>
          {text !== undefined && <div className={classes['text']}>{text}</div>}
        </div>
        {actions !== undefined && <div className={classes['actions']}>{actions}</div>}
      </div>
      {children !== undefined && (
        <div className={classes['panelBody']} data-flush={flush || undefined}>
          <Part>{children}</Part>
        </div>
      )}
    </section>
  )
}
