import { expect, signIn, test } from './firefox'

test('in Firefox: a VM is found, protected, backed up now and restored', async ({ page, simulator }) => {
  const work = page.getByRole('region', { name: 'What runs on this VM' })
  const made = page.getByRole('row', { name: /^2 Mar 2026, 09:/ })

  await test.step('the keyboard alone finds a VM and opens it', async () => {
    await signIn(page, 'operator')
    await expect(page.getByRole('link', { name: 'erp-app-01', exact: true })).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type('erp-app-01')
    await expect(page.getByRole('link', { name: 'erp-app-02', exact: true })).toBeHidden()
    await page.getByRole('link', { name: 'erp-app-01', exact: true }).press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'erp-app-01' })).toBeVisible()
  })

  await test.step('a policy is chosen and saved', async () => {
    await page.getByRole('link', { name: 'Backup', exact: true }).click()
    await page.getByRole('link', { name: 'Policies', exact: true }).click()
    await page.getByRole('checkbox', { name: 'Snapshots on two days' }).check()
    await page.getByRole('button', { name: 'Save policies' }).click()
    await expect(page.getByText('The backup system has the schedule.')).toBeVisible({ timeout: 40_000 })
    await expect(work).toBeHidden({ timeout: 40_000 })
  })

  await test.step('a backup is asked for, and its row appears', async () => {
    await page.getByRole('button', { name: 'Back up now' }).first().click()
    await page.getByRole('button', { name: 'Start the backup' }).click()
    await expect(work).toContainText('Backup is running')
    await simulator.skip(5)
    await expect(work).toBeHidden({ timeout: 40_000 })
    await page.getByRole('link', { name: 'Results', exact: true }).click()
    await expect(made).toContainText('Done', { timeout: 40_000 })
  })

  await test.step('the backup is restored: the VM is powered off, its name is asked for, and the end is told', async () => {
    await made.getByRole('button', { name: /^Restore/ }).click()
    const preflight = page.getByRole('dialog', { name: 'Restore a backup' })
    await preflight.getByRole('button', { name: 'Power off' }).click()
    await expect(preflight).toContainText('All checks passed', { timeout: 40_000 })
    // Key by key, as a person does: Playwright's own input in one go is an event that Firefox does not trust.
    await preflight.getByLabel('Type the name of the VM to confirm').pressSequentially('erp-app-01')
    await preflight.getByRole('button', { name: 'Overwrite and restore' }).click()
    await expect(work).toContainText('Restore is running')
    await simulator.skip(5)
    await expect(page.getByText('Restore of erp-app-01 is done')).toBeVisible({ timeout: 40_000 })
    await expect(work).toBeHidden({ timeout: 40_000 })
  })
})
