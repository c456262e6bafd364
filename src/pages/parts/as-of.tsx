import { m } from '~/texts/messages'
import { Time } from '~/ui/time'

/**
 * From when what is shown is, on every page in the same words: with its day, for a page may stay open for days, to the
 * second, so that each reading shows, and with its zone.
 * @param at By the server's clock.
 */
export const AsOf = ({ at }: { readonly at: Date }) => (
  <span>
    {m.fresh_as_of()} <Time at={at} seconds />
  </span>
)
