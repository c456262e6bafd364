import type { Page } from '@playwright/test'

import { expectAccessibleInBoth } from './axe'
import { expect, signIn, test } from './test'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search or do' })
const option = (page: Page, name: string | RegExp) => palette(page).getByRole('option', { name })

/** Presses the key and types at once, as people do; the list follows. */
async function look(page: Page, typed: string, first: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(typed)
  await expect(palette(page).getByRole('combobox')).toHaveValue(typed)
  await expect(option(page, first)).toHaveAttribute('aria-selected', 'true')
}

test('three letters and Enter open a VM; its actions ask first, and what was used comes first the next time', async ({
  page,
}) => {
  await signIn(page, 'operator', '/events')
  // Also while one types elsewhere: the letters are kept apart, and the focus comes back there.
  const search = page.getByRole('button', { name: 'Search or do…' })
  await search.focus()
  await look(page, 'erp', /^erp-app-01/)
  await expectAccessibleInBoth(page, 'search or do')
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await expect(search).toBeFocused()
  await look(page, 'erp', /^erp-app-01/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'erp-app-01' })).toBeVisible()

  await look(page, 'snapshot', 'Back up now')
  await expect(option(page, 'Back up now')).not.toHaveAttribute('aria-disabled')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Back up now' })
  await expect(dialog).toContainText('erp-app-01')
  // Nothing goes over a question that is open.
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  // Another VM, without going there: the Right key shows what can be done with it.
  await look(page, 'web-frontend-02', /^web-frontend-02/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('time')
  await expect(option(page, 'Timeline')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/backup\/timeline$/)
  await expect(page.getByRole('heading', { level: 1, name: 'web-frontend-02' })).toBeVisible()

  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('group', { name: 'VMs you looked at' }).getByRole('option')).toHaveText(
    /^erp-app-01/,
  )
  await page.keyboard.type('vms over')
  await expect(option(page, 'VMs: Overdue')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/vms\?protection=overdue$/)
})

test('what a viewer may not do stays in the list, says why and who can, and does nothing; all keys are listed', async ({
  page,
}) => {
  await signIn(page, 'viewer', '/vms')
  await look(page, 'cache-redis', /^cache-redis-01/)
  await page.keyboard.press('ArrowRight')
  const refused = option(page, /^Back up now/)
  await expect(refused).toHaveAttribute('aria-disabled', 'true')
  await expect(refused).toContainText('Your role does not have it')
  await expect(refused).toContainText('Who can: By default: cloud administrators')
  await page.keyboard.press('Enter')
  await refused.click({ force: true })
  await expect(palette(page)).toBeVisible()
  await expect(page.getByRole('dialog', { name: 'Back up now' })).toBeHidden()
  await expect(option(page, 'Tasks')).not.toHaveAttribute('aria-disabled')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('nothing at all')
  await expect(palette(page)).toContainText('Nothing matches “nothing at all”')
  await page.keyboard.press('Escape')

  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keyboard keys' })
  await expect(keys.getByRole('region', { name: 'Everywhere' })).toContainText('Search VMs, pages and actions')
  await expect(keys.getByRole('region', { name: 'Timeline of a VM' })).toContainText('See less and more time')
  await expect(keys.getByRole('region', { name: 'Policies allowed to tenants' })).toBeHidden()
  await expectAccessibleInBoth(page, 'keys')
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
})
