import type { Locator, Page } from '@playwright/test'

import { expectAccessible, expectAccessibleIn } from './axe'
import { askWhyNot, expect, follow, row, test } from './test'

/** Opens the console at CloudCIX and gives name, password and key; what was pressed to send them. */
async function giveCredentials(page: Page, nick: string, key: string): Promise<Locator> {
  await page.goto('/')
  await page.getByRole('button', { name: 'CloudCIX' }).click()
  await page.getByLabel('E-mail').fill(`${nick}@costaverde.example`)
  await page.getByRole('textbox', { name: 'Password' }).fill(nick)
  await page.getByRole('textbox', { name: 'API key' }).fill(key)
  const enter = page.getByRole('button', { name: 'Sign in', exact: true })
  await enter.click()
  return enter
}

/** Signs in and opens the results of a VM that has three backups. */
async function enterResults(page: Page): Promise<void> {
  await giveCredentials(page, 'operator', 'SIMULATED-KEY')
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await follow(page, '/vms/6/backup/results')
}

test('on CloudCIX a backup whose answer was lost is not called unsent: its window closes without a question', async ({
  page,
  simulator,
}) => {
  await giveCredentials(page, 'operator', 'SIMULATED-KEY')
  await page.getByRole('link', { name: 'Virtual machines' }).first().click()
  await page.getByRole('link', { name: 'erp-app-01' }).click()
  await page.getByRole('button', { name: 'Back up now' }).click()
  const now = page.getByRole('dialog', { name: 'Back up now' })
  await now.getByLabel('Name of the backup').fill('before the sale')
  await simulator.set('faults', { rules: [{ method: 'POST', path: '/iaas/backup/', dropAfter: true, times: 1 }] })
  await now.getByRole('button', { name: 'Start the backup' }).click()
  await expect(now.getByText('Not known whether it was done')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('on CloudCIX a deletion can be taken back for ten seconds; then the backup says so, and is gone once the platform is through', async ({
  page,
  simulator,
}) => {
  await enterResults(page)
  const old = page.getByRole('row').filter({ hasText: 'erp-app-02-20260215' })
  const waiting = page.getByRole('region', { name: 'Deleting backups' })
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'PUT' && request.url().includes('/backup/')) sent.push(request.url())
  })
  const decide = async () => {
    await old.getByRole('button', { name: /^Delete/ }).click()
    const question = page.getByRole('dialog', { name: 'Delete this backup?' })
    await expect(question).toContainText('For ten seconds you can undo it. Then it is deleted for good')
    await question.getByRole('button', { name: 'Delete backup' }).click()
    await expect(waiting).toContainText('erp-app-02-20260215-0500Z is about to be deleted')
  }

  await test.step('taken back, nothing is sent', async () => {
    await decide()
    await waiting.getByRole('button', { name: 'Undo' }).click()
    await expect(waiting).toHaveCount(0)
    await page.clock.runFor(10_000)
    await expect(old.getByRole('button', { name: /^Delete/ })).toBeEnabled()
    expect(sent).toEqual([])
  })

  await test.step('nor where the page was left, or the device slept', async () => {
    await decide()
    await page.getByRole('link', { name: 'Events', exact: true }).last().click()
    await expect(waiting).toHaveCount(0)
    await page.goBack()
    await decide()
    await page.clock.fastForward(60_000)
    await expect(page.getByText('This device slept meanwhile', { exact: false })).toBeVisible()
    expect(sent).toEqual([])
  })

  await decide()
  await expectAccessible(page)
  await expectAccessibleIn(page, 'dark')
  await page.clock.runFor(10_000)
  await expect(old).toContainText('Being deleted')
  expect(sent).toHaveLength(1)
  await expect(page.getByText('Deletion of a backup is running').first()).toBeVisible()
  await simulator.skip(30)
  await page.clock.fastForward(10_000)
  await expect(old).toHaveCount(0)
})

test('on CloudCIX several backups of a VM are chosen and deleted by one decision, each once the one before is gone', async ({
  page,
  simulator,
}) => {
  await enterResults(page)
  const rows = page.getByRole('table', { name: 'Backups of this VM' }).getByRole('row')
  await expect(rows).toHaveCount(4)
  await page.getByRole('checkbox').first().check()
  await page.getByRole('checkbox').nth(1).check()
  await expectAccessible(page)
  await page.getByRole('region', { name: 'Chosen backups' }).getByRole('button', { name: 'Delete 2 backups' }).click()
  const question = page.getByRole('dialog', { name: 'Delete 2 backups?' })
  await expect(question).toContainText('The newest good backup goes')
  await expect(question).toContainText('One good backup stays to go back to')
  await expectAccessible(page)
  await expectAccessibleIn(page, 'dark')
  await question.getByRole('button', { name: 'Delete 2 backups' }).click()
  await page.getByRole('button', { name: 'Delete now' }).click()
  const run = page.getByRole('dialog', { name: 'Deleting backups' })
  await expect(run.getByText('0 of 2 answered')).toBeVisible()
  await expect(run.getByText('Waiting', { exact: true })).toBeVisible()
  await expect(async () => {
    await simulator.skip(10)
    await page.clock.fastForward(5_000)
    await expect(run.getByText('2 backups are deleted')).toBeVisible({ timeout: 500 })
  }).toPass()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(rows).toHaveCount(2)
  await expect(page.getByRole('region', { name: 'Chosen backups' })).toHaveCount(0)
})

test('on CloudCIX whoever deletes all backups of a VM types its name, and is told how it ended', async ({
  page,
  simulator,
}) => {
  await enterResults(page)
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Choose all 3 that are shown' }).click()
  await page.getByRole('region', { name: 'Chosen backups' }).getByRole('button', { name: 'Delete 3 backups' }).click()
  const question = page.getByRole('dialog', { name: 'Delete 3 backups?' })
  await expect(question).toContainText('This VM is left with nothing to go back to')
  await question.getByRole('textbox').fill('erp-app-02')
  await question.getByRole('button', { name: 'Delete 3 backups' }).click()
  await page.getByRole('button', { name: 'Delete now' }).click()
  const run = page.getByRole('dialog', { name: 'Deleting backups' })
  await expect(async () => {
    await simulator.skip(10)
    await page.clock.fastForward(5_000)
    await expect(run.getByText('3 backups are deleted')).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(run).toHaveCount(0)
  await expect(page.getByText('No backups yet')).toBeVisible()
})

test('on CloudCIX a tenant signs in with key and code, sees, backs up now, asks for a restore and reads what happened', async ({
  page,
  simulator,
}) => {
  const enter = await giveCredentials(page, 'admin', 'WRONG')
  await expect(page.getByRole('alert')).toContainText('This API key is not one of your company')
  await page.getByRole('textbox', { name: 'API key' }).fill('SIMULATED-KEY')
  await enter.click()
  const code = page.getByLabel('One-time code')
  await expect(code).toBeFocused()
  await expectAccessible(page)
  await expectAccessibleIn(page, 'dark')
  await code.fill('123456')
  await code.press('Enter')
  // A story is faster than any person: what the platform lets one ask in a second is no part of it.
  await simulator.set('settings', { perSecond: 1_000 })

  // See: by hand only, and honest about it.
  await page.getByRole('link', { name: 'Virtual machines' }).first().click()
  await expect(page.getByPlaceholder('Name, project or tenant')).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('ppliance')
  await page.getByRole('link', { name: 'mail-store-01' }).click()
  await askWhyNot(page.getByRole('button', { name: 'Back up now' }))
  await expect(page.getByRole('tooltip')).toContainText('before the upgrade')
  await page.getByRole('link', { name: 'All VMs' }).click()
  await page.getByRole('link', { name: 'web-frontend-02' }).click()
  await expect(page.getByText('each backup is made by hand')).toBeVisible()
  await expect(page.getByText('At risk').first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'VM', exact: true })).toContainText('Project')

  // Back up now, into the repository that the last one is not in.
  await page.getByRole('button', { name: 'Back up now' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Where to')).toHaveValue('1')
  await dialog.getByLabel('Name of the backup').fill('before the sale')
  // What was typed is not lost by a slip (row 43 of the failure catalogue).
  await page.keyboard.press('Escape')
  const lose = page.getByRole('dialog', { name: 'Close and lose what you typed?' })
  await expect(lose).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(lose).toBeHidden()
  await expect(dialog.getByLabel('Name of the backup')).toHaveValue('before the sale')
  await dialog.getByRole('button', { name: 'Start the backup' }).click()
  await simulator.skip(30)
  await page.getByRole('link', { name: 'Backup', exact: true }).click()
  await page.getByRole('link', { name: 'Results' }).click()
  const made = page.getByRole('row').filter({ hasText: 'before the sale' })
  await expect(made).toContainText('Primary repository')
  await expect(made).toContainText('Done')
  await expect(page.getByText('Protected').first()).toBeVisible()

  // Ask for a restore: everything that support needs, times in UTC.
  await made.getByRole('button', { name: /^Restore/ }).click()
  const request = page.getByLabel('The request')
  await expect(request).toHaveValue(/VM: web-frontend-02 \(id 2\)\nBackup: before the sale \(id \d+\)\nCopy: Primary/)
  await expect(request).toHaveValue(/Made at: 2026-03-02 08:\d\d:\d\d \(UTC\)/)
  await expect(page.getByRole('link', { name: 'Write e-mail' })).toHaveAttribute(
    'href',
    /^mailto:support@cloudcix\.com\?subject=/,
  )
  // Nothing is made by a policy here, so nothing is said of one.
  const restore = page.getByRole('dialog', { name: 'Restore a backup' })
  await expect(restore).toContainText('What comes back')
  await expect(restore).not.toContainText('Policy')
  await page.keyboard.press('Escape')

  // Read what happened.
  await page.getByRole('link', { name: 'Events', exact: true }).last().click()
  const events = row(page, 'Events', 'before the sale')
  await expect(events).toHaveCount(3)
  await expect(events.first()).toContainText('Backup ended well')
  await expect(events.last()).toContainText('Tomás Vidal')

  // Of all VMs: the trail can be asked by what it tells of, and a question by something else finds nothing.
  await follow(page, '/events')
  const filters = page.getByRole('search', { name: 'Filter the events' })
  await expect(filters.getByRole('button', { name: 'VM', exact: true })).toBeVisible()
  await expect(filters.getByRole('button', { name: 'Datacenter' })).toBeHidden()
  await expect(row(page, 'Events', 'before the sale').first()).toBeVisible()
  await filters.getByRole('button', { name: 'Failures' }).click()
  await expect(row(page, 'Events', 'mail-store-01')).toHaveCount(1)
  await expect(filters.getByRole('button', { name: 'Changes by administrators' })).toBeHidden()
  await follow(page, '/events?datacenter=Cork')
  await expect(filters.getByRole('button', { name: /Cork/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No event matches' })).toBeVisible()
})
