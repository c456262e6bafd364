import type { Page } from '@playwright/test'

import { expect, follow, inTurn, signIn, test } from './test'

async function choose(page: Page, clock: 'Mine' | 'Datacenter' | 'UTC'): Promise<void> {
  await page.getByRole('button', { name: /Account of/ }).click()
  const account = page.getByRole('dialog', { name: 'Your account' })
  await account.getByRole('radiogroup', { name: 'Clock' }).getByText(clock, { exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(account).toBeHidden()
}

test('one choice of clock moves every time of the console, and holds for the next visit', async ({ page }) => {
  await signIn(page, 'operator', '/events')
  const first = page.getByRole('table').getByRole('row').nth(1)
  await expect(first).toContainText('UTC+01:00')
  const mine = (await first.innerText()).slice(0, 40)
  await choose(page, 'UTC')
  await expect(first).not.toContainText('UTC+01:00')
  await expect(first).toContainText('UTC')
  await page.reload()
  await signIn(page, 'operator', '/events')
  await expect(first).not.toContainText('UTC+01:00')
  await choose(page, 'Mine')
  await expect(first).toContainText('UTC+01:00')
  expect((await first.innerText()).slice(0, 40)).toBe(mine)
})

test('every page says as of when it is in the same way: with its day, to the second, and with its zone', async ({
  page,
}) => {
  await signIn(page, 'cloudadmin', '/')
  const vm = '/vms/13-105-1016'
  const asOf = page
    .getByRole('main')
    .getByText(/^As of/)
    .first()
  const places = ['/', '/vms', '/calendar', '/events', '/tenants', '/infrastructure', '/infrastructure/1/policies']
  await inTurn([...places, `${vm}/tasks`, `${vm}/backup/results`], async (place) => {
    await follow(page, place)
    await expect(asOf, place).toHaveText(/^As of 2 Mar 2026, \d\d:\d\d:\d\d UTC\+01:00$/)
  })
  await choose(page, 'UTC')
  await expect(asOf).toHaveText(/^As of 2 Mar 2026, 08:\d\d:\d\d UTC$/)
})
