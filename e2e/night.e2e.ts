import type { Page } from '@playwright/test'

import { errorsPrinted, expect, follow, inTurn, signIn, test } from './test'

const hour = 60 * 60_000
const vm = '/vms/13-105-1016'

/** Requests that change something, and all of them in the minute that was busiest. */
function watch(page: Page) {
  const writes: string[] = []
  let minute: string[] = []
  let most = 0
  const answered: string[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.startsWith('/api/') && response.status() === 200) answered.push(pathname)
  })
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (!pathname.startsWith('/api/')) return
    if (request.method() !== 'GET') writes.push(`${request.method()} ${pathname}`)
    minute.push(pathname)
    most = Math.max(most, minute.length)
  })
  return {
    answered,
    writes: (): readonly string[] => writes,
    mostInAMinute: () => most,
    minute: () => {
      minute = []
    },
  }
}

/** What the page holds after its rubbish was taken away: megabytes of the heap, and how many elements. */
async function weigh(page: Page): Promise<{ readonly megabytes: number; readonly elements: number }> {
  const tools = await page.context().newCDPSession(page)
  await tools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await tools.send('Runtime.getHeapUsage')
  const { nodes } = await tools.send('Memory.getDOMCounters')
  await tools.detach()
  return { megabytes: usedSize / 2 ** 20, elements: nodes }
}

const lines = {
  'the platform is down': [{ status: 503, body: 'html' }],
  'answers never come': [{ delayMs: 40_000 }],
  'answers are cut in the middle': [{ status: 200, body: 'garbage' }],
  'the line breaks now and then': [{ drop: true, times: 3 }],
  'too many requests': [{ status: 429, body: 'html' }],
} as const

test('a page with a half-filled form is left open over a night of bad network: nothing is lost, and nothing is sent', async ({
  page,
  simulator,
}) => {
  await page.clock.fastForward(11 * hour)
  // What notices that nobody is there comes after the first screen; the clock must not run ahead of it.
  const watching = page.waitForEvent('requestfinished', (request) => request.url().includes('/assets/watching-'))
  await signIn(page, 'operator', `${vm}/backup/policies`)
  await watching
  const again = page.getByRole('dialog', { name: 'Please sign in again' })
  const sent = watch(page)

  /** Lets so many minutes pass. What is asked of the platform in one is answered before the next. */
  const pass = (minutes: number): Promise<void> =>
    inTurn(
      Array.from({ length: minutes }, (_, minute) => minute),
      async () => {
        sent.minute()
        await page.clock.runFor('01:00')
        await simulator.skip(0)
      },
    )

  await test.step('in the evening someone fills in half of a form and goes home', async () => {
    await page.getByRole('checkbox', { name: 'Every few hours' }).check()
    await page.getByRole('textbox', { name: 'Hours between backups' }).fill('6')
    await pass(2)
  })
  const evening = await weigh(page)

  await inTurn(Object.entries(lines), ([name, rules]) =>
    test.step(`in the night: ${name}`, async () => {
      await simulator.set('faults', { rules })
      await pass(12)
      await expect(page.getByRole('textbox', { name: 'Hours between backups' })).toHaveValue('6')
      await simulator.set('faults', { rules: [] })
      sent.answered.length = 0
      await pass(6)
      await expect.poll(() => sent.answered.length, 'reads, once the line was good').toBeGreaterThan(0)
      await expect(again).toBeHidden()
      await expect(page.getByRole('heading', { level: 1, name: 'erp-app-02' })).toBeVisible()
    }),
  )

  await test.step('in the night: no network at all', async () => {
    await page.context().setOffline(true)
    await page.clock.runFor('20:00')
    await expect(page.getByText('You are offline.')).toBeVisible()
    await page.context().setOffline(false)
    await pass(2)
    await expect(page.getByText('You are offline.')).toBeHidden()
  })

  expect(sent.mostInAMinute(), 'requests in one minute').toBeLessThanOrEqual(30)
  const morning = await weigh(page)
  expect(morning.megabytes - evening.megabytes, 'megabytes that the night left behind').toBeLessThan(5)
  expect(morning.elements - evening.elements, 'elements that the night left behind').toBeLessThan(500)

  await test.step('in the morning the session has ended, and the form is as it was left', async () => {
    await page.clock.fastForward(7 * hour)
    await simulator.set('faults', { endSessions: true })
    await page.mouse.move(10, 10)
    await page.clock.runFor('00:05')
    await again.getByRole('textbox', { name: 'Password' }).fill('operator')
    await again.getByRole('button', { name: 'Continue' }).click()
    await expect(again).toBeHidden()
    await expect(page.getByRole('textbox', { name: 'Hours between backups' })).toHaveValue('6')
    await expect(page.getByRole('checkbox', { name: 'Every few hours' })).toBeChecked()
    expect(sent.writes(), 'what was sent in the night').toEqual([])
  })

  await test.step('the page tells of the morning, and of no trouble', async () => {
    await page.clock.runFor('00:30')
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
    expect(errorsPrinted(page)).toEqual([])
    await page.getByRole('button', { name: 'Save policies' }).click()
    await expect(page.getByText('Change of settings of erp-app-02 is done')).toBeVisible({ timeout: 40_000 })
    expect(sent.writes()).toHaveLength(1)
  })

  await test.step('the results are those of the morning', async () => {
    await follow(page, `${vm}/backup/results`)
    await expect(page.getByRole('row').filter({ hasText: '3 Mar 2026, 0' }).first()).toContainText('Done')
    await follow(page, '/vms')
    await expect(page.getByRole('button', { name: '33 VMs in all' })).toBeVisible()
    await expect(page.getByText(/could not be read|These readings are old/)).toHaveCount(0)
  })
})
