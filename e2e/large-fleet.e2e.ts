import { expectAccessible, expectAccessibleIn } from './axe'
import { expect, signIn, test } from './test'

test('a fleet too long to be read whole shows what is in sight, searches at the platform, and says what it counted', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'cloudadmin', '/roles')
  await simulator.set('settings', { fleet: 12_200 })
  await signIn(page, 'cloudadmin')
  const cards = page.getByRole('article')
  await expect(page.getByText(/^12,\d{3} VMs, in the order/)).toBeVisible({ timeout: 60_000 })
  await expect(cards.first()).toBeVisible()
  const read = page.getByRole('region', { name: 'How much of the list was read' })
  await expect(read).toContainText(/go by the first \d+ of 12,\d{3} VMs/)

  // Far down only what stands there is asked for.
  await page.keyboard.press('Control+End')
  await expect(cards.last()).toBeInViewport()
  expect(await cards.count()).toBeLessThan(60)
  await expect(read).toContainText(/the first 30 of/)
  await page.keyboard.press('Control+Home')

  // Ctrl+K finds a VM that was not read: the platform is asked.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('till-north-00')
  const found = page.getByRole('dialog', { name: 'Search or do' })
  await expect(found.getByRole('option', { name: /^till-north-00/ }).first()).toBeVisible()
  await expect(found).toContainText(/Of 12,\d{3} VMs, 30 are searched whole/)
  await page.keyboard.press('Escape')
  await expect(found).toBeHidden()

  // A search is the platform's, and what it finds is known whole: filters count all of it.
  await page.getByRole('searchbox', { name: 'Search VMs' }).fill('till-north-00')
  await expect(page.getByText(/^\d+ of 12,\d{3} VMs shown$/)).toBeVisible()
  await expect(read).toBeHidden()
  await page.getByRole('button', { name: /^Select all \d+ that/ }).click()
  await expect(page.getByRole('region', { name: 'Selected VMs' })).toContainText('15 VMs selected')
  await expectAccessibleIn(page, 'dark')
  await page.emulateMedia({ colorScheme: 'light' })

  await page.getByRole('searchbox', { name: 'Search VMs' }).fill('')
  await expect(page.getByText(/^12,\d{3} VMs, in the order/)).toBeVisible()
  await expectAccessible(page)

  // A filter goes by what was read, says so, and reads on when it is asked to.
  await page.getByRole('button', { name: /^\d+ Not protected/ }).click()
  await expect(page.getByText(/^\d+ among the 30 read of 12,\d{3} VMs$/)).toBeVisible()
  await page.getByRole('button', { name: 'Read 10,000 more' }).click()
  await expect(page.getByText(/^[\d,]+ among the (?!30 )[\d,]+ read of 12,\d{3} VMs$/)).toBeVisible()

  // The chosen ones are still chosen, and a change is about all of them.
  await page.getByRole('link', { name: 'Back up now…' }).click()
  await expect(page.getByRole('heading', { name: 'Back up 15 VMs now' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'till-north-' })).toHaveCount(15)
})
