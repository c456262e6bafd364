import { expect, follow, signIn, test } from './test'

test('signing in, a reload and signing out: nothing secret is kept, and nothing is told to a stranger', async ({
  page,
}) => {
  await test.step('a wrong password is refused without telling which part was wrong', async () => {
    await page.goto('/vms')
    await page.getByLabel('User name').fill('operator')
    await page.getByRole('textbox', { name: 'Password' }).fill('guess')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByText('Name or password is wrong')).toBeVisible()
  })

  await test.step('a reload asks who is there and comes back to the same place, with nothing secret left in storage', async () => {
    await signIn(page, 'operator', '/vms/13-105-1015/backup/results')
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    )
    expect(kept).not.toMatch(/Basic |b3BlcmF0b3I|token/i)
    await page.getByRole('button', { name: /operator/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'erp-app-01' })).toBeVisible()
    await expect(page).toHaveURL('/vms/13-105-1015/backup/results')
  })

  await test.step('signing out leaves nothing on the screen, and Back does not bring it', async () => {
    await follow(page, '/vms')
    await page.getByRole('link', { name: 'erp-app-01', exact: true }).click()
    await page.getByRole('button', { name: 'Account of Priya Nair' }).click()
    await page
      .getByRole('menuitem', { name: 'Sign out' })
      .or(page.getByRole('button', { name: 'Sign out' }))
      .click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await page.goBack()
    await expect(page.getByText('erp-app-01')).toBeHidden()
  })
})

test('a session that ends in the middle of a form asks for the password in place and loses nothing', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'operator', '/vms/13-105-1016/backup/policies')
  await page.getByRole('checkbox', { name: 'Snapshots on two days' }).check()
  await simulator.set('faults', { endSessions: true })
  await page.getByRole('button', { name: 'Save policies' }).click()
  const again = page.getByRole('dialog', { name: 'Please sign in again' })
  await again.getByRole('textbox', { name: 'Password' }).fill('operator')
  await again.getByRole('button', { name: 'Continue' }).click()
  await expect(again).toBeHidden()
  await expect(page.getByRole('checkbox', { name: 'Snapshots on two days' })).toBeChecked()
  await page.getByRole('button', { name: 'Save policies' }).click()
  await expect(page.getByText(/BACKUP_SCHEDULE|Backup schedule/i).first()).toBeVisible()
})
