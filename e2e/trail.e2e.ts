import { readFile } from 'node:fs/promises'

import type { Locator, Page } from '@playwright/test'

import { expect, signIn, test } from './test'

const table = 'Events of the platform, newest first'
const lines = (page: Page): Locator => page.getByRole('table', { name: table }).getByRole('row')
const newest = (page: Page): Locator => lines(page).nth(1)

/** Runs inside the page. */
async function change([where, type, what]: readonly [string, string, object]): Promise<number> {
  const authorization = `Basic ${btoa('cloudadmin:cloudadmin')}`
  const before = await fetch(`/api${where}`, { headers: { authorization, accept: type } })
  const answer = await fetch(`/api${where}`, {
    method: 'PUT',
    headers: { authorization, accept: '*/*', 'content-type': type },
    body: JSON.stringify({ ...(await before.json()), ...what }),
  })
  return answer.status
}

/** Changes a part of a thing as another client would, beside the console. */
async function changeBeside(page: Page, path: string, entity: string, part: object): Promise<void> {
  const media = `application/vnd.abiquo.${entity}+json; version=5.2`
  const status = await page.evaluate(change, [path, media, part] as const)
  expect(status, `${path} is changed`).toBeLessThan(300)
}

/** Something happens, and the trail tells of it. */
const happens = (page: Page, name: string): Promise<void> => changeBeside(page, '/admin/roles/8', 'role', { name })

/** erp-reports-01, which is not deployed, so that its change is done at once. */
const reports = '/cloud/virtualdatacenters/13/virtualappliances/105/virtualmachines/1019'

/** Waits out the seconds between two looks at the platform. */
const look = (page: Page): Promise<void> => page.clock.fastForward('00:15')

/** Looks at the platform until something shows: one look may fall into a reading that began before it. */
const untilShown = (page: Page, what: Locator): Promise<void> =>
  expect(async () => {
    await look(page)
    await expect(what).toBeVisible({ timeout: 2_000 })
  }).toPass()

test('the trail of the platform: what changed is found, opened and taken away as a safe file; a viewer sees the own tenant', async ({
  page,
}) => {
  await test.step('an administrator finds what changed in a datacenter, opens it, and takes the list away as a safe file', async () => {
    await signIn(page, 'cloudadmin', '/events')
    await page.getByRole('button', { name: 'Action', exact: true }).click()
    await page.getByRole('searchbox', { name: 'Find or type: Action' }).fill('withdrawn')
    await page.getByRole('button', { name: /^Backup policy withdrawn/ }).click()
    await page.getByRole('button', { name: 'Datacenter', exact: true }).click()
    await page.getByRole('button', { name: 'Barcelona', exact: true }).click()
    await expect(page).toHaveURL(/action=BACKUP_POLICY_RESTRICT.*datacenter=Barcelona/)
    await expect(page.getByRole('button', { name: 'Remove the filter Datacenter: Barcelona' })).toBeVisible()
    await expect(newest(page)).toContainText(/Management gold.*Costa Verde Retail/)

    await newest(page).getByRole('button').click()
    const detail = page.getByRole('dialog', { name: 'Event' })
    await expect(detail).toContainText('BACKUP_POLICY_RESTRICT')
    await expect(detail.getByRole('link', { name: 'Costa Verde Retail' })).toHaveAttribute('href', /\/tenants\//)
    await expect(detail.getByRole('link', { name: 'Barcelona' })).toHaveAttribute('href', /\/infrastructure\//)
    await page.keyboard.press('Escape')
    await expect(detail).toBeHidden()

    await signIn(page, 'cloudadmin', '/events?about=failed-backups')
    await newest(page).getByRole('button').click()
    await expect(detail).toContainText(/Rack.*Physical machine/)
    const host = (await detail.getByText(/^esx-\d\d$/).textContent()) ?? ''
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'More filters' }).click()
    await page.getByLabel('Physical machine').fill(host)
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(page.getByRole('button', { name: `Remove the filter Physical machine: ${host}` })).toBeVisible()
    await expect(page).toHaveURL(/about=failed-backups.*host=esx-/)
    await expect(newest(page)).toContainText('Error')

    // A name that a spreadsheet would take for a formula.
    await changeBeside(page, reports, 'virtualmachine', { label: '=1+1' })
    await signIn(page, 'cloudadmin', '/events?about=failures')
    await expect(newest(page)).toContainText('Error')
    await page.getByRole('button', { name: 'All events' }).click()
    await page.getByRole('button', { name: 'VM', exact: true }).click()
    await page.getByRole('searchbox', { name: 'Find or type: VM' }).fill('=1+1')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Remove the filter VM: =1+1' })).toBeVisible()
    await expect(newest(page)).toContainText('=1+1')
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export CSV' }).click()
    const file = await saved
    expect(file.suggestedFilename()).toMatch(/^events_.*_2026-03-02T\d{6}Z\.csv$/)
    const text = await readFile(await file.path(), 'utf8')
    expect(text).toMatch(/^\uFEFFDate\/Time \(UTC\),Severity,Action,.*\r\n2026-\d\d-\d\dT[\d:.]+Z,/)
    expect(text).toContain(`,'=1+1,`)
    expect(text).not.toMatch(/(^|,)=1\+1/m)
    await expect(page.getByText(/events are in the file/)).toBeVisible()
  })

  await test.step('a viewer sees the own tenant only, and is told what never comes in sight', async () => {
    await signIn(page, 'viewer', '/events')
    await expect(page.getByText('You see the events of your tenant only: Costa Verde Retail.')).toBeVisible()
    await expect(newest(page)).toContainText('Costa Verde Retail')
    await expect(lines(page).filter({ hasText: /Northgate|Meridian/ })).toHaveCount(0)
    await page.getByText('20 kinds of events are not in your sight').click()
    await expect(
      page.getByText(/^Scheduled backup ended.* \(needs “Manage virtual machine backup configuration”\)$/),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Changes by administrators' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'never reach you' })).toContainText(
      '9 kinds need “Manage datacenter backup configuration”.',
    )
    await expect(page.getByRole('heading', { name: 'No event matches' })).toBeVisible()
  })
})

test('new events are announced and wait until one wants them; nothing moves under the reader', async ({ page }) => {
  await signIn(page, 'cloudadmin', '/events')
  const tenth = lines(page).nth(10)
  const told = tenth.getByRole('cell').last()
  const text = await told.innerText()
  await tenth.getByRole('button').click()
  await expect(page.getByRole('dialog', { name: 'Event' })).toBeVisible()
  await happens(page, 'reports-of-march')
  await untilShown(page, page.getByText('1 new event'))
  await expect(page.getByRole('dialog', { name: 'Event' })).toBeVisible()
  // First away from the top: there, with nothing open, the one that waits would come by itself.
  await page.evaluate(() => window.scrollTo({ top: 400 }))
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Event' })).toBeHidden()
  const before = await tenth.boundingBox()
  await happens(page, 'reports-of-april')
  await untilShown(page, page.getByRole('button', { name: '2 new events' }))
  expect(await told.innerText()).toBe(text)
  expect(await tenth.boundingBox()).toEqual(before)

  await page.getByRole('button', { name: '2 new events' }).click()
  await expect(newest(page)).toContainText('reports-of-april')
  expect(await lines(page).nth(12).getByRole('cell').last().innerText()).toBe(text)

  // At the top, with nothing open, they come by themselves.
  await happens(page, 'reports-of-may')
  await look(page)
  await expect(newest(page)).toContainText('reports-of-may')

  // Not followed, the list stands still until one looks again.
  const follow = page.getByRole('switch', { name: 'Follow' })
  await follow.click()
  await expect(follow).not.toBeChecked()
  await happens(page, 'reports-of-june')
  await look(page)
  await expect(newest(page)).toContainText('reports-of-may')
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(newest(page)).toContainText('reports-of-june')
  // And is told what looking brought.
  await expect(page.getByRole('status').getByText(/^\d+ new$/)).toBeVisible()
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByRole('status').getByText('Nothing changed')).toBeVisible()
})

test('while the answer to another filter is waited for, no time is told for the rows of before, nor are they taken away', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'cloudadmin', '/events')
  await expect(newest(page)).toBeVisible()
  const asOf = page.getByRole('main').getByText(/^As of/)
  const evidence = page.getByRole('button', { name: 'Evidence', exact: true })
  await expect(asOf).toBeVisible()
  await simulator.set('settings', { latencyMs: 5_000 })
  await page.getByRole('button', { name: 'Failures', exact: true }).click()
  await expect(page).toHaveURL(/about=failures/)
  await expect(asOf).toBeHidden()
  await expect(evidence).toBeDisabled()
  await expect(asOf).toHaveText(/2 Mar 2026/)
  await expect(evidence).toBeEnabled()
})
