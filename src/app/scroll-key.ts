import type { Location } from 'react-router'

/**
 * Under what the place on a page is kept. The router calls the first page of every full load alike; by that name a link
 * into the middle of one page would be opened at the place where another was left.
 */
export const scrollKey = ({ key, pathname, search, hash }: Location): string =>
  key === 'default' ? `${pathname}${search}${hash}` : key
