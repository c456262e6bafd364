import { expect, test } from 'vitest'

import { monthDate, monthDateText, readDates, writeDates, yearDate, yearDateText } from './dates'

test('days of a year lead to their place in it and back', () => {
  for (let days = 0; days < 365; days += 1) expect(yearDate(yearDateText(days))).toBe(days)
  expect([yearDateText(0), yearDateText(59), yearDateText(364)]).toEqual(['01-01', '03-01', '12-31'])
  expect(['02-29', '13-01', '00-10', '4-1', '', '01-01-01'].map(yearDate)).toEqual(
    Array.from({ length: 6 }, () => null),
  )
})

test('days of a month are 1 to 31', () => {
  for (let date = 1; date <= 31; date += 1) expect(monthDate(monthDateText(date))).toBe(date)
  expect(['00', '32', '5', 'x', ''].map(monthDate)).toEqual(Array.from({ length: 5 }, () => null))
})

test('what was typed is read whatever stands between, and kept where it is no day', () => {
  expect(readDates(' 15, 1;1  31 ')).toEqual(['01', '15', '31'])
  expect(readDates('7-1,1-1')).toEqual(['01-01', '07-01'])
  expect(readDates('soon 5')).toEqual(['05', 'soon'])
  expect(readDates(' , ')).toEqual([])
  expect(readDates(writeDates(['01', '15']))).toEqual(['01', '15'])
})
