import type { LoaderFunctionArgs } from 'react-router'
import { Link, redirect, useLocation, useParams, useSearchParams } from 'react-router'

import { getLocale, m } from '~/texts/messages'
import { PageHeader } from '~/ui/page'

import { Contents } from './contents'
import { helpPlaceFor } from './context'
import { Found } from './found'
import { ownAddress } from './own-address'
import { contents, type ManualPage, pageOf } from './pages'
import { Prose } from './prose'
import type { ToAddress } from './prose-parts'
import { SearchField } from './search-field'
import { helpAddress, useCameFrom, useHelpLinks } from './use-help-links'

import classes from './help.module.css'

/** Who asks for help with a page is led to the place about it. */
export function loader({ request }: LoaderFunctionArgs): Response | null {
  const asked = new URL(request.url).searchParams.get('for')
  if (asked === null) return null
  const { pathname, searchParams } = new URL(ownAddress(asked) ?? '/', location.origin)
  // Who asks for help with the manual itself keeps the way back to where the manual was opened.
  const from = pathname.startsWith('/help') ? searchParams.get('from') : asked
  return redirect(helpAddress(helpPlaceFor(pathname), from))
}

/** The manual: all of it is in the console, so it can be read and searched without a network. */
export function Component() {
  const { page: name = '' } = useParams()
  const page = pageOf(name) ?? null
  const toAddress = useHelpLinks(name)
  const from = useCameFrom()
  // Drawn anew on each visit, also to another section of the same page: so one arrives there.
  const { key: visit } = useLocation()
  const [params, setParams] = useSearchParams()
  const text = params.get('q') ?? ''
  const searching = text.trim() !== ''
  const title = searching ? m.help_search() : (page?.title ?? m.help_missing())
  const find = (next: string): void =>
    setParams(
      (before) => {
        if (next.trim() === '') before.delete('q')
        else before.set('q', next)
        return before
      },
      { replace: true, preventScrollReset: true },
    )
  return (
    <div className={classes['layout']}>
      <div className={classes['side']}>
        <SearchField text={text} onText={find} />
        <Contents open={page} toAddress={toAddress} />
      </div>
      <article className={classes['page']}>
        <PageHeader
          title={title}
          documentTitle={m.help_document_title({ page: title })}
          {...(from !== null && { back: { to: from, label: m.help_back() } })}
          {...(getLocale() !== 'en' && { text: m.help_language() })}
        />
        {searching && <Found text={text} toAddress={toAddress} onClear={() => find('')} />}
        {!searching && page && <Prose key={visit} part={page.blocks} toAddress={toAddress} />}
        {!searching && page && <Neighbours page={page} toAddress={toAddress} />}
        {!searching && !page && <p className={classes['missing']}>{m.help_missing_text()}</p>}
      </article>
    </div>
  )
}

/** The pages before and after the open one, for those who read all of it. */
function Neighbours({ page, toAddress }: { readonly page: ManualPage; readonly toAddress: ToAddress }) {
  const pages = contents().flatMap((group) => group.pages)
  const place = pages.indexOf(page)
  const before = place > 0 ? pages[place - 1] : undefined
  const after = place >= 0 ? pages[place + 1] : undefined
  if (!before && !after) return null
  return (
    <nav className={classes['neighbours']} aria-label={m.help_first_page()}>
      {before && <Link to={toAddress(before.name)}>{m.help_previous({ page: before.title })}</Link>}
      {after && <Link to={toAddress(after.name)}>{m.help_next({ page: after.title })}</Link>}
    </nav>
  )
}
