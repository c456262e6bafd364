import { afterEach, describe, expect, test, vi } from 'vitest'

import { parseIsoDate } from '~/domain/iso'

import { formatAge, formatDuration, formatInstant, formatList, formatNumber, formatSize } from './format'
import { formatTick } from './format-tick'
import { chooseLanguage, onLanguage, openLanguage, preferred } from './language'
import { getLocale, m } from './messages'
import { compareWords } from './order'
import { perLanguage } from './per-language'
import { isoProblemWords } from './problem-words'
import { weekdayWords } from './schedule-words'

afterEach(async () => {
  vi.unstubAllGlobals()
  await chooseLanguage('en')
})

const blocked = () => {
  throw new Error('blocked')
}

const browser = (stored: string | null, languages: readonly string[]) => {
  const kept = new Map(stored === null ? [] : [['holdfast.language', stored]])
  vi.stubGlobal('navigator', { languages })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
  return kept
}

describe('the language to begin with', () => {
  test.each([
    [['es-MX', 'en'], 'es'],
    [['ca', 'es-ES', 'en'], 'es'],
    [['fr', 'en-GB', 'es'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ] as const)('of a browser that prefers %j is %s', (languages, language) =>
    expect(preferred(languages)).toBe(language),
  )

  test('is what was chosen last, else what the browser prefers', async () => {
    browser('en', ['es'])
    expect(await openLanguage()).toBe(true)
    expect(getLocale()).toBe('en')
    browser(null, ['es-AR'])
    await openLanguage()
    expect(getLocale()).toBe('es')
  })

  test('is what the browser prefers where storage is blocked', async () => {
    vi.stubGlobal('navigator', { languages: ['es'] })
    vi.stubGlobal('localStorage', { getItem: blocked, setItem: blocked })
    await openLanguage()
    expect(getLocale()).toBe('es')
    expect(await chooseLanguage('en')).toBe(true)
    expect(getLocale()).toBe('en')
  })
})

test('a choice is told, said at once, and remembered', async () => {
  const kept = browser(null, ['en'])
  const told = vi.fn<() => void>()
  const end = onLanguage(told)
  expect(m.session_sign_in()).toBe('Sign in')
  await chooseLanguage('es')
  await chooseLanguage('es')
  end()
  expect(told).toHaveBeenCalledTimes(1)
  expect(m.session_sign_in()).toBe('Iniciar sesión')
  expect(m.session_sign_in({}, { locale: 'en' })).toBe('Sign in')
  expect(kept.get('holdfast.language')).toBe('es')
})

test('the last choice wins while texts are on their way', async () => {
  browser(null, ['en'])
  await Promise.all([chooseLanguage('es'), chooseLanguage('en')])
  expect(getLocale()).toBe('en')
})

test('what is kept of words is made anew in another language', async () => {
  const held = perLanguage(() => [])
  const first = held()
  expect(held()).toBe(first)
  await chooseLanguage('es')
  expect(held()).not.toBe(first)
})

describe('in Spanish', () => {
  test('plurals, also of numbers that Spanish counts by themselves', async () => {
    await chooseLanguage('es')
    const one = m.vms_disk_count({ n: 1 })
    const two = m.vms_disk_count({ n: 2 })
    expect(one).toMatch(/disco$/u)
    expect(two).toBe('2 discos')
    expect(m.vms_disk_count({ n: 1_000_000 })).toBe('1.000.000 discos')
    expect(m.bulk_progress({ done: 11_365, total: '100.000' })).toMatch(/11\.365 de 100\.000$/u)
  })

  test('numbers of a text are written in its language, whatever they stand for, and years as they are', async () => {
    const shown = { from: 12_001, to: 12_100, total: 1_234_567 }
    const week = parseIsoDate('2025-W53-1')
    expect(m.events_shown_of(shown)).toBe('Events 12,001 to 12,100 of 1,234,567')
    expect(week.ok ? '' : isoProblemWords(week.problem)).toBe('There is no week 53 in 2025: it has 52 weeks.')
    await chooseLanguage('es')
    expect(m.events_shown_of(shown)).toBe('Eventos 12.001 a 12.100 de 1.234.567')
  })

  test('dates, numbers, spans, lists and order', async () => {
    await chooseLanguage('es')
    const at = new Date('2026-03-29T01:30:15Z')
    expect(formatInstant(at, 'Europe/Madrid', 'full')).toBe('dom, 29 mar 2026, 03:30:15 (UTC+02:00, Europe/Madrid)')
    expect(formatTick(at, 'UTC', 'first')).toBe('29 mar')
    expect(formatNumber(12_345.6)).toBe('12.345,6')
    expect(formatSize(1_536)).toBe('1,5 GiB')
    expect(formatDuration(3 * 86_400_000 + 4 * 3_600_000)).toBe('3 d 4 h')
    expect(formatAge(5 * 60_000)).toBe('hace 5 minutos')
    expect(formatList(['alta', 'baja', 'ilimitada'])).toBe('alta, baja e ilimitada')
    expect(weekdayWords('wednesday')).toMatch(/miércoles/iu)
    expect(['ñu', 'nube', 'oso', 'vm-10', 'vm-9'].toSorted(compareWords)).toEqual([
      'nube',
      'ñu',
      'oso',
      'vm-9',
      'vm-10',
    ])
  })
})
