import type { Page } from '@playwright/test'

import { expectAccessibleInBoth } from './axe'
import { expect, signIn, test } from './test'

const card = (page: Page, name: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) })

const proof = (page: Page) => page.getByRole('region', { name: 'Does the connection work?' })

async function openTab(page: Page, tab: string, sign: string): Promise<void> {
  await page.getByRole('link', { name: tab, exact: true }).click()
  await expect(page.getByText(sign).first()).toBeVisible()
}

/** Appendix of the platform's own manual: from an empty datacenter to a tenant's first protected VM. */
test('an administrator takes an empty datacenter to the first protected VM of a tenant', async ({
  page,
  simulator,
}) => {
  const steps = page.getByRole('region', { name: 'Set up backups in Lisbon' })
  await test.step('Lisbon has no backup system yet, and all that can be seen of it is accessible', async () => {
    await signIn(page, 'cloudadmin', '/infrastructure')
    await expect(card(page, 'Barcelona')).toContainText('Veeam 10')
    await expect(card(page, 'Barcelona')).toContainText('veeam.bcn.meridian.example:9398')
    await expect(card(page, 'Lisbon')).toContainText('No backup system yet')
    await expectAccessibleInBoth(page)
    await page.getByRole('link', { name: 'Set it up: Lisbon' }).click()
    await expect(page.getByRole('heading', { name: 'Set up backups in Lisbon' })).toBeVisible()
    await expect(steps).toBeVisible()
    await expectAccessibleInBoth(page)
    await openTab(page, 'Backup manager', 'Choose a type first')
    await expectAccessibleInBoth(page)
    await openTab(page, 'Properties', 'Restore a backup more than once')
    await expectAccessibleInBoth(page)
    await openTab(page, 'Capabilities', 'Backup systems side by side')
    await expectAccessibleInBoth(page)
    await page.getByRole('main').getByRole('link', { name: 'Overview', exact: true }).click()
    await steps.getByRole('link', { name: 'Connect', exact: true }).click()
  })

  await test.step('it is connected step by step, with an address that was mended by one press', async () => {
    await expect(page.getByText('Choose a type first')).toBeVisible()
    await page.getByRole('radio', { name: 'VMware snapshot' }).click()
    await expect(page.getByText('VMware snapshot does not use this.')).toHaveCount(3)
    await page.getByRole('radio', { name: 'Networker' }).click()
    await expect(page.getByRole('textbox', { name: 'vCenter user' })).toBeVisible()
    await page.getByRole('radio', { name: 'Veeam 10' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Veeam Lisbon')
    const endpoint = page.getByRole('textbox', { name: 'Endpoint (URL)' })
    await endpoint.fill('http://veeam.lis.meridian.example:9398/api')
    await expect(page.getByText('The address must end with a slash, or every call fails.')).toBeVisible()
    await expect(page.getByText(/The connection would not be encrypted/)).toBeVisible()
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    await expect(endpoint).toBeFocused()
    await page.getByRole('button', { name: 'Add the slash' }).click()
    await expect(endpoint).toHaveValue('http://veeam.lis.meridian.example:9398/api/')
    await page.getByRole('button', { name: 'Use https://' }).click()
    await expect(endpoint).toHaveValue('https://veeam.lis.meridian.example:9398/api/')
    await expect(page.getByText(/would not be encrypted/)).toBeHidden()

    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    await expect(page.getByText('This is needed.')).toHaveCount(2)
    await page.getByRole('textbox', { name: 'User' }).fill('svc-holdfast')
    const password = page.getByRole('textbox', { name: 'Password' })
    await password.fill('secret of Lisbon')
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    await expect(page.getByText('Lisbon is connected by Veeam Lisbon')).toBeVisible()
    await expect(password).toHaveValue('')
    await expect(page.getByText('The type cannot change once it is saved. For another one')).toBeVisible()
    await expect(proof(page)).toContainText('Not proven yet')
    await page.getByRole('main').getByRole('link', { name: 'Overview', exact: true }).click()
    await expect(steps.getByRole('listitem').first()).toContainText('Done')
    await expect(steps.getByRole('link', { name: 'Set them' })).toBeVisible()
  })

  const parts = page.getByRole('navigation', { name: 'Parts of this datacenter' })
  await test.step('tenants may change policies of deployed VMs', async () => {
    await steps.getByRole('link', { name: 'Set them' }).click()
    await page.getByRole('switch', { name: 'Change policies while deployed' }).check()
    await page.getByRole('button', { name: 'Save properties' }).click()
    await expect(page.getByText('The backup properties of Lisbon are saved')).toBeVisible()
  })

  await test.step('a first policy leaves the time of the day to the VM', async () => {
    await parts.getByRole('link', { name: 'Overview' }).click()
    await page.getByRole('link', { name: 'Create a policy' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Daily, at your time')
    await page.getByRole('textbox', { name: 'Code' }).fill('LIS-DAILY')
    await page.getByRole('textbox', { name: 'Description' }).fill('One backup a day, kept for three weeks.')
    await page.getByRole('region', { name: 'Complete backup' }).getByRole('checkbox', { name: 'Daily' }).check()
    await page
      .getByRole('radiogroup', { name: 'Who sets the time' })
      .getByRole('radio', { name: 'Define in VM' })
      .check()
    await page.getByRole('button', { name: 'Create policy' }).click()
    await expect(page.getByText('So far it is allowed to Meridian Hosting only.')).toBeVisible()
  })

  await test.step('and is allowed to the tenant', async () => {
    await page.getByRole('link', { name: 'Allow it to tenants' }).click()
    await page.getByRole('checkbox', { name: 'Daily, at your time for Costa Verde Retail' }).click()
    await page.getByRole('button', { name: 'Review and apply' }).click()
    const review = page.getByRole('dialog', { name: 'Review your changes' })
    await expect(review).toContainText('Costa Verde Retail')
    await review.getByRole('button', { name: 'Apply 1 change' }).click()
    const result = page.getByRole('dialog', { name: 'What became of your changes' })
    await expect(result.getByRole('listitem').filter({ hasText: 'Costa Verde Retail' })).toContainText('Done')
    await page.keyboard.press('Escape')
  })

  await test.step("the tenant administrator's role gets what the backup area of a VM asks for", async () => {
    await page.getByRole('button', { name: 'Account of Marta Vidal' }).click()
    await page.getByRole('link', { name: 'Roles and privileges' }).click()
    await page.getByRole('button', { name: 'ENTERPRISE_ADMIN' }).click()
    const role = page.getByRole('dialog', { name: 'ENTERPRISE_ADMIN' })
    await role.getByRole('checkbox', { name: 'Manage virtual machine backup configuration' }).check()
    await role.getByRole('checkbox', { name: 'Manage virtual machine backup schedule' }).check()
    await role.getByRole('button', { name: 'Save the role' }).click()
    await expect(page.getByText('The role ENTERPRISE_ADMIN is saved')).toBeVisible()
  })

  await test.step('the tenant protects its first VM there', async () => {
    await signIn(page, 'tenantadmin', '/vms?q=branch-pos-01')
    await page.getByRole('link', { name: 'branch-pos-01', exact: true }).click()
    await page.getByRole('link', { name: 'Backup', exact: true }).click()
    await page.getByRole('link', { name: 'Policies', exact: true }).click()
    await page.getByRole('radio', { name: 'Daily, at your time' }).check()
    await page.getByRole('textbox', { name: 'Time', exact: true }).fill('23:15')
    await page.getByRole('combobox', { name: 'Offset from UTC' }).fill('+00:00')
    await page.getByRole('button', { name: 'Save policies' }).click()
    await expect(page.getByText('Change of settings of branch-pos-01 is done')).toBeVisible({ timeout: 40_000 })
  })

  await test.step('and the backup of the next night is there in the morning', async () => {
    await simulator.skip(24 * 60)
    await signIn(page, 'tenantadmin', '/vms?q=branch-pos-01')
    await expect(page.getByRole('button', { name: /^Protected \(branch-pos-01/ })).toBeVisible()
  })
})
