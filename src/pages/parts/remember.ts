import { getLocale } from '~/texts/messages'

/** The answer to the same arguments is given again: computing ten thousand rows at each letter would be felt. In another language it is computed anew. */
export function remember<Arguments extends readonly unknown[], Result>(
  compute: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  let last: { readonly given: Arguments; readonly locale: string; readonly result: Result } | null = null
  return (...given) => {
    const known = last
    const locale = getLocale()
    if (known?.locale === locale && given.every((value, at) => Object.is(value, known.given[at]))) return known.result
    const result = compute(...given)
    last = { given, locale, result }
    return result
  }
}
