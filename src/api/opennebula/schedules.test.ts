import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { monthDateText, yearDateText } from '~/domain/dates'
import { weekdays } from '~/domain/policy'
import { scheduleOf as schedule } from '~/domain/resolve'
import { nextRun, nextRuns } from '~/domain/schedule'

import { actionFor } from './from-schedule'
import { backupId, policyId, readBackupId, readPolicyId } from './ids'
import { datastoreOf, isOver, openLine, scheduleOf, valuesOf } from './schedules'
import { isBackingUp, isRestoring, stateOf, workOf } from './states'
import { offsetBy, readMessage } from './times'
import { schedAction, type SchedAction } from './wire'

const now = new Date('2026-03-18T12:00:00Z')

/** The action that the platform would keep of a text. */
function kept(text: string): SchedAction {
  const members = Object.fromEntries(
    Array.from(text.matchAll(/(\w+)="([^"]*)"/gu), ([, name = '', value = '']) => [name, value]),
  )
  return schedAction.parse({ ID: '1', DONE: '-1', ...members })
}

const time = fc.record({
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  second: fc.constant(0),
  offset: fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15),
})
const serverOffset = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15)
const content = { kind: 'all' } as const

const monthDates = fc.uniqueArray(fc.integer({ min: 1, max: 31 }).map(monthDateText), { minLength: 1, maxLength: 5 })
const yearDates = fc.uniqueArray(fc.integer({ min: 0, max: 364 }).map(yearDateText), { minLength: 1, maxLength: 5 })
const dated = fc.oneof(
  monthDates.map((dates) => ({ every: 'monthly' as const, dates })),
  yearDates.map((dates) => ({ every: 'yearly' as const, dates })),
)

/** What is sent; null where it is refused before. */
function attempt(send: () => string): string | null {
  try {
    return send()
  } catch {
    return null
  }
}

describe('a schedule', () => {
  test('runs when it was meant to, wherever the server and the person are', () => {
    const days = fc.subarray([...weekdays], { minLength: 1 })
    fc.assert(
      fc.property(time, days, serverOffset, (at, on, offset) => {
        const given = { every: 'weekly-planned' as const, days: on, time: at }
        const action = kept(actionFor(101, 'weekly', { key: 'backup', days: on, time: at, content }, { now, offset }))
        const read = scheduleOf(action, offset)
        expect(read).not.toBeNull()
        if (!read) return
        let [mine, theirs] = [nextRun(given, now), nextRun(read.schedule, now)]
        for (let runs = 0; runs < 8; runs += 1) {
          if (mine?.kind !== 'instant' || theirs?.kind !== 'instant') throw new Error('No run')
          expect(theirs.at).toEqual(mine.at)
          ;[mine, theirs] = [nextRun(given, mine.at), nextRun(read.schedule, theirs.at)]
        }
        expect(nextRun(given, now)).toEqual({ kind: 'instant', at: action.TIME })
      }),
    )
  })

  test.each([
    ['once', { at: '2026-03-19T02:30:00+01:00' }],
    ['hourly', { hours: 167 }],
    ['daily', { time: { hour: 3, minute: 15, second: 0, offset: 60 } }],
    ['monthly', { dates: ['01', '30'], time: { hour: 3, minute: 15, second: 0, offset: 60 } }],
    ['yearly', { dates: ['01-01', '07-01'], time: { hour: 3, minute: 15, second: 0, offset: 60 } }],
  ] as const)('%s is read as it was given', (period, values) => {
    const action = kept(actionFor(101, period, { key: 'backup', content, ...values }, { now, offset: 60 }))
    const read = scheduleOf(action, 60)
    expect(read?.period).toBe(period)
    expect(read && valuesOf(read.schedule)).toEqual({ key: 'backup', content, ...values })
    expect(datastoreOf(action)).toBe(101)
  })

  test('of a month or a year runs when it was told, wherever the server is, or is not sent at all', () => {
    let sent = 0
    fc.assert(
      fc.property(dated, time, serverOffset, fc.nat(1_500), ({ every, dates }, at, offset, days) => {
        const moment = new Date(now.getTime() + days * 86_400_000)
        const told = schedule(openLine(every), { key: 'backup', content, time: at, dates })
        const text = attempt(() =>
          actionFor(101, every, { key: 'backup', content, time: at, dates }, { now: moment, offset }),
        )
        // Where both calendars have the same day it is always sent.
        expect(text !== null || at.offset !== offset).toBe(true)
        if (text === null) return
        sent += 1
        const action = kept(text)
        const read = scheduleOf(action, offset)
        expect(read?.period).toBe(every)
        const runs = told && nextRuns(told, moment, 40)
        expect(read && nextRuns(read.schedule, moment, 40)).toEqual(runs)
        expect(runs?.[0]).toEqual({ kind: 'instant', at: action.TIME })
      }),
    )
    expect(sent).toBeGreaterThan(20)
  })

  test('of which the server has no day that is always the same says so before anything is sent', () => {
    // Half past midnight two hours east is the evening before for the server, and the last of a month is not one day.
    const at = { hour: 0, minute: 30, second: 0, offset: 120 }
    const send = (dates: readonly string[]) => () =>
      actionFor(101, 'monthly', { key: 'backup', content, time: at, dates }, { now, offset: 0 })
    expect(send(['01'])).toThrow("server's own offset")
    expect(send(['02', '28'])()).toContain('REPEAT="1",DAYS="1,27"')
  })

  test('with a value missing is never sent', () => {
    for (const period of ['once', 'hourly', 'daily', 'weekly', 'monthly', 'yearly'] as const)
      expect(() => actionFor(1, period, { key: 'backup', content }, { now, offset: 0 })).toThrow('missing')
    expect(() => actionFor(1, 'hourly', { key: 'backup', hours: 168, content }, { now, offset: 0 })).toThrow('missing')
  })

  test.each([
    [{ REPEAT: '1', DAYS: '' }, 'no day of a month'],
    [{ REPEAT: '1', DAYS: '0,32' }, 'no days of any month'],
    [{ REPEAT: '2', DAYS: '365' }, 'a day that only leap years have'],
    [{ REPEAT: '0', DAYS: '' }, 'no day of a week'],
    [{ REPEAT: '0', DAYS: '7' }, 'a day that is none'],
    [{ REPEAT: '0', DAYS: 'MON' }, 'words'],
  ])('%j is not made into something else: %s', (members) => {
    expect(
      scheduleOf(
        kept(
          Object.entries({ TIME: '1773959400', ...members })
            .map(([name, value]) => `${name}="${value}"`)
            .join(','),
        ),
        0,
      ),
    ).toBeNull()
  })

  test.each([
    [{ REPEAT: '0', DAYS: '0,1,2,3,4,5,6', END_TYPE: '1', END_VALUE: '3' }, '2026-03-21T23:59:59Z'],
    [{ REPEAT: '1', DAYS: '1,19', END_TYPE: '1', END_VALUE: '2' }, '2026-04-01T23:59:59Z'],
    [{ REPEAT: '3', DAYS: '12', END_TYPE: '1', END_VALUE: '2' }, '2026-03-19T15:00:00Z'],
    [{ REPEAT: '0', DAYS: '4', END_TYPE: '2', END_VALUE: '1775000000' }, '2026-03-31T23:33:20Z'],
  ])('%j ends', (members, end) => {
    const first = Date.parse('2026-03-19T03:00:00Z') / 1_000
    const text = Object.entries({ TIME: `${first}`, ...members }).map(([name, value]) => `${name}="${value}"`)
    const read = scheduleOf(kept(text.join(',')), 0)
    expect(read?.schedule.until).toEqual(new Date(end))
    expect(read && valuesOf(read.schedule).until).toEqual(new Date(end))
  })

  test('is over when it ran its times, and a single one when it is done', () => {
    expect(isOver(kept('TIME="9",DONE="9"'))).toBe(true)
    expect(isOver(kept('TIME="9"'))).toBe(false)
    expect(isOver(kept('TIME="9",REPEAT="0",DAYS="1",DONE="9"'))).toBe(false)
    expect(isOver(kept('TIME="9",REPEAT="0",DAYS="1",END_TYPE="1",END_VALUE="0"'))).toBe(true)
    expect(isOver(kept('TIME="9",REPEAT="0",DAYS="1",END_TYPE="2",END_VALUE="8"'))).toBe(true)
  })

  test.each(['', 'backup', '101;reset', '101,2', '-1'])('without a datastore has none: %s', (ARGS) => {
    expect(datastoreOf(kept(`ARGS="${ARGS}"`))).toBeNull()
  })
})

describe('times of the server', () => {
  test('its offset is read from how it names a backup, at the turn of a year too', () => {
    const REGTIME = new Date('2026-12-31T23:30:05Z')
    expect(offsetBy({ NAME: '20 01-Jan 00.30.05', REGTIME })).toBe(60)
    expect(offsetBy({ NAME: '20 31-Dec 18.00.05', REGTIME })).toBe(-330)
    expect(offsetBy({ NAME: 'before the change', REGTIME })).toBeNull()
    expect(offsetBy({ NAME: '20 15-Jun 18.00.05', REGTIME })).toBeNull()
  })

  test('its messages are local', () => {
    expect(readMessage('Mon Nov  9 09:32:24 2026: BACKUP: no space', 60)).toEqual({
      at: new Date('2026-11-09T08:32:24Z'),
      text: 'BACKUP: no space',
    })
    expect(readMessage('Mon Nov 23 09:31:56 2026 : Error flattening', 0)?.text).toBe('Error flattening')
    expect(readMessage('no space', 0)).toBeNull()
  })
})

describe('states', () => {
  test.each([
    [{ STATE: 3, LCM_STATE: 3 }, 'RUNNING', 'on', null],
    [{ STATE: 3, LCM_STATE: 69 }, 'BACKUP', 'locked', 'backup'],
    [{ STATE: 3, LCM_STATE: 70 }, 'BACKUP_POWEROFF', 'locked', 'backup'],
    [{ STATE: 3, LCM_STATE: 71 }, 'RESTORE', 'locked', 'restore'],
    [{ STATE: 8, LCM_STATE: 71 }, 'POWEROFF', 'off', null],
    [{ STATE: 3, LCM_STATE: 27 }, 'HOTPLUG_SAVEAS_POWEROFF', 'locked', 'unknown'],
    [{ STATE: 3, LCM_STATE: 36 }, 'BOOT_FAILURE', 'unknown', null],
    [{ STATE: 3, LCM_STATE: 16 }, 'UNKNOWN', 'unknown', null],
    [{ STATE: 3, LCM_STATE: 99 }, 'ACTIVE 99', 'unknown', null],
    [{ STATE: 5, LCM_STATE: 69 }, 'SUSPENDED', 'paused', null],
    [{ STATE: 11, LCM_STATE: 0 }, 'CLONING_FAILURE', 'unknown', null],
    [{ STATE: 12, LCM_STATE: 0 }, '12', 'unknown', null],
  ] as const)('%j is %s', (stated, text, state, work) => {
    expect(stateOf(stated)).toEqual({ text, state })
    expect(workOf(stated)).toBe(work)
    expect(isBackingUp(stated) && isRestoring(stated)).toBe(false)
  })
})

test('ids lead back to what they name, and foreign ones lead nowhere', () => {
  for (const id of ['job-0', 'store-101.weekly', 'store-101.yearly', 'market-100', 'action-7']) {
    const key = readPolicyId(id)
    expect(key && policyId(key)).toBe(id)
  }
  for (const id of ['job-0.weekly', 'store-101', 'store-101.never', 'job--1', 'x', ''])
    expect(readPolicyId(id)).toBeNull()
  expect(readBackupId('20:1')).toEqual({ image: 20, increment: 1 })
  expect(backupId({ image: 20, increment: null })).toBe('20')
  expect(readBackupId('apps-3-4-5')).toEqual({ apps: [3, 4, 5] })
  for (const id of ['', '20:', '1:2:3', '-1', 'apps-', '1e3', '../1']) expect(() => readBackupId(id)).toThrow('no id')
})
