import { describe, expect, test } from 'vitest'

import { dayText, readCalendar, writeCalendar } from './view'

const through = (search: string): string => writeCalendar(readCalendar(new URLSearchParams(search))).toString()

describe('the address of the calendar', () => {
  test('comes back as it was read', () => {
    const whole = 'q=web&datacenter=London&tenant=Retail&view=week&days=28&until=2026-02-28&trouble=&limit=40'
    expect(through(whole)).toBe(whole)
  })

  test('says nothing that goes without saying, and leaves out what makes no sense', () => {
    expect(through('')).toBe('')
    expect(through('view=cards&days=9&until=2026-02-30&limit=-1')).toBe('')
    expect(readCalendar(new URLSearchParams('limit=0')).limit).toBe(0)
  })

  test('names days as ISO 8601 does', () => {
    expect(dayText(0)).toBe('1970-01-01')
    expect(readCalendar(new URLSearchParams('until=2026-03-02')).last).toBe(20_514)
  })
})
