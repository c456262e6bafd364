import { expectAccessible } from './axe'
import { expect, openPreflight, signIn, test } from './test'

const pages = [
  ['VMs', '/vms'],
  ['VMs as a table', '/vms?view=table'],
  ['nothing found', '/vms?q=no-such-machine'],
  ['a VM', '/vms/13-105-1015'],
  ['policies', '/vms/13-105-1016/backup/policies'],
  ['results', '/vms/13-105-1015/backup/results'],
  ['events', '/vms/13-105-1015/backup/events'],
  ['the trail', '/events'],
  ['roles', '/roles'],
  ['tasks', '/vms/13-105-1015/tasks'],
  ['a VM that is gone', '/vms/13-105-99999'],
  ['no such page', '/nowhere'],
] as const

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('the sign-in page is accessible', async ({ page }) => {
      await page.goto('/')
      await expect(page.getByRole('button', { name: /operator/ })).toBeVisible()
      await expectAccessible(page)
    })

    for (const [name, address] of pages) {
      test(`${name}: no violation of WCAG 2.2 AA`, async ({ page }) => {
        await signIn(page, 'operator', address)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0)
        await expectAccessible(page)
      })
    }

    test('the restore preflight is accessible', async ({ page }) => {
      await signIn(page, 'operator', '/vms/13-105-1015/backup/results')
      await openPreflight(page)
      await expectAccessible(page)
    })

    test('a refusal, and an explanation for those without the privilege, are accessible', async ({ page }) => {
      await signIn(page, 'viewer', '/vms/13-105-1015/backup/policies')
      await expect(page.getByText('This part is not open to you')).toBeVisible()
      await expectAccessible(page)
    })
  })
}
