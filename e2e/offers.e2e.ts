import type { Locator, Page } from '@playwright/test'

import { expect, follow, row, signIn, test } from './test'

const barcelona = '/infrastructure/1/policies'
const london = '/infrastructure/2/policies'
const table = 'Backup policies'

const preview = (page: Page): Locator => page.getByRole('region', { name: 'What tenants see' })

test('an administrator makes policies: what the backup system cannot do is off, and what is refused is mended at its field', async ({
  page,
  simulator,
}) => {
  await test.step('an administrator makes a policy, sees what tenants will see, and finds it in the list', async () => {
    await signIn(page, 'cloudadmin', barcelona)
    await page.getByRole('link', { name: 'New policy' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Daily at an hour of your own')
    const code = page.getByRole('textbox', { name: 'Code' })
    await code.fill('bcn-nightly')
    await expect(page.getByText('“Nightly” has this code already. Choose another one.')).toBeVisible()
    await code.fill('BCN-OWN-HOUR')
    await expect(page.getByText('“Nightly” has this code already. Choose another one.')).toBeHidden()

    // What is missing is named, and leads to its field.
    await page.getByRole('checkbox', { name: 'Complete backup, daily' }).check()
    await page.getByRole('button', { name: 'Create policy' }).click()
    await page.getByRole('link', { name: /^Complete backup, daily: Enter a time/ }).click()
    await expect(page.getByRole('textbox', { name: 'Time', exact: true })).toBeFocused()

    await page
      .getByRole('radiogroup', { name: 'Who sets the time' })
      .getByRole('radio', { name: 'Define in VM' })
      .check()
    const tenant = preview(page)
    await expect(tenant).toContainText('every day at a time that is still to be given')
    await tenant.getByRole('textbox', { name: 'Time', exact: true }).fill('02:30+01:00')
    await expect(tenant.getByRole('table', { name: 'Next runs' }).getByRole('row').nth(1)).toContainText(
      /02:30 UTC\+01:00.*01:30 UTC/,
    )
    await tenant.getByRole('switch', { name: 'As a person who may not give schedules' }).check()
    await expect(tenant.getByRole('textbox', { name: 'Time', exact: true })).toBeHidden()
    await expect(tenant).toContainText('You cannot give the times of this policy')

    await page.getByRole('button', { name: 'Create policy' }).click()
    await expect(page.getByText('So far it is allowed to Meridian Hosting only.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Allow it to tenants' })).toHaveAttribute(
      'href',
      '/infrastructure/1/tenants',
    )
    const made = row(page, table, 'BCN-OWN-HOUR')
    await expect(made).toContainText('every day at a time that each VM gives')
    await expect(made).toContainText('Allowed to Meridian Hosting')
    await expect(made).toContainText('None uses it')
  })

  await test.step('a code that someone else took meanwhile is refused at its field, and a lost answer is looked up', async () => {
    await follow(page, `${barcelona}/new`)
    await page.getByRole('textbox', { name: 'Name' }).fill('Taken meanwhile')
    const code = page.getByRole('textbox', { name: 'Code' })
    await code.fill('BCN-RACE')
    await page.getByRole('checkbox', { name: 'Complete backup, monthly' }).check()
    await page
      .getByRole('radiogroup', { name: 'Who sets the time' })
      .getByRole('radio', { name: "Don't apply" })
      .check()
    const path = '/admin/datacenters/1/backuppolicies'
    await simulator.set('faults', { rules: [{ method: 'POST', path, times: 1, status: 409, code: 'BC-24' }] })
    await page.getByRole('button', { name: 'Create policy' }).click()
    await expect(code).toHaveAccessibleDescription(/Another policy of the datacenter has this code/)
    await page.getByRole('link', { name: 'Code: Another policy of the datacenter has this code.' }).click()
    await expect(code).toBeFocused()
    await code.fill('BCN-RACE-2')
    await expect(code).not.toHaveAccessibleDescription(/Another policy of the datacenter has this code/)

    await simulator.set('faults', { rules: [{ method: 'POST', path, times: 1, dropAfter: true }] })
    await page.getByRole('button', { name: 'Create policy' }).click()
    await expect(page.getByText('The platform has the policy as you entered it.')).toBeVisible()
    // It is known now: nothing is said to be open, nothing is asked on the way out, and it is not made twice.
    await expect(page.getByText('No answer came, but it is saved')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Create policy' })).toHaveAttribute('aria-disabled', 'true')
    await page.getByRole('link', { name: 'Go to the policies' }).click()
    await expect(row(page, table, 'BCN-RACE-2')).toBeVisible()
  })

  await test.step('43 who waits in the question whether to leave gets to where they wanted once it is saved, and is told so', async () => {
    await page.getByRole('link', { name: 'Taken meanwhile', exact: true }).click()
    await page.getByRole('textbox', { name: 'Description' }).fill('Changed on the way out')
    await simulator.set('faults', { rules: [{ method: 'PUT', times: 1, delayMs: 3_000 }] })
    await page.getByRole('button', { name: 'Save policy' }).click()
    await page.getByRole('link', { name: 'Calendar', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Leave while it is being saved?' })).toBeVisible()
    await expect(page.getByText('Taken meanwhile is saved')).toBeVisible()
    await expect(page).toHaveURL(/\/calendar/)
  })

  await test.step('what the backup system does not make is off, and says why', async () => {
    await follow(page, `${barcelona}/new`)
    const once = page.getByRole('checkbox', { name: 'Complete backup, defined hour' })
    await expect(once).toHaveAttribute('aria-disabled', 'true')
    await expect(once).toHaveAccessibleDescription(/Veeam 10 makes no backups “Complete backup, once”/)
    await once.focus()
    await once.press('Space')
    await expect(once).not.toBeChecked()
    await expect(page.getByRole('link', { name: 'What Veeam 10 can do' }).first()).toHaveAttribute(
      'href',
      '/infrastructure/1/capabilities',
    )

    // Policies that are there already are marked when the system changes under them.
    await simulator.set('settings', { datacenters: { London: { plugin: 'VEEAM10' } } })
    await signIn(page, 'cloudadmin', london)
    await page.getByRole('combobox', { name: 'Show' }).selectOption('The backup system cannot run them')
    await expect(row(page, table, 'LDN-YEAR-END')).toContainText('Veeam 10 does not run all of this')
    await expect(row(page, table, 'LDN-SILVER')).toHaveCount(0)
    await page.getByRole('link', { name: 'Year end', exact: true }).click()
    const kept = page.getByRole('checkbox', { name: 'Complete backup, defined hour' })
    await expect(kept).toBeChecked()
    await expect(page.getByText('The policy holds it all the same. Untick it to take it out.')).toBeVisible()
    await kept.uncheck()
    await expect(kept).toHaveAttribute('aria-disabled', 'true')
  })
})

test('a policy in use: what it does stays, a copy of it can differ, and who uses it is named before it goes', async ({
  page,
}) => {
  await signIn(page, 'cloudadmin', london)

  await test.step('a policy is deleted when no VM uses it, else the VMs in the way are named', async () => {
    await page.getByRole('button', { name: 'Delete Silver' }).click()
    const refused = page.getByRole('dialog', { name: '“Silver” cannot be deleted now' })
    await expect(refused).toContainText('6 VMs use Silver')
    await expect(refused.getByRole('link', { name: 'erp-db-01' })).toHaveAttribute('href', /\/backup\/policies$/)
    await page.keyboard.press('Escape')
    await expect(refused).toBeHidden()

    await page.getByRole('button', { name: 'Delete Year end' }).click()
    const question = page.getByRole('dialog', { name: 'Delete “Year end”?' })
    await expect(question).toContainText('It is allowed to 3 tenants now')
    await question.getByRole('button', { name: 'Delete policy' }).click()
    await expect(page.getByText('Year end is deleted')).toBeVisible()
    await expect(row(page, table, 'LDN-YEAR-END')).toHaveCount(0)
    // The button that had the focus is gone with its row; the keyboard goes on at the list.
    await expect(page.getByRole('heading', { name: 'Backup policies' })).toBeFocused()
  })

  await test.step('a policy that VMs use keeps its backups, and a copy of it can have others', async () => {
    await page.getByRole('link', { name: 'Silver', exact: true }).click()
    await expect(page.getByRole('checkbox', { name: 'Complete backup, daily' })).toBeHidden()
    const users = page.getByRole('list', { name: '6 VMs use it' })
    await expect(users.getByRole('link', { name: 'erp-db-01' })).toHaveAttribute('href', /\/backup\/policies$/)
    await expect(users.getByRole('link', { name: 'Costa Verde Retail' })).toHaveAttribute('href', /^\/tenants\//)
    await page.getByRole('textbox', { name: 'Description' }).fill('Every night at 01:00, kept for a month.')
    await page.getByRole('button', { name: 'Save policy' }).click()
    await expect(page.getByText('Silver is saved')).toBeVisible()
    await expect(row(page, table, 'LDN-SILVER')).toContainText('kept for a month')

    await row(page, table, 'LDN-SILVER').getByRole('link', { name: 'Clone Silver' }).click()
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Copy of Silver')
    await expect(page.getByRole('textbox', { name: 'Code' })).toHaveValue('LDN-SILVER-2')
    await page.getByRole('textbox', { name: 'Time', exact: true }).fill('05:15')
    await expect(preview(page)).toContainText('every day at 05:15 UTC')
    await expect(preview(page)).toContainText('at most 1 day of changes can be lost')
    await expect(preview(page)).not.toContainText('Also begin in these hours')
    await page.getByRole('textbox', { name: 'Time', exact: true }).fill('01:15')
    await expect(preview(page)).toContainText(/Also begin in these hours:\s*Silver · \d+ VMs?/)
    await page.getByRole('textbox', { name: 'Time', exact: true }).fill('05:15')
    await page.getByRole('button', { name: 'Create policy' }).click()
    await expect(row(page, table, 'LDN-SILVER-2')).toContainText('every day at 05:15 UTC')
  })
})

test('a policy that someone deletes while it is edited: what was entered can be made anew', async ({ page }) => {
  await signIn(page, 'cloudadmin', barcelona)
  await page.getByRole('link', { name: 'Weekly (taken over from 3.8)', exact: true }).click()
  await page.getByRole('textbox', { name: 'Description' }).fill('Ten weeks')
  const id = /-(\d+)$/.exec(page.url())?.[1] ?? ''
  const status = await page.evaluate(async (where) => {
    const headers = { authorization: `Basic ${btoa('cloudadmin:cloudadmin')}` }
    return (await fetch(where, { method: 'DELETE', headers })).status
  }, `/api/admin/datacenters/1/backuppolicies/${id}`)
  expect(status, 'the platform takes it').toBe(204)
  await page.getByRole('button', { name: 'Save policy' }).click()
  await expect(page.getByText('Someone deleted this policy meanwhile')).toBeVisible()
  // Said once, and nothing leads to what is not there.
  await expect(page.getByText('BC-23')).toBeHidden()
  await expect(page.getByRole('link', { name: 'Clone', exact: true })).toBeHidden()
  await page.getByRole('button', { name: 'Create policy' }).click()
  await expect(row(page, table, 'BCN-OLD-WEEK')).toContainText('Ten weeks')
  await expect(page.getByText('So far it is allowed to Meridian Hosting only.')).toBeVisible()
})

test('with the colours of the device a chosen way is told from the others', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await signIn(page, 'cloudadmin', `${barcelona}/new`)
  await page.getByRole('checkbox', { name: 'Complete backup, monthly' }).check()
  const ground = (name: string): Promise<string> =>
    page
      .getByRole('radiogroup', { name: 'Who sets the time' })
      .getByRole('radio', { name })
      .evaluate((ring) => getComputedStyle(ring).backgroundColor)
  expect(await ground('Fixed')).not.toBe(await ground('Define in VM'))
})
