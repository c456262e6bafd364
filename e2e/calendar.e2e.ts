import { expectAccessibleInBoth, expectTargets } from './axe'
import { expect, follow, signIn, test } from './test'

test('the heat map says in words which night of a VM was missed, by keyboard, and leads on from its card', async ({
  page,
}) => {
  await signIn(page, 'operator', '/calendar?q=web-frontend')
  const grid = page.getByRole('grid', { name: 'VMs by days' })
  const stopped = grid.getByRole('row').filter({ hasText: 'web-frontend-02' })
  await expect(stopped.getByRole('gridcell', { name: 'Missed: 1 missed' })).toHaveCount(4)
  await expect(stopped.getByRole('gridcell', { name: 'Good: 1 of 1 run good' })).toHaveCount(10)
  await expectAccessibleInBoth(page)
  await expectTargets(page)

  await grid.getByRole('row').filter({ hasText: 'web-frontend-01' }).getByRole('gridcell').last().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog', { name: 'web-frontend-02, Mon, 2 Mar 2026' })
  await expect(card).toContainText(/Nightly\s*Missed\s*Planned\s*2 Mar 2026, 02:30 UTC\+01:00/)
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()

  await page.getByRole('link', { name: 'Show as table' }).click()
  await expect(page.getByRole('table', { name: 'VMs with numbers' }).getByRole('row')).toHaveCount(4)
  await expect(page).toHaveURL(/q=web-frontend&view=table/)
})

test('a month is shown by its last day, and what is taken away of it says when it was read', async ({ page }) => {
  await signIn(page, 'operator', '/calendar?q=erp-app-02&days=28')
  const grid = page.getByRole('grid', { name: 'VMs by days' })
  await page.getByLabel('Last day').fill('2026-02-28')
  await expect(grid.getByRole('columnheader').nth(1)).toHaveAccessibleName('Sun, 1 Feb 2026')
  await expect(grid.getByRole('columnheader').last()).toHaveAccessibleName('Sat, 28 Feb 2026')
  await expect(page).toHaveURL(/until=2026-02-28/)
  await expect(grid.getByRole('gridcell', { name: 'Good: 1 of 1 run good' })).toHaveCount(28)
  await page.getByRole('button', { name: 'Evidence' }).click()
  await page.getByRole('button', { name: 'Print view' }).click()
  await expect(page.getByText(/^Mon, 2 Mar 2026, 09:00:\d\d \(UTC\+01:00, Europe\/Madrid\)$/)).toHaveCount(2)
})

test('a backup that someone requested stands on its own day, and is told apart from what the plan made', async ({
  page,
}) => {
  await signIn(page, 'operator', '/calendar?q=erp-app-01')
  const grid = page.getByRole('grid', { name: 'VMs by days' })
  const cells = grid.getByRole('row').filter({ hasText: 'erp-app-01' }).getByRole('gridcell')
  // 28 February, two days before the last.
  const failed = cells.nth(-3)
  await expect(failed).toHaveAccessibleName('Partly good: 7 of 8 runs good and 1 failed')
  await failed.click()
  const card = page.getByRole('dialog', { name: 'erp-app-01, Sat, 28 Feb 2026' })
  await expect(card).toContainText(/Requested, not planned\s*Failed\s*Ended\s*28 Feb 2026, 09:00 UTC\+01:00/)
  await page.keyboard.press('Escape')

  await follow(page, '/calendar?q=analytics-etl-01')
  const today = grid.getByRole('row').filter({ hasText: 'analytics-etl-01' }).getByRole('gridcell').last()
  await expect(today).toHaveAccessibleName('Running: 1 running')
  await expect(grid.getByRole('gridcell', { name: /^Running/ })).toHaveCount(1)
})

test('what a person may not see is not called missed, and the coming week says where runs collide', async ({
  page,
}) => {
  await signIn(page, 'tenantadmin', '/calendar?q=web-frontend-02')
  await expect(page.getByText('How some backups ended is not known to you')).toBeVisible()
  await signIn(page, 'viewer', '/calendar?q=web-frontend-02')
  await expect(page.getByText('How backups ended is not known to you')).toBeVisible()
  const grid = page.getByRole('grid', { name: 'VMs by days' })
  await expect(grid.getByRole('gridcell', { name: /^Not known/ }).first()).toBeVisible()
  await expect(grid.getByRole('gridcell', { name: /^(Missed|Good)/ })).toHaveCount(0)

  await page.getByRole('link', { name: 'Coming week' }).click()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page.getByRole('region', { name: 'Collisions' })).toContainText(
    'No hour of this week is above the limit of 10.',
  )
  await page.getByRole('spinbutton', { name: 'Collisions: more runs in an hour than' }).fill('5')
  await page
    .getByRole('gridcell', { name: /^\d+ runs, collision$/ })
    .first()
    .click()
  const hour = page.getByRole('dialog', { name: 'Tue, 3 Mar 2026, 02:00 to 03:00' })
  await expect(hour.getByRole('link').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('table', { name: 'Collisions' })).toContainText('Tue, 3 Mar 2026, 02:00 to 03:00')
  await expect(page).toHaveURL(/limit=5/)
})
