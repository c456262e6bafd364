import type { Locale } from './compiled/runtime.js'

/** What parts groups of three digits, in numbers from so large on, and what comes before the decimals. */
const signs: Readonly<Record<Locale, { readonly group: string; readonly from: number; readonly decimal: string }>> = {
  en: { group: ',', from: 1_000, decimal: '.' },
  es: { group: '.', from: 10_000, decimal: ',' },
}

/** Beyond it a number with its decimals is no longer exact. */
const largest = 1e12

/**
 * A number rounded to at most so many decimals, as `Intl.NumberFormat` writes it. The first use of that costs a browser 25 to
 * 35 ms before anything is on the screen, four times as much on a slow device; numbers of our languages need no more than this.
 */
export function writeNumber(value: number, locale: Locale, decimals = 3): string {
  if (!(Math.abs(value) < largest))
    return new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value)
  const { group, from, decimal } = signs[locale]
  const scale = 10 ** decimals
  const rounded = Math.round(Math.abs(value) * scale) / scale
  const [whole = '', rest] = String(rounded).split('.')
  const grouped = rounded < from ? whole : whole.replaceAll(/\B(?=(?:\d{3})+$)/g, group)
  return `${value < 0 && rounded > 0 ? '-' : ''}${grouped}${rest === undefined ? '' : decimal + rest}`
}
