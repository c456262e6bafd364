import { expect, openPreflight, signIn, test } from './test'

const folder = 'docs/pictures'

/** Pictures of the README, made from the running console: `npm run pictures`. */
test.describe('pictures', { tag: '@pictures' }, () => {
  test.use({ viewport: { width: 1280, height: 800 } })

  test('the VMs of a tenant', async ({ page }) => {
    await signIn(page, 'operator')
    await expect(page.getByRole('button', { name: 'Protected (erp-app-01: show why)' })).toBeVisible()
    await page.screenshot({ path: `${folder}/vms.png` })
  })

  test('policies, with what a save would do', async ({ page }) => {
    await signIn(page, 'operator', '/vms/13-105-1016/backup/policies')
    await page.getByRole('checkbox', { name: 'Snapshots on two days' }).check()
    await page.screenshot({ path: `${folder}/policies.png` })
  })

  test('the preflight of a restore', async ({ page }) => {
    await signIn(page, 'operator', '/vms/13-105-1015/backup/results')
    await openPreflight(page)
    await page.screenshot({ path: `${folder}/restore.png` })
  })
})
