import type { Locale } from './compiled/runtime.js'
import { writeNumber } from './numerals'

type Inputs = Readonly<Record<string, unknown>>

/** A text, or what makes one of its inputs; it is given how its language chooses a plural and writes a number. */
export type Text =
  | string
  | ((inputs: Inputs, plural: (n: unknown) => Intl.LDMLPluralRule, number: (n: unknown) => string) => string)

/** Texts of one language by their numbers; what is missing is said in English. */
export type Texts = readonly (Text | undefined)[]

interface Tongue {
  readonly texts: Texts
  readonly plural: (n: unknown) => Intl.LDMLPluralRule
  readonly number: (n: unknown) => string
}

/** Rules are kept, for making them costs far more than using them, and made when the first plural is asked for. */
function tongueOf(locale: Locale, texts: Texts): Tongue {
  let rules: Intl.PluralRules | null = null
  return {
    texts,
    plural: (n) => (rules ??= new Intl.PluralRules(locale)).select(Number(n)),
    // What is no number was written already.
    number: (n) => (typeof n === 'number' ? writeNumber(n, locale) : String(n)),
  }
}

const english = tongueOf('en', [])
const known: Partial<Record<Locale, Tongue>> = {}
let current: Locale = 'en'

/** The language in which the console speaks now. */
export const getLocale = (): Locale => current

/** Whether the texts of a language are there. */
export const isKnown = (locale: Locale): boolean => locale === 'en' || locale in known

/** Takes the texts of a language. */
export function learn(locale: Locale, texts: Texts): void {
  known[locale] = tongueOf(locale, texts)
}

/** From here on all texts are said in this language, as far as its texts are there. */
export function speak(locale: Locale): void {
  current = locale
}

/**
 * What each compiled text is: its number, by which other languages have it, and its English. A declaration, so that it
 * is there for every chunk however they are tied.
 */
export function said(number: number, text: Text): (inputs?: Inputs, options?: { readonly locale?: Locale }) => string {
  return (inputs = {}, options) => {
    const tongue = known[options?.locale ?? current]
    const own = tongue?.texts[number]
    const words = own ?? text
    if (typeof words === 'string') return words
    const { plural, number: write } = own !== undefined && tongue ? tongue : english
    return words(inputs, plural, write)
  }
}
