import type { Page } from '@playwright/test'

import { expectAccessible } from './axe'
import { expect, follow, signIn, test } from './test'

const matrix = '/infrastructure/2/tenants'

const cell = (page: Page, policy: string, tenant: string) =>
  page.getByRole('checkbox', { name: `${policy} for ${tenant}`, exact: true })

/** Presses keys one after the other. */
const press = (page: Page, ...keys: readonly string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())

const review = (page: Page) => page.getByRole('dialog', { name: 'Review your changes' })
const result = (page: Page) => page.getByRole('dialog', { name: 'What became of your changes' })

test('several changes of what tenants may use: one fails and is sent again, and what VMs use stays', async ({
  page,
  simulator,
}) => {
  await test.step('of several changes one fails and is sent again; a lost answer is looked up', async () => {
    await signIn(page, 'cloudadmin', matrix)
    await cell(page, 'Vault', 'Costa Verde Retail').click()
    await cell(page, 'Vault', 'Northgate Legal').click({ modifiers: ['Shift'] })
    await cell(page, 'Year end', 'Meridian Hosting').click()
    await page.getByRole('button', { name: 'Review and apply' }).click()
    await expect(review(page).getByRole('listitem').filter({ hasText: 'Meridian Hosting' })).toContainText(
      /Withdraw.*Year end/,
    )
    await expectAccessible(page)
    const path = '/admin/enterprises/*/limits/*'
    await simulator.set('faults', {
      rules: [
        { method: 'PUT', path, status: 500, times: 1 },
        { method: 'PUT', path, dropAfter: true, times: 1 },
      ],
    })
    await review(page).getByRole('button', { name: 'Apply 3 changes' }).click()
    await expect(result(page)).toContainText('2 of 3 done')
    await expect(result(page)).toContainText('Code for support: 500-SIMULATED')
    await expect(result(page)).toContainText('No answer came. The platform was asked again and has the change.')
    await expectAccessible(page)
    const saved = page.waitForEvent('download')
    await result(page).getByRole('button', { name: 'Save as CSV' }).click()
    expect((await saved).suggestedFilename()).toMatch(/London.*\.csv$/)

    await result(page).getByRole('button', { name: 'Send it again' }).click()
    await expect(result(page).getByRole('status')).toContainText('Done')
    await result(page).getByRole('button', { name: 'Close', exact: true }).last().click()
    await expect(cell(page, 'Vault', 'Costa Verde Retail')).toBeChecked()
    await expect(cell(page, 'Vault', 'Northgate Legal')).toBeChecked()
    await expect(cell(page, 'Year end', 'Meridian Hosting')).not.toBeChecked()
  })

  await test.step('43 who leaves while changes are sent is told how many are on their way and how many would be lost', async () => {
    await cell(page, 'Vault', 'Costa Verde Retail').click()
    await cell(page, 'Vault', 'Northgate Legal').click()
    await cell(page, 'Year end', 'Meridian Hosting').click()
    await page.getByRole('button', { name: 'Review and apply' }).click()
    await simulator.set('faults', { rules: [{ method: 'PUT', path: '/admin/enterprises/*/limits/*', delayMs: 5_000 }] })
    await review(page).getByRole('button', { name: 'Apply 3 changes' }).click()
    await page.getByRole('button', { name: 'Hide', exact: true }).click()
    await page.getByRole('link', { name: 'Calendar', exact: true }).click()
    const asked = page.getByRole('dialog', { name: 'Leave while it is being saved?' })
    await expect(asked).toContainText('leaving does not take it back')
    await expect(asked).toContainText('Of 3 changes 2 are sent. Those that still wait (1) are not, and are lost.')
    await asked.getByRole('button', { name: 'Stay here' }).click()
    await expect(asked).toBeHidden()
    await page.getByRole('button', { name: 'Show progress' }).click()
    await expect(result(page).getByRole('status')).toContainText('All 3 are done', { timeout: 30_000 })
    await simulator.set('faults', { rules: [] })
    await result(page).getByRole('button', { name: 'Close', exact: true }).last().click()
    await expect(cell(page, 'Year end', 'Meridian Hosting')).toBeChecked()
  })

  await test.step('a policy that someone deletes meanwhile is not called unreadable', async () => {
    await cell(page, 'Year end', 'Northgate Legal').click()
    const deleted = await page.evaluate(async () => {
      const headers = { authorization: `Basic ${btoa('cloudadmin:cloudadmin')}`, accept: 'application/json' }
      const at = '/api/admin/datacenters/2/backuppolicies'
      const list: { collection: { id: number; name: string }[] } = await (await fetch(at, { headers })).json()
      const id = list.collection.find(({ name }) => name === 'Year end')?.id
      return (await fetch(`${at}/${String(id)}`, { method: 'DELETE', headers })).status
    })
    expect(deleted).toBe(204)
    await page.getByRole('button', { name: 'Review and apply' }).click()
    await review(page).getByRole('button', { name: 'Apply 1 change' }).click()
    await expect(result(page)).toContainText('A policy that is not in the list any more')
    await result(page).getByRole('button', { name: 'Close', exact: true }).last().click()
  })

  await test.step('a policy that VMs of a tenant use stays, and the VMs are named', async () => {
    const silver = cell(page, 'Silver', 'Costa Verde Retail')
    await expect(silver).toHaveAttribute('aria-disabled', 'true')
    await silver.focus()
    await silver.press('Space')
    await expect(page.getByRole('tooltip')).toContainText('VMs of Costa Verde Retail use Silver')
    await expect(page.getByRole('tooltip')).toContainText('erp-app-02')
    await expect(silver).toBeChecked()

    // With many at once the others go, and this one stays.
    await page.getByRole('button', { name: 'Silver', exact: true }).click()
    await page.getByRole('button', { name: /^Withdraw from/ }).click()
    await expect(page.getByText('2 changes for 2 tenants, not sent yet')).toBeVisible()
    await expect(page.getByText('One stays as it is, and says why.')).toBeVisible()
    await page.getByRole('link', { name: 'All datacenters' }).click()
    await page.getByRole('button', { name: 'Leave and lose changes' }).click()

    await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Tenants' }).click()
    await page.getByRole('link', { name: 'Costa Verde Retail' }).click()
    const nightly = page.getByRole('region', { name: 'Barcelona' }).getByRole('listitem').filter({ hasText: 'Nightly' })
    const users = nightly.first().getByRole('link')
    await expect(users.first()).toBeVisible()
    const named = await users.allInnerTexts()
    expect(named, 'VMs stand by name').toEqual(named.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })))
    const london = page.getByRole('region', { name: 'London' })
    await london.getByRole('checkbox', { name: 'Silver' }).press('Space')
    await expect(london.getByRole('checkbox', { name: 'Silver' })).toBeChecked()
    await london.getByRole('link', { name: 'erp-app-02' }).first().click()
    await expect(page).toHaveURL(/\/vms\/.*\/backup\/policies$/)
  })
})

test('an administrator allows a policy to a tenant with the keyboard alone, and the tenant has it', async ({
  page,
}) => {
  await signIn(page, 'cloudadmin', matrix)
  await expect(page.getByRole('grid', { name: 'Policies allowed to tenants in London' })).toBeVisible()
  await press(page, '/', 'Tab', 'Tab', 'Tab', 'Tab')
  await expect(page.getByRole('checkbox', { name: /for Costa Verde Retail$/ }).first()).toBeFocused()
  await press(page, 'ArrowUp', 'v')
  await expect(page.getByRole('button', { name: 'Vault' })).toBeFocused()
  await press(page, 'ArrowDown', 'n')
  await expect(cell(page, 'Vault', 'Northgate Legal')).toBeFocused()
  await expect(cell(page, 'Vault', 'Northgate Legal')).not.toBeChecked()
  await page.keyboard.press('Space')
  await expect(cell(page, 'Vault', 'Northgate Legal')).toBeChecked()
  await expect(page.getByText('1 change for one tenant, not sent yet')).toBeVisible()

  await press(page, 'Tab', 'Tab', 'Enter')
  await expect(review(page).getByRole('listitem').filter({ hasText: 'Northgate Legal' })).toContainText(/Allow.*Vault/)
  // The dialog takes the keyboard once it stands.
  await expect(review(page).getByRole('button', { name: 'Close' })).toBeFocused()
  const apply = review(page).getByRole('button', { name: 'Apply 1 change' })
  // Past the list, the same as requests, and the way back.
  await press(page, 'Tab', 'Tab', 'Tab', 'Tab')
  await expect(apply).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(result(page).getByRole('listitem').filter({ hasText: 'Northgate Legal' })).toContainText('Done')
  await page.keyboard.press('Escape')
  await expect(cell(page, 'Vault', 'Northgate Legal')).toBeFocused()
  await expect(page.getByText('not sent yet')).toBeHidden()

  await press(page, 'Home', 'ArrowLeft', 'Enter')
  await page.getByRole('link', { name: 'Open the tenant' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Northgate Legal' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'London' }).getByRole('checkbox', { name: 'Vault' })).toBeChecked()
})

test('where not every row of what tenants may use can be read, no tenant is said to be shut out of the datacenter', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'cloudadmin', '/roles')
  const address = await page.evaluate(async () => {
    const headers = { authorization: `Basic ${btoa('cloudadmin:cloudadmin')}` }
    const answer = await fetch('/api/admin/datacenters/2/action/getlimits', { headers })
    return /"(?<edit>[^"]*\/enterprises\/3\/limits\/\d+)"/.exec(await answer.text())?.groups?.['edit'] ?? ''
  })
  await simulator.set('settings', { texts: { [address]: 'https://elsewhere.example/' } })
  await follow(page, matrix)
  await expect(page.getByText('1 row could not be read and is left out.')).toBeVisible()
  await expect(cell(page, 'Vault', 'Costa Verde Retail')).toBeVisible()
  await expect(page.getByText('because the datacenter is not open to')).toBeHidden()
  await follow(page, '/tenants/3')
  await expect(page.getByRole('heading', { level: 1, name: 'London' })).toBeHidden()
  await expect(page.getByText('1 row could not be read and is left out.')).toBeVisible()
  await expect(page.getByText('London')).toBeHidden()
})

test('who keeps datacenters, and who manages tenants, sees the own part only', async ({ page }) => {
  await test.step('who keeps datacenters looks at the table, and the tenants themselves stay closed', async () => {
    await signIn(page, 'dcadmin', matrix)
    await expect(page.getByText('You can look at this and not change it')).toBeVisible()
    await expect(cell(page, 'Vault', 'Northgate Legal')).toHaveAttribute('aria-disabled', 'true')
    await cell(page, 'Vault', 'Northgate Legal').press('Space')
    await expect(page.getByRole('tooltip')).toContainText('Manage enterprises')
    await expect(cell(page, 'Vault', 'Northgate Legal')).not.toBeChecked()

    await follow(page, '/tenants')
    await expect(page.getByRole('main')).toContainText('Tenants and what they may use need the privilege')
  })

  await test.step('who manages tenants only sees them, and no infrastructure', async () => {
    await signIn(page, 'tenantmanager', '/tenants')
    const places = page.getByRole('navigation').first()
    await expect(places.getByRole('link', { name: 'Tenants' })).toBeVisible()
    await expect(places.getByRole('link', { name: 'Infrastructure' })).toBeHidden()
    const lawyers = page.getByRole('row').filter({ hasText: 'Northgate Legal' })
    await expect(lawyers).toContainText('Not visible to you')
    await lawyers.getByRole('link').click()
    const vault = page.getByRole('region', { name: 'London' }).getByRole('checkbox', { name: 'Vault' })
    await vault.check()
    await page.getByRole('button', { name: 'Review and apply' }).click()
    await review(page).getByRole('button', { name: 'Apply 1 change' }).click()
    await expect(result(page)).toContainText('Done')
    await page.keyboard.press('Escape')
    await expect(vault).toBeChecked()

    await follow(page, '/infrastructure/1')
    await expect(page.getByRole('main')).toContainText('Your role does not open this page')
    await expect(page.getByRole('main')).toContainText('Datacenters need the privilege')
  })
})
