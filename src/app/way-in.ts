import { wayBack } from './config/allowed'
import type { Settings } from './config/schema'

/** The setting `signIn`: where people sign in, if not in this console. */
export type WayIn = NonNullable<Settings['signIn']>

/** The address of a sign-in elsewhere, with the page of this console to come back to. */
export const withWayBack = (href: string, page: string): string =>
  href.replaceAll(wayBack, () => encodeURIComponent(page))
