import { Link } from 'react-router'

import { m } from '~/texts/messages'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'

import { numbered } from './pages'
import type { ToAddress } from './prose-parts'
import { type Found as FoundPlace, type Piece, search } from './search'
import { foundMark, stepInFound } from './search-field'
import { allSections } from './sections'

import classes from './help.module.css'

/** The places of the manual that have all the words. */
export function Found({
  text,
  toAddress,
  onClear,
}: {
  readonly text: string
  readonly toAddress: ToAddress
  readonly onClear: () => void
}) {
  const found = search(allSections(), text)
  if (found.length === 0)
    return (
      <EmptyState
        shape="question"
        title={m.help_found_none()}
        text={m.help_found_none_text()}
        action={<Button onClick={onClear}>{m.help_found_clear()}</Button>}
      />
    )
  return (
    <>
      <output className={classes['count']}>{m.help_found({ n: found.length })}</output>
      <ol className={classes['found']} lang="en">
        {found.map((place) => (
          <li key={`${place.section.page}#${place.section.id}`}>
            <Place place={place} toAddress={toAddress} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Place({ place: { section, heading, excerpt }, toAddress }: { place: FoundPlace; toAddress: ToAddress }) {
  const { page, pageTitle, id } = section
  return (
    <>
      <Link to={toAddress(id === null ? page : `${page}#${id}`)} onKeyDown={stepInFound} {...foundMark}>
        <Pieces pieces={heading} />
      </Link>
      {id !== null && <span className={classes['of']}>{pageTitle}</span>}
      <p>
        <Pieces pieces={excerpt} />
      </p>
    </>
  )
}

const Pieces = ({ pieces }: { readonly pieces: readonly Piece[] }) =>
  numbered(pieces).map(([place, { text, hit }]) =>
    hit ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
  )
