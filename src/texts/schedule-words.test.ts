import { describe, expect, test } from 'vitest'

import type { ConfigurationValues } from '~/domain/assignment'
import { checkBackupPath } from '~/domain/backup-path'
import { parseIsoDateTime } from '~/domain/iso'
import type { GuestOs } from '~/domain/path-problem'
import type { Timing } from '~/domain/policy'
import { configuration } from '~/domain/samples'

import {
  configurationTitle,
  isoProblemWords,
  offerSentence,
  pathProblemWords,
  runWords,
  sentence,
  valueProblemWords,
  weekdayWords,
} from './schedule-words'

const time = { hour: 2, minute: 30, second: 0, offset: 60 }
const fixed = { by: 'policy', value: time } as const
const words = (
  timing: Timing,
  values: Partial<ConfigurationValues> = {},
  change: Parameters<typeof configuration>[1] = {},
) => sentence(configuration(timing, change), { key: 'k', content: { kind: 'all' }, ...values }, 'en')

describe('one plain sentence', () => {
  test.each<[Timing, Partial<ConfigurationValues>, string]>([
    [{ every: 'daily', time: fixed }, {}, 'Complete backup of all disks every day at 02:30 UTC+01:00.'],
    [{ every: 'daily', time: { by: 'vm' } }, { time }, 'Complete backup of all disks every day at 02:30 UTC+01:00.'],
    [
      { every: 'daily', time: { by: 'vm' } },
      {},
      'Complete backup of all disks every day at a time that is still to be given.',
    ],
    [
      { every: 'daily', time: { by: 'system' } },
      {},
      'Complete backup of all disks every day; the backup system decides at what time.',
    ],
    [
      { every: 'daily', time: { by: 'unread', text: 'NOON' } },
      {},
      'Complete backup of all disks every day at “NOON”, as the platform has it.',
    ],
    [
      { every: 'weekly-planned', days: { by: 'policy', value: ['monday', 'thursday'] }, time: fixed },
      {},
      'Complete backup of all disks on Monday and Thursday at 02:30 UTC+01:00.',
    ],
    [
      { every: 'weekly-planned', days: { by: 'vm' }, time: fixed },
      {},
      'Complete backup of all disks on days that are still to be chosen at 02:30 UTC+01:00.',
    ],
    [
      { every: 'weekly-planned', days: { by: 'system' }, time: fixed },
      {},
      'Complete backup of all disks every week at 02:30 UTC+01:00; the backup system chooses the days.',
    ],
    [
      { every: 'weekly-planned', days: { by: 'vm' }, time: { by: 'system' } },
      { days: ['sunday'] },
      'Complete backup of all disks on Sunday; the backup system decides at what time.',
    ],
    [
      { every: 'weekly-planned', days: { by: 'system' }, time: { by: 'system' } },
      {},
      'Complete backup of all disks every week; the backup system decides when.',
    ],
    [
      { every: 'hourly', hours: { by: 'policy', value: 6 } },
      {},
      'Complete backup of all disks every 6 hours; the backup system chooses the first run.',
    ],
    [
      { every: 'hourly', hours: { by: 'vm' } },
      { hours: 1 },
      'Complete backup of all disks every hour; the backup system chooses the first run.',
    ],
    [
      { every: 'hourly', hours: { by: 'vm' } },
      {},
      'Complete backup of all disks every few hours; how many is still to be given.',
    ],
    [
      { every: 'hourly', hours: { by: 'vm' } },
      { hours: Number.NaN },
      'Complete backup of all disks every few hours; how many is still to be given.',
    ],
    [
      { every: 'hourly', hours: { by: 'system' } },
      {},
      'Complete backup of all disks every few hours; the backup system decides how many.',
    ],
    [
      { every: 'monthly', time: fixed },
      {},
      'Complete backup of all disks once a month at 02:30 UTC+01:00; the backup system chooses the day.',
    ],
    [
      { every: 'monthly', dates: { by: 'vm' }, time: fixed },
      {},
      'Complete backup of all disks each month on days that are still to be chosen at 02:30 UTC+01:00.',
    ],
    [
      { every: 'monthly', dates: { by: 'vm' }, time: fixed },
      { dates: ['03'] },
      'Complete backup of all disks each month on day 3 at 02:30 UTC+01:00.',
    ],
    [
      { every: 'monthly', dates: { by: 'vm' }, time: fixed },
      { dates: ['01', '15', 'x'] },
      'Complete backup of all disks each month on days 1, 15 and x at 02:30 UTC+01:00.',
    ],
    [
      { every: 'yearly', dates: { by: 'vm' }, time: fixed },
      { dates: ['01-01', '07-01', '02-29'] },
      'Complete backup of all disks each year on 1 Jan, 1 Jul and 02-29 at 02:30 UTC+01:00.',
    ],
    [
      { every: 'yearly', dates: { by: 'vm' }, time: fixed },
      { dates: ['01-01'], until: new Date('2027-01-01T02:00:00Z') },
      'Complete backup of all disks each year on 1 Jan at 02:30 UTC+01:00. Nothing runs after 1 Jan 2027, 02:00 UTC.',
    ],
    [
      { every: 'monthly', time: { by: 'system' } },
      {},
      'Complete backup of all disks once a month; the backup system decides when.',
    ],
    [
      { every: 'defined-hour', at: { by: 'vm' } },
      { at: '2026-03-29T02:30:00+01:00' },
      'Complete backup of all disks once, on 29 Mar 2026, 02:30 UTC+01:00.',
    ],
    [
      { every: 'defined-hour', at: { by: 'vm' } },
      { at: 'soon' },
      'Complete backup of all disks once, on “soon”, as the platform has it.',
    ],
    [
      { every: 'defined-hour', at: { by: 'system' } },
      {},
      'Complete backup of all disks once; the backup system decides when.',
    ],
    [
      { every: 'unknown', text: 'FORTNIGHTLY' },
      {},
      'Complete backup of all disks; the platform says when in words that we do not know: “FORTNIGHTLY”.',
    ],
  ])('%#', (timing, values, expected) => expect(words(timing, values)).toBe(expected))

  test('what is backed up', () => {
    const daily: Timing = { every: 'daily', time: { by: 'system' } }
    const start = (values: Partial<ConfigurationValues>, change = {}) =>
      words(daily, values, change).split(' every day')[0]
    const files = { type: 'filesystem', typeText: 'FILESYSTEM' }
    expect(start({ content: { kind: 'disks', ids: ['1'] } })).toBe('Complete backup of 1 disk')
    expect(start({ content: { kind: 'disks', ids: ['1', '2'] } })).toBe('Complete backup of 2 disks')
    expect(start({ content: { kind: 'disks', ids: [] } })).toBe('Complete backup of disks that are still to be chosen')
    expect(start({}, { content: 'system' })).toBe('Complete backup of what the backup system chooses')
    expect(start({}, { content: 'every-disk' })).toBe(
      "Complete backup of all disks (volatile ones only if the VM's settings say so)",
    )
    expect(start({}, { type: 'unknown', typeText: 'MIRROR' })).toBe('MIRROR')
    expect(start({}, files)).toBe('Filesystem backup of paths that are still to be named')
    expect(start({ content: { kind: 'paths', paths: ['/etc', '/var'] } }, files)).toBe(
      'Filesystem backup of /etc and /var',
    )
    expect(start({ content: { kind: 'paths', paths: ['/a', '/b', '/c', '/d'] } }, files)).toBe(
      'Filesystem backup of 4 paths',
    )
  })
})

test('titles, days and runs', () => {
  expect(configurationTitle(configuration({ every: 'daily', time: fixed }))).toBe('Complete backup, daily')
  expect(
    configurationTitle(configuration({ every: 'unknown', text: 'ODD' }, { type: 'unknown', typeText: 'MIRROR' })),
  ).toBe('MIRROR, ODD')
  expect(weekdayWords('monday')).toBe('Monday')
  const from = new Date('2026-04-01T00:30Z')
  expect(runWords({ kind: 'instant', at: from }, 'Europe/Madrid')).toBe('1 Apr 2026, 02:30 UTC+02:00')
  expect(runWords({ kind: 'window', from, to: new Date('2026-04-30T00:30Z') }, 'UTC')).toBe(
    'Between 1 Apr 2026, 00:30 UTC and 30 Apr 2026, 00:30 UTC',
  )
})

const iso = (text: string): string => {
  const parsed = parseIsoDateTime(text)
  return parsed.ok ? 'nothing' : isoProblemWords(parsed.problem)
}

describe('what is wrong, in words', () => {
  test.each([
    ['', 'Nothing is entered.'],
    [' 2026', 'There is a blank at position 1. ISO 8601 has none.'],
    ['2026-03', 'The text ends before the day of the month.'],
    ['2026/03/29', 'Position 5 should be “-”, and is “/03/29”.'],
    ['2026-3-29', 'Position 6 should begin the month, written with 2 digits. It is “3-29”.'],
    ['2026-13-01', '“13” cannot be the month: it goes from 1 to 12.'],
    ['2026-02-29', 'There is no day 29 in 2026-02: it has 28 days.'],
    ['2025-W53-1', 'There is no week 53 in 2025: it has 52 weeks.'],
    ['2026-366', 'There is no day 366 in 2026: it has 365 days.'],
    ['2026-03-29', 'The time is missing. Write “T” and the time after the date, such as T02:30.'],
    ['2026-03-29 02:30', 'There is a blank between date and time. Write “T” in its place.'],
    ['2026-03-29T24:00Z', 'There is no 24 o’clock. Write 00:00 of the next day.'],
    ['2026-w13-7', 'Write a capital W in place of “w”.'],
    ['2026-03-29T02:30Zebra', 'The text should end at position 18, and goes on with “ebra”.'],
  ])('%s', (text, expected) => expect(iso(text)).toBe(expected))

  test.each<[string, GuestOs, string]>([
    ['etc', 'linux', 'Begin the path with “/”, such as /etc.'],
    ['Data', 'windows', 'Begin the path with a drive or a share, such as C:\\Data or \\\\server\\share\\folder.'],
    ['C:', 'windows', 'Write “\\” after the drive: C:\\.'],
    ['C:\\a|b', 'windows', '“|” at position 5 cannot stand in a path of Windows.'],
    [
      'etc',
      'unknown',
      'This is no path of Linux or Windows. For Linux: Begin the path with “/”, such as /etc. For Windows: Begin the path with a drive or a share, such as C:\\Data or \\\\server\\share\\folder.',
    ],
  ])('%s on %s', (path, os, expected) => {
    const checked = checkBackupPath(path, os)
    expect(checked.ok ? 'nothing' : pathProblemWords(checked.problem)).toBe(expected)
  })

  test('values', () => {
    const at = { configuration: 'k', field: 'days' } as const
    expect(valueProblemWords({ ...at, code: 'required' })).toBe('Choose at least one day.')
    expect(valueProblemWords({ ...at, field: 'hours', code: 'hours', most: 23 })).toBe(
      'Enter a whole number of hours from 1 to 23.',
    )
    expect(
      valueProblemWords({ ...at, field: 'paths', code: 'path', index: 0, path: 'x', problem: { code: 'home' } }),
    ).toBe('x: “~” is another folder for each user. Write the whole path, such as /home/ada.')
  })
})

describe('a policy alone in one plain sentence', () => {
  test.each<[Timing, Parameters<typeof configuration>[1], string]>([
    [
      { every: 'daily', time: fixed },
      { content: 'system' },
      'Complete backup of what the backup system chooses every day at 02:30 UTC+01:00.',
    ],
    [
      { every: 'daily', time: { by: 'vm' } },
      {},
      'Complete backup of all or chosen disks every day at a time that each VM gives.',
    ],
    [
      { every: 'hourly', hours: { by: 'vm' } },
      {},
      'Complete backup of all or chosen disks every few hours; each VM says how many.',
    ],
    [
      { every: 'weekly-planned', days: { by: 'vm' }, time: { by: 'vm' } },
      { type: 'filesystem' },
      'Filesystem backup of paths that each VM names on days that each VM chooses at a time that each VM gives.',
    ],
    [
      { every: 'defined-hour', at: { by: 'vm' } },
      {},
      'Complete backup of all or chosen disks once, on a date and time that each VM gives.',
    ],
  ])('%j', (timing, change, expected) => {
    expect(offerSentence(configuration(timing, change), 'en')).toBe(expected)
  })
})
