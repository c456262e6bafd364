import { expectAccessibleInBoth } from './axe'
import { askWhyNot, expect, follow, openPreflight, signIn, test } from './test'

const erpApp = '/vms/13-105-1015'

test('a restore: refused with its reason, looked at before it begins, and followed to its end', async ({
  page,
  simulator,
}) => {
  await test.step('a person without the restore privilege reads the results and is told who can restore', async () => {
    await signIn(page, 'user', `${erpApp}/backup/results`)
    const restore = page.getByRole('button', { name: /^Restore/ }).first()
    await askWhyNot(restore)
    await expect(page.getByText(/Restore virtual machine backups/).first()).toBeVisible()
  })

  await test.step('a failed backup cannot be restored, and says so', async () => {
    await signIn(page, 'operator', `${erpApp}/backup/results?status=failed`)
    const restore = page
      .getByRole('row')
      .filter({ hasText: 'Failed' })
      .first()
      .getByRole('button', { name: /^Restore/ })
    await askWhyNot(restore)
    await expect(page.getByText(/this backup failed/i).first()).toBeVisible()
  })

  await test.step('the preflight survives a reload at its address', async () => {
    await follow(page, `${erpApp}/backup/results`)
    await openPreflight(page)
    await expectAccessibleInBoth(page, 'preflight')
    await signIn(page, 'operator', page.url())
    await expect(page.getByRole('dialog', { name: 'Restore a backup' })).toContainText('What is overwritten')
  })

  await test.step('a restore names what is overwritten, offers to power off, asks for the name, and is followed', async () => {
    await page.keyboard.press('Escape')
    const row = page.getByRole('row').filter({ hasText: '2 Mar 2026' }).filter({ hasText: 'Done' }).first()
    await row.getByRole('button', { name: /^Restore/ }).click()
    const preflight = page.getByRole('dialog', { name: 'Restore a backup' })
    await expect(preflight).toContainText('39fa1a82-b44c-4e07-b09b-ab6a52519c80')
    await expect(preflight).toContainText(/Where\s*London › ERP › ERP core/)
    await expect(preflight).toContainText(/Everything written on these disks since/)

    await preflight.getByRole('button', { name: 'Power off' }).click()
    await expect(preflight).toContainText('All checks passed', { timeout: 40_000 })
    const restore = preflight.getByRole('button', { name: 'Overwrite and restore' })
    await preflight.getByLabel('Type the name of the VM to confirm').fill('erp-app-02')
    await restore.click()
    await expect(preflight).toBeVisible()

    // The answer is lost: whether a restore runs is open until someone looked.
    const open = preflight.getByText('Not known until someone looked: see below.')
    await simulator.set('faults', { rules: [{ method: 'POST', status: 502, body: 'html', times: 1 }] })
    await preflight.getByLabel('Type the name of the VM to confirm').fill('erp-app-01')
    await restore.click()
    await expect(open).toBeVisible()
    await expect(preflight).toContainText('1 check stands in the way.')
    await preflight.getByRole('button', { name: 'Look what happened' }).click()
    await preflight.getByRole('button', { name: 'Ask again' }).click()
    await expect(open).toBeHidden()

    await preflight.getByLabel('Type the name of the VM to confirm').fill('erp-app-01')
    await restore.click()
    await expect(page.getByText('Restore is running').first()).toBeVisible()
    await simulator.skip(5)
    await expect(page.getByText(/Restore .*(done|ended well|restored)/i).first()).toBeVisible({ timeout: 40_000 })
  })
})

test('a restore that is closed while it is sent is not called unsent, leaves the next page alone, and its refusal is said', async ({
  page,
  simulator,
}) => {
  const path = '/**/backup/results/*/**'
  const sendAndClose = async (fault: object): Promise<void> => {
    await follow(page, '/vms/13-105-1016/backup/results')
    const preflight = await openPreflight(page)
    await simulator.set('faults', { rules: [{ method: 'POST', path, delayMs: 4_000, ...fault }] })
    await preflight.getByLabel('Type the name of the VM to confirm').fill('erp-app-02')
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/backup/'))
    await preflight.getByRole('button', { name: 'Overwrite and restore' }).click()
    await sent
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await follow(page, '/calendar')
  }
  await signIn(page, 'operator')

  await test.step('the platform refuses it', async () => {
    await sendAndClose({ status: 409, code: 'VM-44', message: 'Not in this state' })
    await page.clock.runFor(5_000)
    await expect(page.getByText('Restore of erp-app-02 was not accepted')).toBeVisible()
  })

  await test.step('the platform accepts it', async () => {
    await sendAndClose({})
    await page.clock.runFor(5_000)
    await expect(page.getByText('Restore of erp-app-02 is running')).toBeVisible()
    await expect(page).toHaveURL('/calendar')
  })
})
