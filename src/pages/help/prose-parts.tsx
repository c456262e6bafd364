import { Link } from 'react-router'

import { type Heading, type Inline, numbered, type Picture } from './pages'

import classes from './prose.module.css'

/** Makes of a place in the manual an address. */
export type ToAddress = (place: string) => string

/** Whoever is led to a section reads and tabs on from there. */
const arrive = (heading: HTMLElement | null): void => {
  if (heading === null || window.location.hash !== `#${heading.id}`) return
  heading.scrollIntoView()
  heading.focus({ preventScroll: true })
}

/** A heading that links lead to. */
export function Head({
  heading: { heading, id, of },
  toAddress,
}: {
  readonly heading: Heading
  readonly toAddress: ToAddress
}) {
  const Element = heading === 2 ? 'h2' : 'h3'
  return (
    <Element id={id} ref={arrive} tabIndex={-1}>
      <Words line={of} toAddress={toAddress} />
    </Element>
  )
}

/** A picture of the screen in the scheme of the console; it comes when one gets near it. */
export const Shown = ({ picture, alt }: { readonly picture: Picture; readonly alt: string }) => {
  const { light, dark, width, height } = picture
  const shared = { width, height, loading: 'lazy', decoding: 'async' } as const
  return (
    <p className={classes['picture']}>
      <img src={light} alt={alt} {...shared} {...(dark !== null && { 'data-only': 'light' })} />
      {dark !== null && <img src={dark} alt={alt} {...shared} data-only="dark" />}
    </p>
  )
}

/** A line of text with its links, names of controls and code. */
export const Words = ({ line, toAddress }: { readonly line: readonly Inline[]; readonly toAddress: ToAddress }) =>
  numbered(line).map(([place, piece]) => <Word key={place} piece={piece} toAddress={toAddress} />)

function Word({ piece, toAddress }: { readonly piece: Inline; readonly toAddress: ToAddress }) {
  if (typeof piece === 'string') return piece
  if ('label' in piece) return <b>{piece.label}</b>
  if ('em' in piece) return <em>{piece.em}</em>
  if ('code' in piece) return <code>{piece.code}</code>
  if ('to' in piece)
    return (
      <Link to={toAddress(piece.to)}>
        <Words line={piece.of} toAddress={toAddress} />
      </Link>
    )
  return (
    <a href={piece.href} target="_blank" rel="noopener noreferrer">
      <Words line={piece.of} toAddress={toAddress} />
    </a>
  )
}
