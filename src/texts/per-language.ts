import { getLocale } from './said'

/** What holds words, such as those that are kept because making them costs: another one for another language. */
export function perLanguage<Held>(make: () => Held): () => Held {
  let last: { readonly locale: string; readonly held: Held } | null = null
  return () => {
    const locale = getLocale()
    if (last?.locale !== locale) last = { locale, held: make() }
    return last.held
  }
}
