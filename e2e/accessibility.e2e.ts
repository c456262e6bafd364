import { expectAccessibleInBoth } from './axe'
import { expect, follow, inTurn, openPreflight, signIn, test } from './test'

test('the sign-in page is accessible', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: /operator/ })).toBeVisible()
  await expectAccessibleInBoth(page, 'sign-in')
})

/** Every page, one after the other in one visit: signing in anew for each would cost more than the looking. */
const walks = {
  'the lists': ['/vms', '/vms?view=table', '/vms?q=no-such-machine', '/events', '/roles', '/protection', '/nowhere'],
  'a VM': [
    '/vms/13-105-1015',
    '/vms/13-105-1016/backup/policies',
    '/vms/13-105-1015/backup/results',
    '/vms/13-105-1015/backup/events',
    '/vms/13-105-1015/tasks',
    '/vms/13-105-99999',
  ],
}

for (const [name, addresses] of Object.entries(walks))
  test(`${name}: no violation of WCAG 2.2 AA in light and dark`, async ({ page }) => {
    await signIn(page, 'operator', '/protection')
    await inTurn(addresses, async (address) => {
      await follow(page, address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0)
      await expectAccessibleInBoth(page, address)
    })
  })

test('the restore preflight, and what is said to those without the privilege, are accessible', async ({ page }) => {
  await signIn(page, 'operator', '/vms/13-105-1015/backup/results')
  await openPreflight(page)
  await expectAccessibleInBoth(page, 'preflight')
  await page.reload()
  await signIn(page, 'viewer', '/vms/13-105-1015/backup/policies')
  await expect(page.getByText('This part is not open to you')).toBeVisible()
  await expectAccessibleInBoth(page, 'refusal')
})
