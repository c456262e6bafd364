import { askWhyNot, expect, signIn, test } from './test'

const erpApp = '/vms/13-105-1015'

test('a VM tells its state, disks, protection and tasks, each part at an address of its own', async ({ page }) => {
  await signIn(page, 'operator', erpApp)
  await expect(page.getByRole('heading', { level: 1, name: 'erp-app-01' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Protection' })).toContainText('Platinum with a second site')
  // Every four hours from the last one, which began at 05:07.
  await expect(page.getByRole('region', { name: 'Protection' })).toContainText(
    /Next run\s*Any time until 2 Mar 2026, 09:07 UTC\+01:00/,
  )
  await expect(page.getByRole('region', { name: 'Protection' })).toContainText(/At worst.*at most 4 hr of changes/)
  await expect(page.getByRole('region', { name: 'Disks' })).toContainText('system80 GiB')
  await page.getByRole('link', { name: 'Tasks', exact: true }).click()
  await expect(page).toHaveURL(`${erpApp}/tasks`)
  await page.getByRole('link', { name: 'Backup', exact: true }).click()
  await page.getByRole('link', { name: 'Results', exact: true }).click()
  await expect(page).toHaveURL(`${erpApp}/backup/results`)
  await expect(page).toHaveTitle(/erp-app-01/)
})

test('a month whose run was not found yet is due until it ends, and not only the next one', async ({ page }) => {
  await signIn(page, 'operator', '/vms/14-106-1020')
  await expect(page.getByRole('region', { name: 'Protection' })).toContainText(
    /Next run\s*Any time until 31 Mar 2026, 08:00 UTC\+02:00/,
  )
})

test("the platform's own tenant administrator restores from results; policies stay closed, and so do results that a platform refuses", async ({
  page,
  simulator,
}) => {
  await signIn(page, 'tenantadmin', `${erpApp}/backup/policies`)
  await expect(page.getByText('This part is not open to you')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Manage virtual machine backup configuration')
  await expect(page.getByRole('main')).toContainText('cloud administrators')
  await expect(page.getByText('See the timeline and the results of this VM')).toBeVisible()

  await page.getByRole('link', { name: 'Timeline', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Planned runs and what came of them' })).toBeVisible()
  await page.getByRole('link', { name: 'Results', exact: true }).click()
  const first = page
    .getByRole('table', { name: 'Backups of this VM' })
    .getByRole('button', { name: /^Restore/ })
    .first()
  await first.click()
  await expect(page.getByRole('dialog', { name: /Restore/ })).toBeVisible()

  await simulator.set('faults', {
    rules: [{ method: 'GET', path: '/cloud/**/backup/results', status: 403, code: 'GEN-15' }],
  })
  await signIn(page, 'tenantadmin', `${erpApp}/backup/results`)
  await expect(page.getByText('You may restore, but not from here')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Backups of this VM' })).toHaveCount(0)
})

test('a viewer is told kindly what is not open, and what is', async ({ page }) => {
  await signIn(page, 'viewer', `${erpApp}/backup/results`)
  await expect(page.getByText('This part is not open to you')).toBeVisible()
  // Neither how this VM is protected nor how its backups ended: of that this role hears nothing.
  await expect(page.getByText('See on the overview which policies protect this VM.')).toBeVisible()
  await expect(page.getByText('Read those events of this VM that your role receives.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Power off' })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('main').getByRole('link', { name: 'Overview', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Protection' })).toBeVisible()
})

test('the browser’s way back takes along what lies over the page', async ({ page }) => {
  await signIn(page, 'operator', erpApp)
  const dialog = page.getByRole('dialog')
  const goesWithThePage = async (open: () => Promise<void>): Promise<void> => {
    await page.getByRole('link', { name: 'Tasks', exact: true }).first().click()
    await expect(page).toHaveURL(/\/tasks$/)
    await open()
    await expect(dialog).toBeVisible()
    await page.goBack()
    await expect(page).not.toHaveURL(/\/tasks$/)
    await expect(dialog).toBeHidden()
  }
  await goesWithThePage(() => page.getByRole('button', { name: 'Undeploy' }).click())
  await expect(page.getByRole('button', { name: 'Undeploy' })).toBeFocused()
  await goesWithThePage(() => page.getByRole('button', { name: 'Back up now' }).click())
  await goesWithThePage(() => page.keyboard.press('r'))
  await goesWithThePage(() => page.keyboard.press('?'))
  await goesWithThePage(() => page.keyboard.press('Control+k'))
})

test('a VM that is gone has a page that says what that means', async ({ page }) => {
  await signIn(page, 'operator', '/vms/13-105-99999')
  await expect(page.getByRole('heading', { name: 'This VM no longer exists' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('cannot be reached or restored')
})

test('undeploying says what becomes of the backups, and is followed to its end', async ({ page }) => {
  await signIn(page, 'operator', erpApp)
  await page.getByRole('button', { name: 'Undeploy' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('removed in the backup system')
  await dialog.getByRole('button', { name: /undeploy/i }).click()
  await expect(page.getByText('Not deployed').first()).toBeVisible({ timeout: 40_000 })

  // What the buttons would do at once is there as requests, and looking does nothing.
  await page.getByRole('button', { name: 'As request' }).click()
  const told = page.getByRole('dialog', { name: 'erp-app-01: as request' })
  await expect(told.getByRole('group', { name: 'curl' }).first()).toContainText(/PUT.*\/1015\/state/s)
  await expect(told.getByRole('group', { name: 'curl' }).last()).toContainText(/POST.*\/1015\/action\/deploy/s)
  await page.keyboard.press('Escape')
  await expect(told).toBeHidden()
  await expect(page.getByText('Not deployed').first()).toBeVisible()

  await page.getByRole('link', { name: 'Backup', exact: true }).click()
  await page.getByRole('link', { name: 'Policies', exact: true }).click()
  await expect(page.getByRole('group', { name: 'Backup policies' })).toBeVisible()
  await askWhyNot(page.getByRole('button', { name: 'Back up now' }))
  await expect(page.getByText(/The VM is not deployed, so there is nothing running to back up/)).toBeVisible()
})
