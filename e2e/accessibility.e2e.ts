import type { Page } from '@playwright/test'

import { expectAccessibleInBoth, expectReflow, expectTargets } from './axe'
import { expect, follow, inTurn, signIn, test } from './test'

/** Looks at addresses one after the other in one visit: signing in anew for each would cost more than the looking. */
const walk = (page: Page, addresses: readonly string[]): Promise<void> =>
  inTurn(addresses, async (address) => {
    await follow(page, address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0)
    await expectAccessibleInBoth(page, address)
    await expectTargets(page, address)
    await expectReflow(page, address)
  })

test('signing in and the lists: no violation of WCAG 2.2 AA in light and dark', async ({ page }) => {
  await page.goto('/protection')
  await expect(page.getByRole('button', { name: /operator/ })).toBeVisible()
  await expectAccessibleInBoth(page, 'sign-in')
  await page.getByRole('button', { name: /operator/ }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await walk(page, [
    '/vms',
    '/vms?view=table',
    '/vms?q=no-such-machine',
    '/events',
    '/roles',
    '/protection',
    '/nowhere',
  ])
})

test('a VM: no violation of WCAG 2.2 AA in light and dark', async ({ page }) => {
  await signIn(page, 'operator', '/protection')
  await walk(page, [
    '/vms/13-105-1015',
    '/vms/13-105-1016/backup/policies',
    '/vms/13-105-1015/backup/results',
    '/vms/13-105-1015/backup/events',
    '/vms/13-105-1015/tasks',
    '/vms/13-105-99999',
  ])
})
