import { readFile } from 'node:fs/promises'

import { expectAccessible, expectAccessibleIn } from './axe'
import { expect, follow, signIn, test } from './test'

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
  await expectAccessibleIn(page, 'dark')
  await simulator.set('faults', {
    rules: [{ method: 'PUT', path: '/cloud/virtualdatacenters/**', status: 500, times: 1 }],
  })
  await page.getByRole('button', { name: /^Remove from/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Remove from/ })
    .click()
  await expect(page.getByRole('group', { name: 'What became of each VM' }).first()).toContainText('500-SIMULATED')
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
  await page.getByRole('checkbox', { name: 'Select cache-redis-01' }).check()
  await page.getByRole('link', { name: 'Assign a policy…' }).click()
  const policy = page.getByRole('combobox', { name: 'Policy' })
  await policy.selectOption({ label: 'Every few hours, 2 of the selected VMs' })

  const go = page.getByRole('button', { name: 'Assign to 2 VMs' })
  const hours = page.getByRole('textbox', { name: /hours/i })
  await expect(page.getByText('Nothing would be sent yet. One is skipped. 2 wait for values.')).toBeVisible()
  await go.click()
  await expect(hours).toBeFocused()
  await expect(hours).toHaveAttribute('aria-invalid', 'true')
  await hours.fill('6')
  await expect(page.getByText('Assigns Every few hours to 2 VMs in one datacenter. One is skipped.')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'cache-redis-01' })).toContainText(
    'The policy belongs to another datacenter',
  )
  await expect(page.getByRole('row').filter({ hasText: 'payroll-db-01' })).toContainText(/Gets Every few hours/)

  await go.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Assign to 2 VMs' }).click()
  await expect(page.getByText(/^(Accepted|Done) for all 2 VMs$/)).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as CSV' }).click()
  const lines = (await readFile(await (await saved).path(), 'utf8')).split('\n')
  expect(lines.filter((line) => /payroll-.*Every few hours.*(Accepted|Done)/.test(line))).toHaveLength(2)
})

test('each VM gets hours of its own, one after the other; the change is there as requests, and the palette shows those that were sent', async ({
  page,
}) => {
  await signIn(page, 'operator')
  await page.getByRole('checkbox', { name: 'Select payroll-app-01' }).check()
  await page.getByRole('checkbox', { name: 'Select payroll-db-01' }).check()
  await page.getByRole('link', { name: 'Assign a policy…' }).click()
  await page.getByRole('combobox', { name: 'Policy' }).selectOption({ label: 'Every few hours, 2 of the selected VMs' })
  await page.getByText('For each VM', { exact: true }).click()
  await page.getByRole('button', { name: 'Set the values of 2 VMs' }).click()
  const values = page.getByRole('dialog', { name: 'Values of a VM' })
  await expect(values).toContainText('payroll-app-01')
  await values.getByRole('textbox', { name: /hours/i }).fill('6')
  await values.getByRole('button', { name: 'Use, then next VM' }).click()
  await expect(values).toContainText('payroll-db-01')
  await values.getByRole('textbox', { name: /hours/i }).fill('12')
  await page.keyboard.press('Enter')
  await expect(values).toBeHidden()
  const row = (name: string) => page.getByRole('row').filter({ hasText: name })
  await expect(row('payroll-app-01')).toContainText(/every 6 hours/i)
  await expect(row('payroll-db-01')).toContainText(/every 12 hours/i)

  await page.getByRole('button', { name: 'Assign to 2 VMs' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Assign to 2 VMs' }).click()
  await expect(page.getByText(/^(Accepted|Done) for all 2 VMs$/)).toBeVisible()
  await page.getByRole('button', { name: 'As request, payroll-db-01' }).click()
  const request = page.getByRole('dialog', { name: 'As request' })
  await expect(request).toContainText('Token $TOKEN')
  await expect(request).toContainText('"12"')
  await page.keyboard.press('Escape')
  await page.getByText('All as requests').click()
  await page.getByRole('button', { name: 'Read what 2 requests need' }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the script' }).click()
  const script = await readFile(await (await saved).path(), 'utf8')
  expect(script.match(/^curl --globoff -X PUT /gm)).toHaveLength(2)
  expect(script).toContain('# payroll-app-01')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('requests that were')
  await expect(page.getByRole('option', { selected: true })).toContainText('Requests that were sent')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Requests' })).toContainText('PUT')
})

test('backups of many VMs: another tab knows that they are sent, and what was read before says nothing of one without an answer', async ({
  page,
  simulator,
}) => {
  const other = await page.context().newPage()
  await signIn(other, 'operator', '/vms/bulk')
  await expect(other.getByText('No VMs are selected')).toBeVisible()

  await signIn(page, 'operator', '/vms/13-105-1015/tasks')
  await expect(page.getByRole('main').getByText(/^As of/)).toBeVisible()
  await follow(page, '/vms?q=erp')
  await page.getByRole('button', { name: /^Select all \d+ that match$/ }).click()
  await page.getByRole('link', { name: 'Back up now…' }).click()
  const go = page.getByRole('button', { name: 'Back up 3 VMs' })
  await go.click()
  await simulator.set('faults', {
    rules: [{ method: 'POST', path: '/cloud/virtualdatacenters/**', dropAfter: true, times: 1 }],
  })
  await simulator.set('settings', { latencyMs: 1_000 })
  await page.getByRole('dialog').getByRole('button', { name: 'Back up 3 VMs' }).click()

  await expect(other.getByText('Another tab sends this change')).toBeVisible()
  await expect(other.getByRole('button', { name: 'Discard' })).toBeHidden()
  await expect(other.getByRole('button', { name: /^Continue/ })).toBeHidden()

  await follow(page, '/')
  await expect(other.getByText('2 of 3 accepted')).toBeVisible()
  await simulator.set('settings', { latencyMs: 3_000 })
  await follow(page, '/vms/bulk')
  await expect(page.getByText('Looking at the VM.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Send it again/ })).toBeHidden()
  await expect(page.getByText('The VM was looked at: a backup was started then.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Send it again/ })).toBeHidden()

  await simulator.set('settings', { latencyMs: 0 })

  // What is entered in a tab stays there while another one sends, and nothing is dropped in silence.
  await follow(other, '/vms?q=payroll')
  await other.getByRole('button', { name: /^Select all \d+ that match$/ }).click()
  await other.getByRole('link', { name: 'Back up now…' }).click()
  const ask = other.getByRole('button', { name: 'Back up 2 VMs' })
  await ask.click()
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => one.startsWith('holdfast.bulk.') && !one.includes('#')) ?? ''
    void navigator.locks.request(key, () => new Promise((free) => addEventListener('free', free)))
  })
  await other.getByRole('dialog').getByRole('button', { name: 'Back up 2 VMs' }).click()
  await expect(other.getByText('Begin this one after it. What you entered here stays.').first()).toBeVisible()
  await expect(ask).toHaveAccessibleDescription(/Another change of many VMs is not finished yet/)
  await page.evaluate(() => dispatchEvent(new Event('free')))
  await ask.click()
  await other.getByRole('dialog').getByRole('button', { name: 'Back up 2 VMs' }).click()
  await expect(other.getByText(/^Accepted for all 2 VMs$/)).toBeVisible({ timeout: 40_000 })
})
