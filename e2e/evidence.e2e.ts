import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

import type { Locator, Page } from '@playwright/test'

import { expectAccessible, expectAccessibleIn } from './axe'
import { expect, signIn, test } from './test'

const list = '/vms?protection=failed&protection=overdue&view=table'

const evidence = (page: Page) => page.getByRole('button', { name: 'Evidence', exact: true })

/** Opens the menu and takes the list in one of its ways. */
async function take(page: Page, way: RegExp): Promise<void> {
  await evidence(page).click()
  await page.getByRole('dialog', { name: 'Evidence' }).getByRole('button', { name: way }).click()
}

async function fileOf(page: Page, way: RegExp): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const saved = page.waitForEvent('download')
  await take(page, way)
  const file = await saved
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')

const bodyRows = (table: Locator): Locator => table.getByRole('row').filter({ has: table.page().getByRole('cell') })

test('a list is taken away as files, on paper and as a link; its stamp can be checked', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, 'cloudadmin', list)
  await expect(page.getByText('4 of 39 VMs shown')).toBeVisible()

  const csv = await fileOf(page, /^CSV file/)
  expect(csv.name).toMatch(/^Virtual-machines_Last-backup-failed_Overdue_2026-03-02T\d{6}Z\.csv$/)
  const text = csv.bytes.toString('utf8')
  expect(text).toMatch(/^\uFEFFName,Id,UUID,/)
  expect(text).toMatch(/\r\nweb-frontend-02,.*,Overdue,/)
  expect(text).toContain('\r\n\r\nProduct,Holdfast\r\n')
  expect(text).toContain('\r\nFilters,Protection: Last backup failed; Overdue\r\n')
  expect(text).toContain('\r\nTaken by,Marta Vidal (cloudadmin)\r\n')
  expect(text).toContain('\r\nMissing or incomplete,Nothing that Holdfast knows of\r\n')
  expect(text).toMatch(
    /\r\nProtection rule,"Version \d+, late after 2 hr, by hand at most 7 days old, http:.*\/protection"\r\n/,
  )
  const length = Number(/head -c (?<bytes>\d+)/.exec(text)?.groups?.['bytes'])
  const hash = sha256(csv.bytes.subarray(3, 3 + length))
  expect(text).toContain(`\r\nSHA-256 of the data as CSV,${hash}\r\n`)

  const json: { stamp: Record<string, unknown>; rows: readonly Record<string, unknown>[] } = JSON.parse(
    (await fileOf(page, /^JSON file/)).bytes.toString('utf8'),
  )
  expect(json.rows.map(({ name }) => name)).toEqual([
    'analytics-notebook-01',
    'analytics-warehouse-01',
    'mail-store-01',
    'web-frontend-02',
  ])
  // The same in Spanish, and in a browser with other digits (`spanish.e2e.ts`).
  expect(json.rows[1]).toMatchObject({ lastBackupAt: '2026-02-28T17:55:00.000Z' })
  expect(json.rows[3]).toMatchObject({ protection: 'Overdue', lastBackupAt: expect.stringMatching(/^2026-.*Z$/) })
  expect(json.stamp).toMatchObject({ rows: 4, rowsWithoutFilters: 39, sha256OfJson: sha256(JSON.stringify(json.rows)) })

  await take(page, /^Print view/)
  const paper = page.getByRole('dialog', { name: 'Print view of Virtual machines' })
  await expect(paper.getByRole('button', { name: 'Print' })).toBeFocused()
  await expect(bodyRows(paper.getByRole('table'))).toHaveCount(4)
  await expect(paper).toContainText('Own time (Europe/Madrid)')
  await expectAccessible(page)
  await expectAccessibleIn(page, 'dark')
  await page.emulateMedia({ media: 'print', colorScheme: null })
  await expect(paper.getByRole('table')).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByText('Only the sheet below is printed.')).toBeHidden()
  await page.emulateMedia({ media: null })
  await page.keyboard.press('Escape')
  await expect(paper).toBeHidden()
  await expect(evidence(page)).toBeFocused()

  await take(page, /^Copy link/)
  await expect(page.getByRole('button', { name: /^Link copied/ })).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await signIn(page, 'cloudadmin', link)
  await expect(page.getByText('4 of 39 VMs shown')).toBeVisible()
  const shown = page.getByRole('table', { name: 'Virtual machines' })
  await expect(bodyRows(shown)).toHaveCount(4)
  await expect(shown.getByRole('rowheader'), 'each row is told by the name of its VM').toHaveText([
    'analytics-notebook-01',
    'analytics-warehouse-01',
    'mail-store-01',
    'web-frontend-02',
  ])
})

test('the plans of the week are taken away, and what is too wide for a sheet stands in several tables', async ({
  page,
}) => {
  await signIn(page, 'cloudadmin', '/calendar?view=week&limit=2&q=web-frontend')
  await expect(page.getByRole('grid', { name: 'Runs that begin, by hour and day' })).toBeVisible()
  const csv = await fileOf(page, /^CSV file/)
  expect(csv.name).toMatch(/^Planned-runs-of-the-week_2026-03-02_2026-03-08_/)
  const text = csv.bytes.toString('utf8')
  expect(text).toMatch(/^\uFEFFDay,Hour,Policy,/)
  expect(text).toMatch(
    /\r\n2026-03-03,02:00,Nightly,[^,]+,Barcelona,3,web-frontend-01; web-frontend-02; web-frontend-03,3,Yes\r\n/,
  )
  expect(text).toContain('\r\nFilters,Collisions: more than 2 runs in an hour\r\n')
  expect(text).toMatch(/\r\nMissing or incomplete,"?Runs before /)

  await page.getByRole('link', { name: 'Days', exact: true }).click()
  await page.getByRole('combobox').selectOption({ label: '28 days' })
  await take(page, /^Print view/)
  const paper = page.getByRole('dialog', { name: 'Print view of Calendar' })
  await expect(paper.getByRole('table')).toHaveCount(2)
  await expect(paper.getByRole('columnheader', { name: '2026-03-02' })).toBeVisible()
  await expect(paper.getByRole('columnheader', { name: 'VM' }).nth(1)).toBeVisible()
})

test('an action is shown as a request before it is sent and after, and nothing secret is in it', async ({ page }) => {
  await signIn(page, 'cloudadmin', '/vms?q=erp-app-02')
  await page.getByRole('link', { name: 'erp-app-02' }).click()
  await page.getByRole('button', { name: 'Back up now' }).click()
  const question = page.getByRole('dialog', { name: 'Back up now' })
  await question.getByText('As request').click()
  const command = question.getByRole('group', { name: 'curl' })
  await expect(command).toContainText(/^curl --globoff -X POST 'http:.*\/api\/cloud\/virtualdatacenters\//)
  await expect(command).toContainText('-H "Authorization: Token $TOKEN"')
  await question.getByRole('button', { name: 'Start the backup' }).click()
  await expect(question).toBeHidden()

  await page.keyboard.press('r')
  const requests = page.getByRole('dialog', { name: 'Requests' })
  await requests.getByText('Changes', { exact: true }).click()
  const sent = requests.getByRole('listitem')
  await expect(sent).toHaveCount(1)
  await expect(sent).toContainText('Answered 202')
  await sent.getByText('POST', { exact: true }).click()
  await expect(sent.getByRole('group', { name: 'curl' })).toContainText('-H "Authorization: Token $TOKEN"')
  await expect(sent.getByRole('group', { name: 'JSON' })).toContainText('{}')

  await requests.getByText('All', { exact: true }).click()
  const login = requests.getByRole('listitem').filter({ hasText: '/login' })
  await login.getByText('GET', { exact: true }).click()
  await expect(login.getByRole('group', { name: 'curl' })).toContainText('/login')
  expect(await login.textContent()).not.toMatch(/Authorization|Basic|Y2xvdWRhZG1pbg/)
  await page.keyboard.press('Escape')
  await expect(requests).toBeHidden()
})
