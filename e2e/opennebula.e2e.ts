import type { Locator, Page } from '@playwright/test'

import { expectAccessibleIn } from './axe'
import { expect, follow, giveName, row, type Simulator, test } from './test'

/** Signs in to the simulated OpenNebula; another release is a new world. */
async function enter(page: Page, person: string): Promise<void> {
  await giveName(page, person)
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

/** Lets the platform work, and the page look at it, until something is there to be seen. */
const until = (page: Page, simulator: Simulator, seen: Locator): Promise<void> =>
  expect(async () => {
    await simulator.skip(1)
    await page.clock.fastForward(5_000)
    await expect(seen).toBeVisible({ timeout: 500 })
  }).toPass()

async function inBothSchemes(page: Page): Promise<void> {
  await expectAccessibleIn(page, 'dark')
  await expectAccessibleIn(page, 'light')
}

test('on OpenNebula a tenant protects a VM, backs it up now, restores it as a new one and in place, and reads what happened', async ({
  page,
  simulator,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'OpenNebula' }).click()
  await enter(page, 'cloudadmin')
  await page.getByRole('link', { name: 'Virtual machines' }).first().click()
  await page.getByRole('link', { name: 'web-frontend-02' }).click()
  await expect(page.getByText('one-2')).toBeVisible()

  // Protect: a schedule of its own, and how backups are made.
  await page.getByRole('link', { name: 'Backup', exact: true }).click()
  await page.getByRole('link', { name: 'Policies' }).click()
  await page.getByRole('checkbox', { name: 'backups-restic (daily)' }).check()
  await page.getByRole('textbox', { name: 'Time' }).fill('03:00')
  await page.getByLabel('Offset from UTC').fill('+00:00')
  await page.getByRole('button', { name: 'Save policies' }).click()
  await expect(page.getByText('policies are in force now')).toBeVisible()
  await expect(page.getByText('Scheduled').first()).toBeVisible()
  await page.getByLabel('Backups to keep').fill('0x3')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText(/^Give a whole number from \d+ on/)).toBeVisible()
  await page.getByLabel('Backups to keep').fill('3')
  await inBothSchemes(page)
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Settings saved')).toBeVisible()

  // Back up now: the place is chosen, and nothing is offered that there is not.
  await page.getByRole('button', { name: 'Back up now' }).click()
  const now = page.getByRole('dialog', { name: 'Back up now' })
  await expect(now.getByText('Replicate')).toHaveCount(0)
  await now.getByLabel('Where to').selectOption({ label: 'backups-restic (2.29 TiB free)' })
  await now.getByRole('button', { name: 'Start the backup' }).click()
  await page.getByRole('link', { name: 'Results' }).click()
  const made = page.getByRole('row').filter({ hasText: '2 02-Mar' })
  await until(page, simulator, made.getByText('Done'))

  // Restore as a new VM: where its disks go, and the first stays as it is.
  await made.getByRole('button', { name: /^Restore/ }).click()
  const restore = page.getByRole('dialog', { name: 'Restore a backup' })
  await restore.getByRole('radio', { name: 'As a new VM' }).check()
  await expect(restore.getByLabel('Name of the new VM')).toHaveValue('web-frontend-02-restored')
  await restore.getByLabel('Where its disks go').selectOption({ label: 'images-london (2.29 TiB free)' })
  await restore.getByRole('button', { name: 'Restore as new VM' }).click()
  await until(page, simulator, restore.getByText('The new VM is made'))
  await page.keyboard.press('Escape')

  // In place: off first, and the name typed.
  await made.getByRole('button', { name: /^Restore/ }).click()
  await expect(restore).toContainText('all its snapshots are deleted')
  await restore.getByRole('button', { name: 'Power off now' }).click()
  await restore.getByLabel('Type the name of the VM to confirm').fill('web-frontend-02')
  await until(page, simulator, restore.getByText('All checks passed.'))
  await restore.getByRole('button', { name: 'Overwrite and restore' }).click()
  await until(page, simulator, restore.getByText('It stays powered off', { exact: false }))
  await page.keyboard.press('Escape')

  // One backup of a chain is not deleted alone, and the question says what goes with it, and what is left.
  await follow(page, '/vms/1/backup/results')
  const increment = page.getByRole('row').filter({ hasText: 'INCREMENT' }).first()
  await increment.getByRole('button', { name: /^Delete/ }).click()
  const deletion = page.getByRole('dialog', { name: 'Delete 5 backups?' })
  await expect(deletion).toContainText('The 5 backups of')
  await expect(deletion).toContainText('This VM is left with nothing to go back to')
  await deletion.getByRole('button', { name: 'Delete 5 backups' }).click()
  await expect(deletion.getByText('Type web-frontend-01 exactly')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(deletion).toHaveCount(0)

  // Renamed it is with all of them, by a name that the platform takes; each is a run of the plan that it lies behind.
  await increment.getByRole('button', { name: /^Rename/ }).click()
  const rename = page.getByRole('dialog', { name: 'Rename backup' })
  await expect(rename.getByText('all 5 are renamed', { exact: false })).toBeVisible()
  await rename.getByLabel('Name of the backup').fill("it's fine")
  await rename.getByRole('button', { name: 'Save name' }).click()
  await expect(rename.getByText("No name may have these signs here: '")).toBeVisible()
  await rename.getByLabel('Name of the backup').fill('before update')
  await rename.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'before update #' })).toHaveCount(5)
  await follow(page, '/vms/1/backup/timeline')
  await expect(page.getByText(/Of the 5 planned runs whose end is known, 5 gave/).first()).toBeVisible()
  await expect(page.getByText('not planned')).toHaveCount(0)
  await follow(page, '/vms/2/backup/results')

  // Read what happened, and that this platform keeps no more.
  await page.getByRole('link', { name: 'Events', exact: true }).last().click()
  await expect(page.getByText('This platform keeps no record of events', { exact: false })).toBeVisible()
  await expect(row(page, 'Events', 'backup')).toHaveCount(1)
  await follow(page, '/vms')
  await expect(page.getByRole('link', { name: 'web-frontend-02-restored' })).toBeVisible()
})

test('on OpenNebula the failure that a VM tells of itself is its last one, though it left no backup', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'OpenNebula' }).click()
  await enter(page, 'operator')
  await follow(page, '/vms/8')
  const protection = page.getByRole('region', { name: 'Protection' })
  await expect(protection.getByText('The connection broke off')).toBeVisible()
  await expect(protection).not.toContainText('none in sight')
})

test('on OpenNebula a schedule without a datastore says what it does, and is taken away', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'OpenNebula' }).click()
  await enter(page, 'operator')
  await follow(page, '/vms/3/backup/policies')
  await expect(page.getByText('This schedule names no datastore', { exact: false })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('your tenant may not see it')
  await page.getByRole('checkbox', { name: 'SCHED_ACTION 2' }).uncheck()
  await page.getByRole('button', { name: 'Save policies' }).click()
  await expect(page.getByText('This schedule names no datastore', { exact: false })).toHaveCount(0)
})

test('on OpenNebula a backup that the platform refuses waits, says why, stands in the way of another one, and is taken back', async ({
  page,
  simulator,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'OpenNebula' }).click()
  await enter(page, 'operator')
  await simulator.set('settings', {
    quotas: { 'backups-rsync': 'limit of 2 reached for IMAGES quota in datastore with ID: 100' },
  })
  await follow(page, '/vms/2/backup')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start the backup' }).click()
  const work = page.getByRole('region', { name: 'What runs on this VM' })
  await expect(work.getByRole('status')).toHaveText('Backup waits to begin')
  await until(page, simulator, work.getByText('limit of 2 reached', { exact: false }))
  await expect(work.getByText('tries again every few seconds', { exact: false })).toBeVisible()
  await inBothSchemes(page)
  await expect(page.getByRole('button', { name: 'Back up now' })).toHaveAccessibleDescription(
    /still waits to begin.*take it back first/,
  )
  await page.getByRole('button', { name: 'Take backup back' }).click()
  const question = page.getByRole('dialog', { name: 'Take backup back' })
  await question.getByRole('button', { name: 'Take backup back' }).click()
  await expect(work).toHaveCount(0)
  await expect(page.getByText('Backup of web-frontend-02 was cancelled')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Back up now' })).not.toHaveAccessibleDescription(/waits to begin/)
})

test('on OpenNebula nobody is told that a tenant may use nothing: what it may is not given tenant by tenant', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'OpenNebula' }).click()
  await enter(page, 'cloudadmin')
  await follow(page, '/tenants')
  await expect(row(page, 'Tenants', 'Costa Verde Retail')).toContainText('6 of 13')
  await expect(page.getByRole('columnheader', { name: 'Policies allowed' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Costa Verde Retail' }).click()
  await expect(page.getByRole('main')).toContainText('does not allow policies tenant by tenant')
  await expect(page.getByRole('main')).not.toContainText('may use no datacenter')

  // Who runs the platform sees how much room is left for backups.
  await follow(page, '/infrastructure')
  await expect(page.getByRole('listitem').filter({ hasText: 'Barcelona' })).toContainText('TiB free')
})

test('on OpenNebula a schedule names days of the month, or of the year, and a slip is told at its field', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'OpenNebula' }).click()
  await enter(page, 'operator')
  await follow(page, '/vms/2/backup/policies')
  await page.getByRole('checkbox', { name: 'backups-rsync (monthly)' }).check()
  const dates = page.getByLabel('Days of the month')
  await dates.fill('15, 32')
  await page.getByRole('textbox', { name: 'Time' }).fill('03:00')
  await page.getByLabel('Offset from UTC').fill('+00:00')
  await expect(page.getByText('Enter days from 1 to 31').first()).toBeVisible()
  await inBothSchemes(page)
  await dates.fill('15, 1')
  await expect(page.getByText('each month on days 1 and 15 at 03:00 UTC').first()).toBeVisible()
  await page.getByRole('button', { name: 'Save policies' }).click()
  await expect(page.getByText('policies are in force now')).toBeVisible()
  await expect(page.getByLabel('Days of the month')).toHaveValue('01, 15')

  await page.getByRole('checkbox', { name: 'backups-rsync (monthly)' }).uncheck()
  await page.getByRole('checkbox', { name: 'backups-restic (yearly)' }).check()
  await page.getByLabel('Days of the year').fill('7-1')
  await page.getByRole('textbox', { name: 'Time' }).fill('03:00')
  await page.getByLabel('Offset from UTC').fill('+00:00')
  await page.getByRole('button', { name: 'Save policies' }).click()
  await expect(page.getByText('each year on 1 Jul at 03:00 UTC').first()).toBeVisible()
  await expect(page.getByLabel('Days of the year')).toHaveValue('07-01')
})

test('before 6.6 the page drives a backup to a marketplace itself: told beforehand, told step by step, borne over a reload; what is due is backed up at once', async ({
  page,
  simulator,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'OpenNebula' }).click()
  await expect(page.getByText('in the group of the administrators', { exact: false }).first()).toBeVisible()
  await simulator.set('settings', { version: '6.4' })
  await enter(page, 'cloudadmin')

  // A frequency of its own, to a marketplace.
  await follow(page, '/vms/2/backup/policies')
  await page.getByRole('radio', { name: 'private-s3' }).check()
  await page.getByLabel('Hours between backups').fill('24')
  await page.getByRole('button', { name: 'Save policies' }).click()
  await expect(page.getByText('every 24 hours').first()).toBeVisible()

  // Back up now: it says that the VM is switched off, and drives the steps.
  await page.getByRole('button', { name: 'Back up now' }).click()
  const now = page.getByRole('dialog', { name: 'Back up now' })
  await expect(now.getByText('The VM is switched off for a while')).toBeVisible()
  await inBothSchemes(page)
  await now.getByLabel('Where to').selectOption({ label: 'private-s3 (220 GiB free)' })
  await now.getByRole('button', { name: 'Start the backup' }).click()
  await page.getByRole('link', { name: 'Tasks' }).click()
  await expect(page.getByText('Powering off VM').first()).toBeVisible()

  // Signing out would stop it: that is asked. A reload goes on where it was.
  await page.getByRole('button', { name: 'cloudadmin' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  const leaving = page.getByRole('dialog', { name: 'Sign out while a backup runs?' })
  await expect(leaving).toContainText('stays off until you sign in here again')
  await leaving.getByRole('button', { name: 'Stay signed in' }).click()
  await page.reload()
  await enter(page, 'cloudadmin')
  await follow(page, '/vms/2/tasks')
  await until(page, simulator, page.getByText('Deleting template', { exact: false }).first())
  await expect(page.getByText('Resuming VM').first()).toBeVisible()
  await follow(page, '/vms/2/backup/results')
  const made = page.getByRole('row').filter({ hasText: 'web-frontend-02 - BACKUP' })
  await expect(made).toContainText('Done')

  // Restore: a new VM beside the first.
  await made.getByRole('button', { name: /^Restore/ }).click()
  const restore = page.getByRole('dialog', { name: 'Restore a backup' })
  await expect(restore.getByText('web-frontend-02 stays as it is')).toBeVisible()
  await restore.getByRole('button', { name: 'Restore as new VM' }).click()
  await until(page, simulator, restore.getByText('The new VM is made'))
  await page.keyboard.press('Escape')

  // What is due: a dry run, then all of them.
  await follow(page, '/vms')
  await expect(page.getByRole('link', { name: 'web-frontend-02-restored' })).toBeVisible()
  await page.getByRole('button', { name: 'Back up 4 VMs that are due' }).click()
  await expect(page.getByText('3 running VMs are switched off for a while')).toBeVisible()
  await page.getByRole('button', { name: 'Back up 4 VMs' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Back up 4 VMs' }).click()
  await expect(row(page, 'What became of each VM', 'erp-db-01')).toContainText('Accepted')
})

async function openSettings(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: 'OpenNebula' }).click()
  await enter(page, 'cloudadmin')
  await follow(page, '/vms/2/backup/policies')
}

test('what is typed into the settings of a VM stays when someone else saves others, and is saved over them only by a second press', async ({
  page,
}) => {
  const other = await page.context().newPage()
  await openSettings(page)
  await openSettings(other)
  const keep = page.getByLabel('Backups to keep')
  await keep.fill('7')
  await other.getByLabel('Also back up volatile disks').click()
  await other.getByRole('button', { name: 'Save settings' }).click()
  await expect(other.getByText('Settings saved')).toBeVisible()

  const save = page.getByRole('button', { name: 'Save settings' })
  await save.click()
  await expect(page.getByText('Someone else has changed this since you opened it.')).toBeVisible()
  await expect(keep).toHaveValue('7')
  await save.click()
  await expect(page.getByText('Settings saved')).toBeVisible()
  await expect(keep).toHaveValue('7')
})
