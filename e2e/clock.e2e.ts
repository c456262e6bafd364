import type { Page } from '@playwright/test'

import { expect, signIn, test } from './test'

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
