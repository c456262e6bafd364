import { perLanguage } from './per-language'
import { getLocale } from './said'

const order = perLanguage(() => new Intl.Collator(getLocale(), { numeric: true, sensitivity: 'base' }))

/** Puts names and words in the order of the reader's language: `vm-2` before `vm-10`, accents and capitals aside. */
export const compareWords = (a: string, b: string): number => order().compare(a, b)
