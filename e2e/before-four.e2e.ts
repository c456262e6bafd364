import { expectAccessibleInBoth } from './axe'
import { expect, follow, giveName, openPreflight, test } from './test'

const drill = '/vms/15-108-1028'

test('a platform before 4.0: its results are read from the metadata of a VM, one is restored, and what nobody tells is not known', async ({
  page,
  simulator,
}) => {
  await page.route('**/config.json', (route) => route.fulfill({ json: { mediaVersion: '3.10' } }))
  await page.goto('/')
  await expect(page.getByLabel('User name')).toBeVisible()
  await simulator.set('settings', { early: true })
  await giveName(page, 'operator')

  await test.step('the overview claims neither that nothing runs nor that nothing failed', async () => {
    await expect(page.getByText('How some backups ended is not known to you')).toBeVisible()
    await expect(page.getByRole('link', { name: '– Backups running' })).toBeVisible()
    await expect(page.getByText('No last backup is known to have failed')).toBeHidden()
  })

  await test.step('a VM has its results, each as the integration wrote it', async () => {
    await follow(page, drill)
    await expect(page.getByText('The platform does not say').first()).toBeVisible()
    await follow(page, `${drill}/backup/results`)
    await expect(page.getByRole('row').filter({ hasText: 'Done' }).first()).toContainText(/Complete backup.*\d MB/)
    await expectAccessibleInBoth(page, 'results before 4.0')
  })

  await test.step('one is restored: no task is named, and the metadata tells how it ended', async () => {
    const preflight = await openPreflight(page)
    await preflight.getByLabel('Type the name of the VM to confirm').fill('restore-drill-01')
    await preflight.getByRole('button', { name: 'Overwrite and restore' }).click()
    await expect(preflight).toContainText('The platform accepted the request and names no task.')
    await preflight.getByRole('button', { name: 'Close', exact: true }).last().click()
    const restores = page.getByRole('button', { name: '1 restore', exact: true }).first()
    await restores.click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Running' })).toBeVisible()
    await simulator.skip(30)
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Done' })).toBeVisible()
  })
})
