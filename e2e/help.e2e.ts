import { expectAccessibleInBoth } from './axe'
import { expect, signIn, test } from './test'

test('help with a page opens the right section; it can be searched and followed, and leads back to where one was', async ({
  page,
}) => {
  const results = '/vms/13-105-1015/backup/results?status=failed'
  await signIn(page, 'operator', results)
  await expect(page.getByRole('heading', { name: 'Results' })).toBeVisible()

  await test.step('the question mark leads to the part about this page', async () => {
    await page.getByRole('link', { name: 'Help with this page' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Follow the results' })).toBeVisible()
    await expect(page).toHaveTitle(/^Follow the results – Help/)
    await expectAccessibleInBoth(page)
    await page.emulateMedia({ colorScheme: 'light' })
  })

  await test.step('a word is searched with the keyboard alone, and what is found is marked', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('overwritten')
    const found = page.getByRole('article').getByRole('listitem')
    await expect(found.first().getByRole('link')).toHaveText('Before anything is overwritten')
    await expect(found.first().locator('mark').first()).toHaveText('overwritten')
    await expect(found.first()).toContainText('Restore')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Restore' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Before anything is overwritten' })).toBeFocused()
  })

  await test.step('a link of the text leads to a section of another page', async () => {
    await page.getByRole('article').getByRole('link', { name: 'Calendar and timeline' }).first().click()
    const section = page.getByRole('heading', { name: 'The way back to a moment' })
    await expect(section).toBeFocused()
    await expect(section).toBeInViewport()
    await page.getByRole('searchbox', { name: 'Search the manual' }).fill('xylophone')
    await expect(page.getByRole('heading', { name: 'Nothing in the manual has all of these words' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(section).toBeVisible()
  })

  await test.step('and back to the page with its filter', async () => {
    await page.getByRole('link', { name: 'Back to where you were' }).click()
    await expect(page.getByRole('heading', { name: 'Results' })).toBeVisible()
    expect(page.url()).toContain(results)
    await page.keyboard.press('h')
    await expect(page.getByRole('heading', { level: 1, name: 'Follow the results' })).toBeVisible()
  })
})

test('the manual is there before one has signed in, and leads back to the page that was asked for', async ({
  page,
}) => {
  await test.step('an address from outside that only looks like one of ours is no way back', async () => {
    await page.goto('/help/restore?from=/%09/evil.example')
    await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toHaveAttribute('href', '/')
    await expect(page.getByRole('link', { name: 'Back to where you were' })).toBeHidden()
  })

  await test.step('each link into a page opens at its part, also where another was read before', async () => {
    await page.goto('/help/restore#before-anything-is-overwritten')
    await expect(page.getByRole('heading', { name: 'Before anything is overwritten' })).toBeInViewport()
    await page.goto('/help/calendar-and-timeline#the-way-back-to-a-moment')
    const section = page.getByRole('heading', { name: 'The way back to a moment' })
    await expect(section).toBeFocused()
    await expect(section).toBeInViewport()
  })

  await page.goto('/calendar')
  await page.getByRole('link', { name: 'Manual' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in and find your way' })).toBeVisible()
  await page.getByRole('link', { name: 'Privileges' }).first().click()
  await expect(page.getByRole('cell', { name: 'VAPP_RESTORE_BACKUP' })).toBeVisible()
  await page.getByRole('link', { name: 'Sign in', exact: true }).click()
  await expect(page.getByLabel('User name')).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/calendar')
})
