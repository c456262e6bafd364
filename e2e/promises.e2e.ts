import type { Page, Request } from '@playwright/test'

import { expect, follow, giveName, inTurn, openPreflight, requests, signIn, simulatorOf, test } from './test'

/*
 * What the console promises of secrets, of rights and of hostile addresses, as far as it takes a browser. A page that only
 * works where the prototype of all objects can be written is a page that a hostile answer may change: here it is frozen.
 */
test.beforeEach(({ page }) => page.addInitScript(() => Object.freeze(Object.prototype)))

/** Everything that a page keeps or shows, as text. */
const keptBy = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const caches = await globalThis.caches.keys()
    const asked = performance.getEntriesByType('resource').map(({ name }) => name)
    const fields = Array.from(document.querySelectorAll('input'), ({ value }) => value)
    return JSON.stringify({
      storages: [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie],
      databases: databases.map(({ name }) => name),
      caches,
      addresses: [location.href, ...asked],
      page: document.documentElement.outerHTML,
      fields,
      state: history.state,
    })
  })

test('TOK-1 PP-2: while someone works, password and token are in no storage, address, field or text of the page', async ({
  page,
}) => {
  const logged: string[] = []
  const sent: Request[] = []
  page.on('request', (request) => sent.push(request))
  page.on('console', (message) => logged.push(message.text()))
  await signIn(page, 'tenantadmin', '/vms')
  await inTurn(['/', '/vms', '/vms/13-105-1015/backup/results', '/calendar', '/roles'], async (address) => {
    await follow(page, address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
  const headers = await Promise.all(sent.map((request) => request.allHeaders()))
  const tokens = new Set(headers.flatMap((all) => /^Token (.+)$/.exec(all['authorization'] ?? '')?.[1] ?? []))
  expect(tokens.size, 'the session goes on with a token').toBeGreaterThan(0)
  const basic = Buffer.from('tenantadmin:tenantadmin').toString('base64')
  const kept = `${await keptBy(page)}${logged.join('\n')}`
  for (const secret of [...tokens, basic, `Basic ${basic}`]) expect(kept).not.toContain(secret)
})

test('AUTHZ-3: who administers nothing opens such a page in vain, and nothing of it is asked for or told', async ({
  page,
}) => {
  await signIn(page, 'operator', '/roles')
  const asked = requests(page)
  await inTurn(
    [
      '/infrastructure',
      '/infrastructure/1',
      '/infrastructure/2/manager',
      '/infrastructure/1/policies/new',
      '/infrastructure/1/tenants',
      '/tenants',
      '/tenants/1',
    ],
    async (address) => {
      await follow(page, address)
      const main = page.getByRole('main')
      await expect(main.getByText('Your role does not open this page'), address).toBeVisible()
      await expect(main).not.toContainText(/Avamar|Veeam|Barcelona|London|Lisbon|Costa Verde|Meridian/)
    },
  )
  expect(asked.filter((one) => / \/api\/(?:admin|config)\//.test(one))).toEqual([])
})

test('CRED-1 CRED-4: the password of a backup system is never shown, takes what a password manager gives, and any length', async ({
  page,
}) => {
  await signIn(page, 'dcadmin', '/infrastructure/1/manager')
  const password = page.getByRole('textbox', { name: 'Password' })
  await expect(password).toHaveValue('')
  await expect(password).toHaveAttribute('type', 'password')
  await expect(password).toHaveAttribute('autocomplete', 'new-password')
  const long = 'ñ x'.repeat(70)
  await page.evaluate((text) => {
    const paste = new DataTransfer()
    paste.setData('text/plain', text)
    Reflect.set(globalThis, 'pasted', paste)
  }, long)
  await password.focus()
  const taken = await password.evaluate((field) =>
    field.dispatchEvent(
      new ClipboardEvent('paste', {
        clipboardData: Reflect.get(globalThis, 'pasted'),
        bubbles: true,
        cancelable: true,
      }),
    ),
  )
  expect(taken, 'nothing stops a paste').toBe(true)
  await page.keyboard.insertText(long)
  await expect(password).toHaveValue(long)
})

test('RED-1: whatever address someone is sent to, signing in leads nowhere else', async ({ page }) => {
  await page.goto('/')
  const own = new URL(page.url()).origin
  await inTurn(
    [
      '//evil.example/vms',
      '/%5Cevil.example',
      '/%09/evil.example',
      '/javascript:alert(1)',
      '/vms?next=//evil.example&return=https://evil.example/#https://evil.example',
      '/help/restore?from=//evil.example',
    ],
    async (address) => {
      await page.goto(own + address)
      const way = page.getByRole('banner').getByRole('link', { name: 'Sign in' })
      await expect(page.getByLabel('User name').or(way)).toBeVisible()
      if (await way.isVisible()) await way.click()
      await giveName(page, 'operator')
      await expect(page.getByRole('navigation').first()).toBeVisible()
      expect(new URL(page.url()).origin, address).toBe(own)
    },
  )
})

test('XSS-4: before a restore, a name that reads otherwise than it is written shows its hidden marks', async ({
  page,
}) => {
  await page.goto('/vms')
  await expect(page.getByLabel('User name')).toBeVisible()
  await simulatorOf(page).set('settings', { texts: { 'erp-app-01': 'erp\u202Egpj.exe\u200B' } })
  await page.getByRole('button', { name: /operator/ }).click()
  await expect(page.getByRole('list', { name: 'Virtual machines' })).toContainText('gpj.exe')
  await follow(page, '/vms/13-105-1015/backup/results')
  const preflight = await openPreflight(page)
  await expect(preflight).toContainText('U+202E')
  await expect(preflight).toContainText('U+200B')
})

test('an address where no platform answers is not told as something that somebody deleted', async ({
  page,
  simulator,
}) => {
  await page.goto('/vms')
  await expect(page.getByLabel('User name')).toBeVisible()
  await simulator.set('faults', { rules: [{ method: 'GET', path: '/login', status: 404, body: 'html' }] })
  await giveName(page, 'operator')
  const problem = page.getByRole('alert')
  await expect(problem).toContainText('The platform answered in a way that we cannot read.')
  await expect(problem).toContainText('HTTP 404')
  await expect(problem).not.toContainText('deleted')
})
