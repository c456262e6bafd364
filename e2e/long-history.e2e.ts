import { expectAccessible, expectAccessibleIn } from './axe'
import { expect, follow, signIn, test } from './test'

const archive = '/vms/14-107-1025'

test('ten thousand results of one VM: what is in sight, a jump far back, and what was not read is never passed over in silence', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'operator', '/roles')
  await simulator.set('settings', { results: 10_000 })
  await follow(page, `${archive}/backup/results`)
  const results = page.getByRole('table', { name: 'Backups of this VM' })
  const read = page.getByRole('region', { name: 'How much of the list was read' })
  await expect(page.getByText('10,020 in all')).toBeVisible()
  await expect(read).toContainText('go by the newest 1,000 of 10,020 results')
  await expect(results).toHaveAttribute('aria-rowcount', '10021')
  await expect(results.getByRole('row').nth(1)).toContainText('2 Mar 2026, 09:00')
  expect(await results.getByRole('row').count()).toBeLessThan(60)
  await expectAccessible(page)

  // The oldest one is far beyond what was read; what comes into sight is asked for, and asked for again where it failed.
  await simulator.set('faults', { rules: [{ method: 'GET', path: '/cloud/**/results', status: 503 }] })
  await page.getByRole('group', { name: 'Backups of this VM' }).focus()
  await page.keyboard.press('End')
  const oldest = results.getByRole('row').filter({ hasText: 'report-archive-01-2025-11-18T0415' })
  await expect(page.getByText('A part of the list could not be read')).toBeVisible()
  await expect(results.getByText('Could not be read').last()).toBeVisible()
  await simulator.set('faults', { rules: [] })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(oldest).toBeVisible()
  await expect(read).toContainText('the newest 1,000 of')

  // The way back to it, and the same by its address.
  await oldest.getByRole('button', { name: /^Restore/ }).click()
  const preflight = page.getByRole('dialog', { name: 'Restore a backup' })
  await expect(preflight).toContainText('report-archive-01-2025-11-18T0415')
  await signIn(page, 'operator', page.url())
  await expect(preflight).toContainText('report-archive-01-2025-11-18T0415')
  await expect(preflight).toContainText('A newer good backup exists, made 2 Mar 2026')
  await page.keyboard.press('Escape')
  await expect(preflight).toBeHidden()

  // From the oldest on, as the platform has them.
  await results.getByRole('button', { name: 'Date/Time' }).click()
  await expect(results.getByRole('row').nth(1)).toContainText('18 Nov 2025, 05:15')
  await results.getByRole('button', { name: 'Date/Time' }).click()

  // A filter goes by what was read, and says so; the timeline and the overview likewise.
  await page.getByRole('searchbox', { name: 'Search' }).fill('T0415')
  await expect(page.getByText('11 among the newest 1,000 of 10,020', { exact: true })).toBeVisible()
  await follow(page, `${archive}/backup/timeline`)
  await expect(read).toContainText(/The newest 1,000 of 10,020 results were read, back to 20 Feb 2026/)
  await page.getByRole('textbox', { name: 'Moment' }).fill('2025-12-24T12:00:00+01:00')
  await expect(page.getByText(/^Results from before 20 Feb 2026, .* were not read/)).toBeVisible()
  await expect(page.getByText('No good backup of before this moment is left')).toBeHidden()
  await expectAccessibleIn(page, 'dark')
  await follow(page, archive)
  await expect(page.getByText(/^at least \d+ backups, by the newest 1,000 results$/)).toBeVisible()

  // Whoever wants all of them has them read.
  await follow(page, `${archive}/backup/results?q=T0415`)
  await page.getByRole('button', { name: 'Read 9,020 more' }).click()
  await expect(page.getByText('105 of 10,020 shown')).toBeVisible()
  await expect(read).toBeHidden()

  // On a phone each stands as a card of its own, and only those in sight are drawn.
  await page.setViewportSize({ width: 390, height: 844 })
  await follow(page, `${archive}/backup/results`)
  const cards = page.getByRole('list', { name: 'Backups of this VM' })
  await expect(cards.getByRole('listitem').first()).toContainText('2 Mar 2026, 09:00')
  expect(await cards.getByRole('listitem').count()).toBeLessThan(40)
  await expectAccessible(page)
})
