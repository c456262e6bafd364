import type { Page } from '@playwright/test'

import { expectAccessibleInBoth, expectTargets } from './axe'
import { expect, inTurn, signIn, test } from './test'

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Follows a figure's link, and gives how many VMs the list behind it shows. */
async function countBehind(page: Page, name: string | RegExp, within: string): Promise<number> {
  await panel(page, within).getByRole('link', { name }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Virtual machines' })).toBeVisible()
  await expect(page.getByRole('button', { name: /: show why\)$/ }).first()).toBeVisible()
  const words = (await page.getByText(/^\d+ of \d+ VMs/).textContent()) ?? ''
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  return Number(words.split(' ')[0])
}

/** What a chart tells at each of its points, as the arrow keys go from the first to the last. */
async function heardOf(page: Page, name: string, points: number): Promise<readonly string[]> {
  const chart = panel(page, name).getByRole('slider', { name })
  await chart.focus()
  await page.keyboard.press('Home')
  const heard: string[] = []
  await inTurn(
    Array.from({ length: points }, (_, place) => place),
    async (place) => {
      await expect(chart).toHaveValue(String(place))
      heard.push((await chart.getAttribute('aria-valuetext')) ?? '')
      await page.keyboard.press('ArrowRight')
    },
  )
  await expect(chart).toHaveValue(String(points - 1))
  return heard
}

/** The rows of a chart's table, each with its name and its numbers. */
async function rowsOf(page: Page, name: string): Promise<readonly (readonly string[])[]> {
  await panel(page, name).getByRole('button', { name: 'Show as table' }).click()
  const rows = panel(page, name)
    .getByRole('table', { name: `${name} as a table` })
    .getByRole('row')
  return rows.evaluateAll((all) =>
    all.slice(1).map((one) => Array.from(one.children, (cell) => cell.textContent ?? '')),
  )
}

test('the overview ranks what needs someone, and each figure is the very list that it counts', async ({ page }) => {
  await signIn(page, 'operator', '/')
  const needs = panel(page, 'Needs you now')
  await expect(needs.getByRole('heading', { level: 3 })).toHaveText([
    'The last backups of 3 VMs failed',
    'One VM is overdue',
    'One VM has policies, but is not deployed',
    '7 VMs have no policy',
  ])
  await expect(needs.getByRole('listitem').filter({ hasText: 'is overdue' })).toContainText('web-frontend-02')
  expect(await countBehind(page, /^The last backups of 3 VMs/, 'Needs you now')).toBe(3)
  expect(await countBehind(page, /^One VM has policies/, 'Needs you now')).toBe(1)
  expect(await countBehind(page, /^7 VMs have no policy/, 'Needs you now')).toBe(7)

  const table = page.getByRole('table', { name: 'Coverage as a table' })
  await panel(page, 'Coverage').getByRole('button', { name: 'Show as table' }).click()
  const london = await table.getByRole('row').filter({ hasText: 'London' }).getByRole('cell').allTextContents()
  await panel(page, 'Coverage').getByRole('button', { name: 'Show as table' }).click()
  const shares = ['\\d+ VMs', 'No policy \\d+', 'Needs attention \\d+', 'Protected \\d+']
  await inTurn(shares, async (share) => {
    const counted = await countBehind(page, new RegExp(`^${share} in London`, 'u'), 'Coverage')
    expect(counted, share).toBe(Number(london[shares.indexOf(share)]))
  })

  // Some VMs have runs whose time only the backup system knows: that none is known does not mean that none comes.
  const next = panel(page, 'Now and next')
  await expect(next).toContainText('No known run until 18:00 UTC+01:00')
  await expect(next).toContainText('9 VMs have runs whose time is not known here.')

  await expect(page.getByRole('slider')).toHaveCount(2)
  await expectAccessibleInBoth(page)
  await expectTargets(page)
})

test('the failed backups of the day are the very list of events that they count', async ({ page }) => {
  await signIn(page, 'cloudadmin', '/')
  const failed = panel(page, 'Failures by cause').getByRole('link', { name: /failed backups? in the last 24 hours$/ })
  const told = (await failed.textContent()) ?? ''
  await failed.click()
  await expect(page.getByRole('button', { name: 'Failed backups' })).toHaveAttribute('aria-pressed', 'true')
  const n = /^\d+/.exec(told)?.[0] ?? '1'
  await expect(page.getByText(`Events 1 to ${n} of ${n}`)).toBeVisible()
  await expect(page.getByRole('table', { name: 'Events of the platform' })).not.toContainText('Restore')
})

test('failures are told by their cause, with the next step, and the platform’s words one press away', async ({
  page,
}) => {
  await signIn(page, 'operator', '/')
  const failures = panel(page, 'Failures by cause')
  const full = failures.getByRole('listitem').filter({ hasText: 'Storage is full' }).first()
  await full.getByText('Show VMs and next step').click()
  await expect(full).toContainText('An administrator of the platform or of its backup system')
  await expect(full).toContainText('Safe, but it fails again until this is fixed')
  await expect(full.getByText('Not enough free space in the backup repository')).toBeHidden()
  await full.getByText('What the platform said').click()
  await expect(full.getByText('Not enough free space in the backup repository')).toBeVisible()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await full.getByRole('button', { name: 'Copy for support' }).click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^Cause: Storage is full\nVM: mail-store-01/)
  expect(copied).toMatch(/\nWhen \(UTC\): 2026-03-02T\d\d:\d\d:\d\d/)
  expect(await countBehind(page, 'One VM', 'Failures by cause')).toBe(1)

  // What the keys tell of a chart, and what its table holds, are the same numbers.
  const hours = await heardOf(page, 'Planned runs, by hour', 24)
  expect(hours).toContain('3 Mar 2026, 02:00 UTC+01:00: 10 runs')
  const runs = await rowsOf(page, 'Planned runs, by hour')
  expect(runs.map(([hour, n]) => `${hour}: ${n} ${n === '1' ? 'run' : 'runs'}`)).toEqual(hours)
  const days = await heardOf(page, 'Backups that ended, by day', 7)
  expect(days.at(-1)).toMatch(/^Mon, 2 Mar 2026: [1-9]\d* good, 0 partial, [1-9]\d* failed, \d+ unclear$/)
  const ends = await rowsOf(page, 'Backups that ended, by day')
  expect(ends.map(([day, ...n]) => `${day}: ${n[0]} good, ${n[1]} partial, ${n[2]} failed, ${n[3]} unclear`)).toEqual(
    days,
  )
})

test('who does not receive the ends of backups is told so, and nothing is called fine or failed', async ({ page }) => {
  await signIn(page, 'viewer', '/')
  await expect(page.getByText('Your role does not receive the ends of backups')).toBeVisible()
  await expect(page.getByText('The newest results are known only in part')).toHaveCount(0)
  await expect(panel(page, 'Failures by cause')).toContainText('Failures cannot be told without the events')
  await expect(panel(page, 'Needs you now')).toContainText(/How \d+ more VMs are protected is not known here/)
  await expect(panel(page, 'Planned runs, by hour').getByRole('slider')).toBeVisible()
  await expect(panel(page, 'Backups that ended, by day').getByRole('slider')).toHaveCount(0)
})
