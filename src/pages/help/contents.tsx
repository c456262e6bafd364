import { Link, useLocation } from 'react-router'

import { m } from '~/texts/messages'

import { contents, headingsOf, type ManualPage, wordsIn } from './pages'
import type { ToAddress } from './prose-parts'

import classes from './help.module.css'

/** The open page is in sight, with its sections, though the list is longer than the window. */
const showCurrent = (list: HTMLElement | null): void => {
  const current = list?.querySelector<HTMLElement>('[aria-current="page"]')
  if (!list || !current) return
  const top = current.offsetTop - list.offsetTop
  if (top > list.clientHeight * 0.6) list.scrollTop = top - list.clientHeight * 0.3
}

/** All pages of the manual; below the one that is open stand its sections. */
export function Contents({ open, toAddress }: { readonly open: ManualPage | null; readonly toAddress: ToAddress }) {
  const groups = contents()
  const title = groups.flatMap(({ pages }) => pages).find((page) => page === open)?.title
  return (
    <>
      <nav
        key={useLocation().pathname}
        ref={showCurrent}
        className={classes['contents']}
        aria-label={m.help_contents()}
      >
        <Groups open={open} toAddress={toAddress} />
      </nav>
      {/* On a narrow window they are one press away, with the open page's name in sight. */}
      <details key={open?.name} className={classes['folded']}>
        <summary>{title ?? m.help_contents()}</summary>
        <nav aria-label={m.help_contents()}>
          <Groups open={open} toAddress={toAddress} />
        </nav>
      </details>
    </>
  )
}

const Groups = ({ open, toAddress }: { readonly open: ManualPage | null; readonly toAddress: ToAddress }) =>
  contents().map(({ title, pages }) => (
    <section key={title} className={classes['group']}>
      <h2 lang="en">{title}</h2>
      <ul lang="en">
        {pages.map((page) => (
          <li key={page.name}>
            <Link to={toAddress(page.name)} aria-current={page === open ? 'page' : undefined}>
              {page.title}
            </Link>
            {page === open && <Sections page={page} toAddress={toAddress} />}
          </li>
        ))}
      </ul>
    </section>
  ))

function Sections({ page, toAddress }: { readonly page: ManualPage; readonly toAddress: ToAddress }) {
  const headings = headingsOf(page)
  if (headings.length === 0) return null
  return (
    <ul className={classes['sections']} aria-label={m.help_sections()}>
      {headings.map(({ id, of }) => (
        <li key={id}>
          <Link to={toAddress(`#${id}`)}>{wordsIn(of)}</Link>
        </li>
      ))}
    </ul>
  )
}
