import { type Locale, locales } from './compiled/runtime.js'
import { getLocale, isKnown, learn, speak, type Texts } from './said'

/** The languages of the console by what their own readers call them. */
export const languageNames: Readonly<Record<Locale, string>> = { en: 'English', es: 'Español' }

const sources: Readonly<Record<Exclude<Locale, 'en'>, () => Promise<{ readonly default: Texts }>>> = {
  es: () => import('virtual:texts/es'),
}

const key = 'holdfast.language'

/** Whether the console has texts in it. */
export const isLanguage = (value: unknown): value is Locale => locales.some((known) => known === value)

/** The first of the browser's languages that the console speaks, by the language alone: `es-MX` is Spanish. */
export const preferred = (wanted: readonly string[]): Locale =>
  wanted.map((one) => one.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en'

/** What this reader chose last in this browser, else what the browser prefers. */
export function wantedLanguage(): Locale {
  try {
    const value = localStorage.getItem(key)
    if (isLanguage(value)) return value
  } catch {
    // Storage is blocked; the browser's own languages are left.
  }
  return preferred(navigator.languages)
}

const listeners = new Set<() => void>()

/** Calls back on each change of language; gives what ends it. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

let asked: Locale = 'en'

/** Speaks a language as soon as its texts are there; false when they cannot be had, and the one of before goes on. */
async function become(next: Locale): Promise<boolean> {
  asked = next
  try {
    if (next !== 'en' && !isKnown(next)) learn(next, (await sources[next]()).default)
  } catch {
    return false
  }
  // Another may have been chosen while these texts were on their way.
  if (asked !== next || getLocale() === next) return true
  speak(next)
  for (const listener of listeners) listener()
  return true
}

/** The language to begin with, before the first screen. False: its texts could not be had, and English is spoken. */
export const openLanguage = (): Promise<boolean> => become(wantedLanguage())

/**
 * Chooses for the whole console, and for the next visit where the browser lets us. False: its texts could not be had,
 * and nothing changed but what is tried first next time.
 */
export function chooseLanguage(next: Locale): Promise<boolean> {
  try {
    localStorage.setItem(key, next)
  } catch {
    // It holds until the page is left.
  }
  return become(next)
}
