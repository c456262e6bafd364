import { describe, expect, test } from 'vitest'

import { isDue, marketState, recordOf, recordText } from './market-record'
import { marketplaceApp, virtualMachine } from './wire'

const machine = (BACKUP: unknown) =>
  virtualMachine.parse({ ID: '1', NAME: 'x', STATE: '3', LCM_STATE: '3', USER_TEMPLATE: { BACKUP } })
const app = (id: number, state: number) => marketplaceApp.parse({ ID: `${id}`, NAME: 'a', STATE: `${state}` })

const apps = (...states: readonly number[]) => new Map(states.map((state, at) => [at + 3, app(at + 3, state)]))

describe('the record', () => {
  const full = {
    FREQUENCY_SECONDS: '60',
    MARKETPLACE_ID: '100',
    LAST_BACKUP_TIME: '1773000000',
    MARKETPLACE_APP_IDS: '3, 4,5',
  }

  test('is read from the first of two, and an empty one is none', () => {
    expect(recordOf(machine([full, { FREQUENCY_SECONDS: '9' }]))).toMatchObject({ frequency: 60, apps: [3, 4, 5] })
    expect(recordOf(machine(''))).toBeNull()
    expect(recordOf(machine(undefined))).toBeNull()
    expect(recordOf(machine({ FREQUENCY_SECONDS: 'daily', MARKETPLACE_ID: '0' }))).toMatchObject({
      frequency: null,
      market: 0,
    })
  })

  test('keeps what nobody changed, words that are no numbers too', () => {
    const odd = { ...full, FREQUENCY_SECONDS: 'daily & <more>' }
    const text = recordText(recordOf(machine(odd))?.raw ?? null, { MARKETPLACE_ID: 7 })
    expect(text).toBe(
      '<TEMPLATE><BACKUP><FREQUENCY_SECONDS>daily &amp; &lt;more&gt;</FREQUENCY_SECONDS><MARKETPLACE_ID>7</MARKETPLACE_ID><LAST_BACKUP_TIME>1773000000</LAST_BACKUP_TIME><MARKETPLACE_APP_IDS>3, 4,5</MARKETPLACE_APP_IDS></BACKUP></TEMPLATE>',
    )
  })

  test('that is broken tells what went wrong without the stamp of its moment', () => {
    const record = recordOf(machine(full))
    const ERROR = 'Mon Mar  2 03:01:30 2026 : Error importing app into marketplace: -'
    const bad = marketplaceApp.parse({ ID: '4', NAME: 'a', STATE: '3', TEMPLATE: { ERROR } })
    const state = record && marketState(record, new Map([...apps(1, 3, 1), [4, bad]]))
    expect(state).toEqual({ is: 'broken', text: 'Error importing app into marketplace: -' })
  })

  test.each([
    [[1, 1, 1], 'good', false],
    [[1, 2, 1], 'running', false],
    [[1, 3, 1], 'broken', true],
    [[1, 4, 1], 'broken', true],
    [[1, 1], 'broken', true],
  ] as const)('with apps in the states %j is %s', (states, is, due) => {
    const record = recordOf(machine(full))
    if (!record) throw new Error('There is no record')
    const state = marketState(record, apps(...states))
    expect(state.is).toBe(is)
    expect(isDue(record, state, new Date(1_773_000_030_000))).toBe(due)
    expect(isDue(record, state, new Date(1_773_000_060_000))).toBe(due || is === 'good')
  })
})
