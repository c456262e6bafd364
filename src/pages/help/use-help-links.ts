import { useSearchParams } from 'react-router'

import { ownAddress } from './own-address'

/** An own address that is no page of the manual: a link from outside must not lead elsewhere. */
const isOurs = (address: string): boolean => ownAddress(address) !== null && !/^\/help(?:[/?#]|$)/u.test(address)

/** Where someone came from, as an address of this console; null when that is not known. */
export function useCameFrom(): string | null {
  const [params] = useSearchParams()
  const from = params.get('from')
  return from !== null && isOurs(from) ? from : null
}

/** The address of a place in the manual (`page#section`), which keeps in mind where someone came from. */
export function helpAddress(place: string, from: string | null): string {
  const [page = '', section] = place.split('#')
  const cameFrom = from !== null && isOurs(from) ? `?from=${encodeURIComponent(from)}` : ''
  return `/help${page && `/${page}`}${cameFrom}${section === undefined ? '' : `#${section}`}`
}

/** Addresses within the manual. A place that begins with `#` is on the page that is open. */
export function useHelpLinks(page: string): (place: string) => string {
  const from = useCameFrom()
  return (place) => helpAddress(place.startsWith('#') ? page + place : place, from)
}
