import { expectAccessibleInBoth } from './axe'
import { expect, follow, inTurn, signIn, test } from './test'

/** Gives the link of a card other words, and says whether the first letter of them is on the card. */
const beginsOnCard = (link: HTMLElement | SVGElement, words: string) => {
  link.textContent = words
  const letter = document.createRange()
  letter.setStart(link.firstChild ?? link, 0)
  letter.setEnd(link.firstChild ?? link, 1)
  const [at, within] = [letter, link.closest('article') ?? link].map((one) => one.getBoundingClientRect())
  return at !== undefined && within !== undefined && at.left > within.left && at.right < within.right
}

test('the list of VMs: badges and their evidence, a search in the address, and the table as the way to look', async ({
  page,
}) => {
  await test.step('an operator sees every VM with its state and its backup badge', async () => {
    await signIn(page, 'operator')
    const list = page.getByRole('list', { name: 'Virtual machines' })
    const card = list.getByRole('article').filter({ has: page.getByRole('link', { name: 'erp-app-01', exact: true }) })
    await expect(card).toContainText('8 vCPU · 64 GiB · 2 disks, 200 GiB')
    await expect(card).toContainText('ERP › ERP core')
    await expect(card).toContainText('London')
    await expect(card.getByRole('button', { name: 'Protected (erp-app-01: show why)' })).toBeVisible()
  })

  await test.step('a name too long for its card shows its beginning, whichever way it runs, and stays on the card', async () => {
    const long = page.getByRole('link', { name: /^integration-test-runner-for/ })
    const card = page.getByRole('article').filter({ has: long })
    const edges = await Promise.all([long, card].map((one) => one.boundingBox()))
    const [end, edge] = edges.map((box) => (box ? box.x + box.width : Number.NaN))
    expect(end).toBeLessThan(edge ?? Number.NaN)

    const short = page.getByRole('link', { name: 'branch-files-01', exact: true })
    expect(await short.evaluate(beginsOnCard, 'ארכיון '.repeat(20))).toBe(true)
    expect(await long.evaluate(beginsOnCard, 'ארכיון '.repeat(20))).toBe(true)
  })

  await test.step('the badge opens its evidence: policy, last good backup, last failure and why, next run', async () => {
    await follow(page, '/vms?q=mail-store-01')
    await page.getByRole('button', { name: /^Last backup failed \(mail-store-01/ }).click()
    const evidence = page.getByRole('dialog', { name: 'mail-store-01' })
    await expect(evidence).toContainText('Nightly')
    await expect(evidence).toContainText(/Last failure\s*\d+ hours ago\s*Storage is full/)
    await expect(evidence).toContainText('Free space on the storage')
    await expect(evidence).toContainText(/Last good backup\s*\d+ days ago/)
    await expect(evidence).toContainText(/Next run\s*\d+ \w+ 2026, \d\d:\d\d UTC/)
    await page.keyboard.press('Escape')
    await expect(evidence).toBeHidden()
  })

  await test.step('nothing that matches is said, with a way back', async () => {
    await follow(page, '/vms?q=no-such-machine')
    await expect(page.getByRole('link', { name: 'erp-app-01', exact: true })).toBeHidden()
    await page.getByRole('button', { name: /clear/i }).first().click()
    await expect(page.getByRole('link', { name: 'erp-app-01', exact: true })).toBeVisible()
  })

  await test.step('a search and its filters are in the address, and the address brings them back', async () => {
    await follow(page, '/vms')
    await expect(page.getByRole('link', { name: 'erp-app-01', exact: true })).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type('erp')
    await expect(page.getByRole('link', { name: 'cache-redis-01', exact: true })).toBeHidden()
    await expect(page).toHaveURL(/q=erp/)
    await page.getByRole('button', { name: 'State', exact: true }).click()
    await page.getByRole('checkbox', { name: /^Off/ }).check()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('link', { name: 'erp-app-02', exact: true })).toBeVisible()
    await expect(page.getByRole('link', { name: 'erp-app-01', exact: true })).toBeHidden()

    await expect(page).toHaveURL(/state=off/)
    const address = page.url()
    await page.reload()
    await signIn(page, 'operator', address)
    await expect(page.getByRole('searchbox', { name: 'Search VMs' })).toHaveValue('erp')
    await expect(page.getByRole('link', { name: 'erp-app-02', exact: true })).toBeVisible()
    await expect(page.getByRole('link', { name: 'erp-app-01', exact: true })).toBeHidden()
  })

  await test.step('the way back from a VM leads to the same rows, and says that they are not all', async () => {
    await page.getByRole('link', { name: 'erp-app-02', exact: true }).click()
    await page.getByRole('link', { name: 'VMs found' }).click()
    await expect(page.getByRole('searchbox', { name: 'Search VMs' })).toHaveValue('erp')
    await expect(page.getByRole('link', { name: 'erp-app-01', exact: true })).toBeHidden()
    await expect(page.getByRole('link', { name: 'erp-app-02', exact: true })).toBeVisible()
  })

  await test.step('whoever follows a link right after the last letter comes back to what was typed', async () => {
    const search = page.getByRole('searchbox', { name: 'Search VMs' })
    await search.fill('erp-app-0')
    await page.getByRole('link', { name: 'erp-app-02', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'erp-app-02' })).toBeVisible()
    await page.goBack()
    await expect(search).toHaveValue('erp-app-0')
    await search.fill('erp')
  })

  await test.step('the table is remembered as the way to look', async () => {
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect(page.getByRole('link', { name: 'erp-app-01', exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Table', exact: true }).click()
    const table = page.getByRole('table', { name: 'Virtual machines' })
    await expect(table.getByRole('row').filter({ hasText: 'erp-app-01' })).toContainText('Protected')
    await signIn(page, 'operator', '/vms')
    await expect(table).toBeVisible()
  })
})

test('the table of a cloud administrator, who sees the most columns, fits a usual screen, and cuts no word', async ({
  page,
}) => {
  await signIn(page, 'cloudadmin', '/vms?view=table')
  const table = page.getByRole('table', { name: 'Virtual machines' })
  await expect(table.getByRole('columnheader', { name: 'Tenant' })).toBeVisible()
  await inTurn([1_440, 1_280], async (width) => {
    await page.setViewportSize({ width, height: 900 })
    await expect
      .poll(() => table.evaluate((drawn) => drawn.clientWidth - (drawn.parentElement?.clientWidth ?? 0)), {
        message: `over the edge at ${String(width)}`,
      })
      .toBe(0)
    const cut = await table
      .locator('bdi')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0).length)
    expect(cut).toBe(0)
  })
})

test('ten thousand VMs are read, searched and drawn a screen at a time', async ({ page, simulator }) => {
  await signIn(page, 'operator')
  await simulator.set('settings', { fleet: 10_000 })
  await signIn(page, 'operator', '/vms')
  await expect(page.getByRole('button', { name: /^\d,\d{3} VMs in all/ })).toBeVisible({ timeout: 45_000 })
  expect(await page.getByRole('article').count()).toBeLessThan(100)
  // So many are judged on another thread.
  await expect.poll(() => page.workers().length, { timeout: 45_000 }).toBe(1)
  await expect(page.getByRole('button', { name: /^[3-9],\d{3} Protected/ })).toBeVisible({ timeout: 45_000 })
  expect(page.workers().map((thread) => thread.url())).toEqual([expect.stringContaining('/assets/fleet-worker-')])

  // A card that went out of sight leaves the focus and its evidence to no other VM; the Tab key walks in the list's order.
  const places = () =>
    page
      .getByRole('list', { name: 'Virtual machines' })
      .getByRole('listitem')
      .evaluateAll((all) => all.map((one) => Number(one.ariaPosInSet)))
  const badge = page
    .getByRole('article')
    .first()
    .getByRole('button', { name: /show why/ })
  await badge.click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await badge.focus()
  await page.mouse.move(700, 600)
  await page.mouse.wheel(0, 1_700)
  await expect.poll(async () => Math.min(...(await places()))).toBeGreaterThan(4)
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator('article :focus')).toHaveCount(0)
  await expect
    .poll(async () => {
      const now = await places()
      return now.every((place, index) => index === 0 || place === (now[index - 1] ?? 0) + 1)
    })
    .toBe(true)

  await page.getByRole('searchbox', { name: 'Search VMs' }).fill('erp-app-01')
  await expect(page.getByRole('link', { name: 'erp-app-01', exact: true })).toBeVisible()
})

test('what is not known of a VM, or not within reach, is told with what would help', async ({ page, simulator }) => {
  await test.step('a viewer is told why protection is not known, and what would open it', async () => {
    await signIn(page, 'viewer', '/vms?q=erp-app-01')
    await page.getByRole('button', { name: /^Protection unknown \(erp-app-01/ }).click()
    await expect(page.getByRole('dialog', { name: 'erp-app-01' })).toContainText(
      'Manage virtual machine backup configuration',
    )
    await page.keyboard.press('Escape')
    await follow(page, '/vms/13-105-1015/backup/policies')
    await expect(page.getByText('This part is not open to you')).toBeVisible()
    await expectAccessibleInBoth(page, 'refusal')
  })

  await test.step('a platform that is down says so, and the list comes with a second try', async () => {
    await signIn(page, 'operator', '/vms/13-105-1015')
    await simulator.set('faults', { rules: [{ method: 'GET', path: '/cloud/virtualmachines', status: 503, times: 3 }] })
    await page.getByRole('link', { name: 'All VMs' }).click()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('link', { name: 'erp-app-01', exact: true })).toBeVisible()
  })
})
