import { askWhyNot, expect, follow, signIn, test } from './test'

/** erp-app-02, in London: several policies, changes while deployed. */
const policiesOf = '/vms/13-105-1016/backup/policies'
const save = 'Save policies'

test('an operator fills in policies: what is missing is named, dates and folders are checked, nothing is lost by a slip', async ({
  page,
}) => {
  await signIn(page, 'operator', policiesOf)

  await test.step('single disks are chosen by name and size, and leaving out the boot disk is said', async () => {
    await page.getByRole('button', { name: 'Show details of Silver' }).click()
    await page.getByRole('radio', { name: 'Only the disks that I choose' }).check()
    await page.getByRole('checkbox', { name: /^system/ }).uncheck()
    await page.getByRole('checkbox', { name: /^data/ }).check()
    await expect(page.getByText(/The boot disk \(.*\) is left out/)).toBeVisible()
  })

  await test.step('a value that the policy leaves to the VM is required, and named when it is missing', async () => {
    await page.getByRole('checkbox', { name: 'Every few hours' }).check()
    const hours = page.getByRole('textbox', { name: 'Hours between backups' })
    await expect(hours).toBeVisible()
    await hours.fill('24')
    await page.getByRole('button', { name: save }).click()
    await expect(page.getByText('One thing is to be mended before it can be saved')).toBeVisible()
    await page.getByRole('link', { name: /^Every few hours.*1 to 23/ }).click()
    await expect(hours).toBeFocused()
    await hours.fill('6')
    await expect(page.getByRole('region', { name: 'What will happen' })).toContainText('every 6 hours')
    await expect(page.getByRole('region', { name: 'What will happen' })).toContainText('at most 6 hr of changes')
    await expect(page.getByRole('button', { name: save })).not.toHaveAttribute('aria-disabled', 'true')
  })

  await test.step('a date and time is understood, corrected, and never guessed', async () => {
    await page.getByRole('checkbox', { name: 'Once, before a release' }).check()
    const at = page.getByRole('textbox', { name: 'Date and time' })
    await at.fill('2026-03-32T02:30Z')
    await expect(page.getByText(/31/).first()).toBeVisible()
    await at.fill('2026-07-04T02:30')
    await expect(page.getByText(/The offset from UTC is missing/)).toBeVisible()
    await page
      .getByRole('button', { name: /Use the datacenter's offset \(UTC\+01:00 on that day, Europe\/London\)/ })
      .click()
    await expect(at).toHaveValue('2026-07-04T02:30:00+01:00')
    await expect(page.getByText(/^Understood:/)).toContainText('4 Jul 2026')
    await at.fill('2026W274T0230+0100')
    await expect(page.getByText(/^Understood:/)).toContainText('2 Jul 2026')
  })

  await test.step('35 a time that the clocks jump over, or that comes twice, is said to be one', async () => {
    const at = page.getByRole('textbox', { name: 'Date and time' })
    await at.fill('2026-03-29T01:30')
    await expect(page.getByText('In Europe/London the clocks go forward over this time')).toBeVisible()
    await at.fill('2026-10-25T01:30')
    await expect(page.getByText('In Europe/London the clocks go back over this time')).toBeVisible()
    await at.fill('2026-10-25T01:30+01:00')
    await expect(page.getByText(/^Understood:/)).toContainText('25 Oct 2026, 01:30:00 (UTC+01:00)')
  })

  await test.step('folders are checked as they are added and pasted', async () => {
    await page.getByRole('checkbox', { name: 'Files every night' }).check()
    const folder = page.getByRole('textbox', { name: 'New path' })
    await folder.fill('data')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(folder).toHaveAttribute('aria-invalid', 'true')
    await folder.fill('c:/data/')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Remove C:\\data' })).toBeVisible()
    await folder.fill('C:\\DATA')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.getByText(/The same as/).first()).toBeVisible()
    await page.getByRole('button', { name: 'Paste many paths' }).click()
    const paste = page.getByRole('dialog', { name: 'Paste many paths' })
    await paste.getByRole('textbox').fill('C:\\Logs\nD:\\Reports\nnot a path\nC:\\data')
    await expect(paste).toContainText('In the list already, left out')
    await paste.getByRole('button', { name: /^Add 2/ }).click()
    await expect(page.getByRole('button', { name: 'Remove D:\\Reports' })).toBeVisible()
  })

  await test.step('unsaved changes are not lost by a slip', async () => {
    await page.getByRole('checkbox', { name: 'Snapshots on two days' }).check()
    await page.getByRole('link', { name: 'Results', exact: true }).click()
    await page.getByRole('button', { name: 'Stay here' }).click()
    await expect(page.getByRole('checkbox', { name: 'Snapshots on two days' })).toBeChecked()
    await page.getByRole('link', { name: 'Results', exact: true }).click()
    await page.getByRole('button', { name: 'Leave and lose changes' }).click()
    await expect(page).toHaveURL(/results/)
  })

  await test.step('a backup system that copies all disks anyway is named beside the choice', async () => {
    await follow(page, '/vms?q=checkout-api-01')
    await page.getByRole('link', { name: 'checkout-api-01', exact: true }).click()
    await page.getByRole('link', { name: 'Backup', exact: true }).click()
    await page.getByRole('link', { name: 'Policies', exact: true }).click()
    await expect(page.getByText('One policy at a time: choosing another one replaces it.')).toBeVisible()
    await page
      .getByRole('button', { name: /^Show details of/ })
      .first()
      .click()
    await expect(page.getByText(/All disks are always copied/).first()).toBeVisible()
  })

  await test.step('without the schedule privilege such a policy cannot be saved, and the reason says who can', async () => {
    await signIn(page, 'user', policiesOf)
    await page.getByRole('checkbox', { name: 'Every few hours' }).check()
    await expect(page.getByRole('main')).toContainText('Manage virtual machine backup schedule')
    await askWhyNot(page.getByRole('button', { name: save }))
  })
})

test('a save is followed to its end: refused by the backup system it is taken back, and mended where it stands', async ({
  page,
}) => {
  const taken = page.getByRole('alert').filter({ hasText: 'The change failed and was taken back' })

  await test.step('a backup system that refuses the schedule rolls the change back, and the screen says so', async () => {
    await signIn(page, 'operator', policiesOf)
    await expect(page.getByRole('checkbox', { name: 'Silver' })).toBeChecked()
    await page.getByRole('checkbox', { name: 'Drill: refused by the backup system' }).check()
    await page.getByRole('button', { name: save }).click()
    await expect(taken).toContainText('Hand the schedule to the backup system (BACKUP_SCHEDULE)', { timeout: 40_000 })
    await expect(taken).toContainText('Rolled back')
    await expect(page.getByRole('checkbox', { name: 'Drill: refused by the backup system' })).toBeChecked()

    // What was entered is mended where it stands, and saved.
    await page.getByRole('checkbox', { name: 'Drill: refused by the backup system' }).uncheck()
  })

  await test.step('an operator adds a policy, sees what will happen, and the save is followed to its end', async () => {
    await page.getByRole('checkbox', { name: 'Snapshots on two days' }).check()
    const review = page.getByRole('region', { name: 'What will happen' })
    await expect(review).toContainText('Snapshots on two days')
    const runs = review.getByRole('table', { name: 'Next runs' }).last()
    await expect(runs.getByRole('row').nth(1)).toContainText(/12:00 UTC.*13:00 UTC\+01:00.*12:00 UTC/)
    await page.getByRole('button', { name: save }).click()
    await expect(taken).toBeHidden()
    await expect(page.getByRole('region', { name: 'What runs on this VM' })).toContainText(
      'Change of settings is running',
    )
    await expect(page.getByText('Change of settings of erp-app-02 is done')).toBeVisible({ timeout: 40_000 })
    await signIn(page, 'operator', policiesOf)
    await expect(page.getByRole('checkbox', { name: 'Snapshots on two days' })).toBeChecked()
    await expect(page.getByRole('checkbox', { name: 'Silver' })).toBeChecked()
  })
})

test('a save whose answer is lost: once the VM is seen to have it, nothing is open any more', async ({
  page,
  simulator,
}) => {
  const unknown = page.getByText('We do not know whether it was done')
  const settled = page.getByRole('button', { name: save })
  const saveInVain = async (): Promise<void> => {
    await simulator.set('faults', { rules: [{ method: 'PUT', dropAfter: true }] })
    await settled.click()
    await expect(unknown).toBeVisible()
    await simulator.set('faults', { rules: [] })
    await page.getByRole('button', { name: 'Look what the VM has now' }).click()
  }
  await signIn(page, 'operator', policiesOf)
  await expect(page).toHaveTitle(/^Policies – erp-app-02/)

  await test.step('a number of hours', async () => {
    await page.getByRole('checkbox', { name: 'Every few hours' }).check()
    const hours = page.getByRole('textbox', { name: 'Hours between backups' })
    await hours.fill('0x10')
    await expect(settled).not.toHaveAttribute('aria-disabled', 'true')
    await settled.click()
    await expect(page.getByText('One thing is to be mended before it can be saved')).toBeVisible()
    await hours.fill('6')
    await saveInVain()
    await expect(settled).toHaveAttribute('aria-disabled', 'true', { timeout: 90_000 })
    await expect(unknown).toBeHidden()
    await expect(page.getByText('The answer was lost, but the platform has what you entered')).toBeVisible()
  })

  await test.step('a moment that the platform writes in another way', async () => {
    await page.getByRole('checkbox', { name: 'Once, before a release' }).check()
    await page.getByRole('textbox', { name: 'Date and time' }).fill('2026-07-04T02:30Z')
    await saveInVain()
    await expect(settled).toHaveAttribute('aria-disabled', 'true', { timeout: 90_000 })
    await expect(unknown).toBeHidden()
    await expect(page.getByText('The answer was lost, but the platform has what you entered')).toBeVisible()
    await expect(page.getByText('Someone else changed this meanwhile')).toBeHidden()
  })
})
