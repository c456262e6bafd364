import { expectAccessibleInBoth } from './axe'
import { expect, signIn, test } from './test'

test('a schedule that silently stopped is seen in its lane, in the table and in the year, with the keyboard alone', async ({
  page,
}) => {
  await signIn(page, 'operator', '/vms?q=web-frontend-02')
  await page.getByRole('link', { name: 'web-frontend-02', exact: true }).click()
  await page.getByRole('link', { name: 'Backup', exact: true }).click()
  await expect(page).toHaveURL(/\/backup\/timeline$/)
  await expect(page.getByText('8 of 12 planned runs gave a good backup.')).toBeVisible()
  await expect(page.getByText('4 missed', { exact: true })).toBeVisible()

  // The missed night, its neighbour, and what was found of it.
  const lanes = page.getByRole('grid', { name: 'Planned runs and what came of them' })
  await lanes.getByRole('button', { name: 'Missed, 27 Feb 2026, 02:30 UTC+01:00' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(lanes.getByRole('button', { name: 'On time, 26 Feb 2026, 02:30 UTC+01:00' })).toBeFocused()
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog', { name: 'On time, 26 Feb 2026' })
  await expect(card).toContainText('PolicyNightly')
  await page.keyboard.press('Escape')
  await page.keyboard.press('End')
  await expect(lanes.getByRole('button', { name: /^Planned, 4 Mar 2026/ })).toBeFocused()
  await page.keyboard.press('-')
  await expect(page.getByRole('combobox', { name: 'Time shown' })).toHaveValue('1m')
  await expect(page).toHaveURL(/span=1m/)

  await expectAccessibleInBoth(page)

  await page.getByRole('button', { name: 'Show as table' }).click()
  const table = page.getByRole('table', { name: 'Planned runs and results' })
  await expect(table.getByRole('row').filter({ hasText: 'Missed' })).toHaveCount(4)
  await page.getByRole('button', { name: 'Show as table' }).click()

  const year = page.getByRole('grid', { name: 'Days of the past year' })
  await year.getByRole('button', { name: 'Mon, 2 Mar 2026: 1 missed' }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowDown')
  await expect(year.getByRole('button', { name: 'Tue, 24 Feb 2026: 1 on time' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/from=2026-02-24/)
  await expect(page).toHaveURL(/span=1d/)
  await expect(page.getByText('1 of 1 planned run gave a good backup.')).toBeVisible()
})

test('a run that was not found is not called missed while a result tells no date, which is said', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'operator', '/vms?q=web-frontend-02')
  await simulator.set('settings', { texts: { '2026-02-26T': 'night of ' } })
  await page.getByRole('link', { name: 'web-frontend-02', exact: true }).click()
  await page.getByRole('link', { name: 'Backup', exact: true }).click()
  await expect(page.getByText('1 result belongs to no run')).toBeVisible()
  await expect(page.getByText('Of the 7 planned runs whose end is known, 7 gave a good backup.')).toBeVisible()
  await expect(page.getByText('5 not known', { exact: true })).toBeVisible()
  await expect(page.getByText(/\d missed/)).toBeHidden()
})

test('a moment from a log leads to the backup that loses least, one step from its restore', async ({ page }) => {
  await signIn(page, 'operator', '/vms/13-105-1015/backup/timeline')
  const field = page.getByRole('textbox', { name: 'Moment' })
  await field.fill('2026-02-27 14:05')
  await expect(page.getByRole('button', { name: /^Use the datacenter's offset/ })).toBeVisible()
  await expect(page.getByText(/Ways back/)).toHaveCount(0)
  await field.fill('2026-02-27 14:05 CET')
  await expect(page.getByText(/^Understood: .*27 Feb 2026, 14:05/)).toBeVisible()
  await field.press('Enter')
  await expect(field).toHaveValue('2026-02-27T14:05:00+01:00')
  await expect(page.getByText('27 Feb 2026, 13:05 (UTC)')).toBeVisible()
  await expect(page).toHaveURL(/moment=2026-02-27T13%3A05/)

  const ways = page.getByRole('region', { name: 'Ways back, best first' }).getByRole('listitem')
  await expect(ways.nth(0)).toContainText(/58 min before the moment\s*Least lost/)
  await expect(ways.nth(0)).toContainText('What changed in the 58 min up to the moment is lost.')
  await expect(ways.nth(1)).toContainText(/3 hr 2 min after the moment\s*First after/)
  await ways
    .nth(0)
    .getByRole('link', { name: /^Restore/ })
    .click()
  const preflight = page.getByRole('dialog', { name: 'Restore a backup' })
  await expect(preflight).toContainText('27 Feb 2026')
  await expect(preflight).toContainText('Checks')
  // A newer one would bring back what went wrong.
  await expect(preflight).not.toContainText('A newer good backup exists')
  await page.keyboard.press('Escape')
  await expect(ways.nth(0)).toContainText('Least lost')
})

test('on a phone the names of the months go under the days of the week as the year scrolls', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'operator', '/vms/13-105-1015/backup/timeline')
  const monday = page.getByRole('grid', { name: 'Days of the past year' }).getByRole('rowheader', { name: 'Mon' })
  await monday.scrollIntoViewIfNeeded()
  const above = await monday.evaluate((head) => {
    const { left, top } = head.getBoundingClientRect()
    return document.elementFromPoint(left + 8, top - 10)?.tagName
  })
  expect(above, 'the corner, and no name of a month').toBe('DIV')
})
