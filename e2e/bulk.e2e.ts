import { readFile } from 'node:fs/promises'

import { expectAccessible } from './axe'
import { expect, signIn, test } from './test'

test('a policy is taken from several VMs; one fails, and goes when it is sent again', async ({ page, simulator }) => {
  await signIn(page, 'operator')
  await page.getByRole('searchbox').fill('erp')
  await page.getByRole('button', { name: /^Select all \d+ that match$/ }).click()
  const bar = page.getByRole('region', { name: 'Selected VMs' })
  await expect(bar).toContainText(/\d+ VMs selected/)
  await bar.getByRole('link', { name: 'Remove a policy…' }).click()
  const policy = page.getByRole('combobox', { name: 'Policy' })
  await expect(policy).toContainText('Silver')
  const silver = await policy
    .locator('option')
    .filter({ hasText: /^Silver/ })
    .first()
    .textContent()
  await policy.selectOption({ label: silver ?? '' })
  await expect(page.getByRole('button', { name: /^Remove from (one|\d+) VM/ })).toBeVisible()
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  await simulator.set('faults', {
    rules: [{ method: 'PUT', path: '/cloud/virtualdatacenters/**', status: 500, times: 1 }],
  })
  await page.getByRole('button', { name: /^Remove from/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Remove from/ })
    .click()
  await expect(page.getByRole('region', { name: 'What became of each VM' }).first()).toContainText('500-SIMULATED')
  await page.getByRole('button', { name: 'Send the failed one again' }).click()
  await expect(page.getByRole('button', { name: 'Send the failed one again' })).toBeHidden()
  await expect(page.getByText(/^(Accepted|Done) for/)).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as CSV' }).click()
  expect((await saved).suggestedFilename()).toMatch(/^change_Removing-Silver.*\.csv$/)
})

test('backups of many VMs are paused, survive a reload and go on', async ({ page, simulator }) => {
  await signIn(page, 'operator')
  await page.getByRole('button', { name: /^Select all \d+ that are shown$/ }).click()
  await page.getByRole('link', { name: 'Back up now…' }).click()
  await expect(page.getByText(/^Asks for a backup of \d+ VMs .* are skipped\.$/)).toBeVisible()
  await simulator.set('settings', { latencyMs: 400 })
  await page.getByRole('button', { name: /^Back up \d+ VMs$/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Back up \d+ VMs$/ })
    .click()
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText(/^Paused\./)).toBeVisible()
  await simulator.set('settings', { latencyMs: 0 })

  await signIn(page, 'operator')
  const notice = page.getByText(/^A change of \d+ VMs was interrupted$/)
  await expect(notice).toBeVisible()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(notice).toBeHidden()
})

test('a policy that leaves its hours to the VM asks for them once, and two VMs have it', async ({ page }) => {
  await signIn(page, 'operator')
  await page.getByRole('checkbox', { name: 'Select payroll-app-01' }).check()
  await page.getByRole('checkbox', { name: 'Select payroll-db-01' }).check()
  await page.getByRole('link', { name: 'Assign a policy…' }).click()
  const policy = page.getByRole('combobox', { name: 'Policy' })
  await policy.selectOption({ label: 'Every few hours, 2 of the selected VMs' })

  const go = page.getByRole('button', { name: 'Assign to 2 VMs' })
  const hours = page.getByRole('textbox', { name: /hours/i })
  await expect(page.getByText('Nothing would be sent yet. 2 wait for values.')).toBeVisible()
  await go.click()
  await expect(hours).toBeFocused()
  await expect(hours).toHaveAttribute('aria-invalid', 'true')
  await hours.fill('6')
  await expect(page.getByText('Assigns Every few hours to 2 VMs in one datacenter.')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'payroll-db-01' })).toContainText(/Gets Every few hours/)

  await go.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Assign to 2 VMs' }).click()
  await expect(page.getByText(/^(Accepted|Done) for all 2 VMs$/)).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as CSV' }).click()
  const lines = (await readFile(await (await saved).path(), 'utf8')).split('\n')
  expect(lines.filter((line) => /payroll-.*Every few hours.*(Accepted|Done)/.test(line))).toHaveLength(2)
})
