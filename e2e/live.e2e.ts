import { expect, type Page, test } from '@playwright/test'

import { expectAccessible, expectAccessibleIn } from './axe'
import { findNginx, type Site, startSite } from './live-site'
import { watchPolicy } from './policy'
import { giveName } from './test'

const nginx = findNginx()
test.skip(nginx === null, 'nginx is not installed on this machine')

let site: Site
let stop = () => Promise.resolve()
test.beforeAll(async () => {
  site = await startSite(nginx ?? '')
  stop = site.stop
})
test.afterAll(() => stop())

const signIn = (page: Page): Promise<void> => giveName(page, 'operator')

test('a tenant protects a VM, backs it up and looks at a restore, under the policies of a real web server', async ({
  page,
}) => {
  const violations = watchPolicy(page)
  await site.configure({
    product: 'Acme Backups',
    organisation: 'Acme <b>Cloud</b>',
    canonicalLocation: site.platform,
    timeZones: { Barcelona: 'Europe/Madrid', London: 'Europe/London' },
    support: 'mailto:help@acme.example',
  })
  await page.goto(`${site.address}/vms/13-105-1016/backup/policies`)
  await expect(page.getByText('Acme <b>Cloud</b>')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Write to support' })).toBeVisible()
  await signIn(page)

  await page.getByRole('checkbox', { name: 'Snapshots on two days' }).check()
  await page.getByRole('button', { name: 'Save policies' }).click()
  await expect(page.getByRole('banner').getByText('Acme Backups')).toBeVisible()
  await expect(page.getByText('Change of settings of erp-app-02 is done')).toBeVisible({ timeout: 40_000 })

  await page.getByRole('link', { name: 'Results', exact: true }).click()
  const now = page.getByRole('button', { name: 'Back up now' }).first()
  await expect(now).not.toHaveAttribute('aria-disabled', 'true', { timeout: 40_000 })
  await now.click()
  await page.getByRole('dialog', { name: 'Back up now' }).getByRole('button', { name: 'Start the backup' }).click()
  const work = page.getByRole('region', { name: 'What runs on this VM' })
  await expect(work).toContainText('Backup is running')
  await site.skip(10)
  await expect(work).toBeHidden({ timeout: 40_000 })
  await site.skip(10)
  await page.getByRole('button', { name: 'Refresh' }).first().click()
  const done = page.getByRole('row').filter({ hasText: '2 Mar 2026, 09:' }).filter({ hasText: 'Done' }).first()
  await done.getByRole('button', { name: /^Restore/ }).click()
  await expect(page.getByRole('dialog', { name: 'Restore a backup' })).toContainText('Checks')

  expect(violations).toEqual([])
  // The policy stands: what it forbids does not happen.
  expect(
    await page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<b>x</b>'
        return 'markup was made from text'
      } catch {
        return 'refused'
      }
    }),
  ).toBe('refused')
})

test('the web server sends each file as it should, and keeps the password box of the browser away', async ({
  request,
}) => {
  const page = await request.get(`${site.address}/vms/1/backup`)
  const policy = page.headers()['content-security-policy'] ?? ''
  const nonce = /'nonce-([0-9a-f]{32})'/.exec(policy)?.[1]
  expect(nonce, 'a nonce of this answer').toBeDefined()
  expect(await page.text()).toContain(`nonce="${nonce}"`)
  expect(page.headers()).toMatchObject({
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(policy).not.toMatch(/unsafe-/)
  expect((await (await request.get(`${site.address}/`)).text()).includes(nonce ?? ''), 'a new one each time').toBe(
    false,
  )

  const script = /\/assets\/index-[\w-]+\.js/.exec(await page.text())?.[0] ?? ''
  const file = await request.get(site.address + script, { headers: { 'accept-encoding': 'gzip' } })
  expect(file.headers()).toMatchObject({
    'content-encoding': 'gzip',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'application/javascript',
    'content-security-policy': expect.stringContaining("script-src 'self'"),
  })
  const gone = await Promise.all(
    ['/assets/index-of-yesterday.js', '/mockServiceWorker.js', '/.git/config'].map((name) =>
      request.get(site.address + name),
    ),
  )
  expect(gone.map((answer) => answer.status())).toEqual([404, 404, 404])

  const refused = await request.get(`${site.address}/api/login`)
  expect(refused.status()).toBe(401)
  expect(refused.headers()).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  expect(refused.headers()).not.toHaveProperty('www-authenticate')
})

test('a file of settings that does not fit is told calmly, with what is wrong and what is allowed', async ({
  page,
}) => {
  const violations = watchPolicy(page)
  await site.configure({ apiBase: 'http://cloud.example.org/api', timeZones: { Oslo: 'Oslo time' } })
  await page.goto(`${site.address}/vms`)
  await expect(page.getByRole('heading', { level: 1, name: 'This console is not ready yet' })).toBeVisible()
  const lines = page.getByRole('listitem')
  await expect(lines).toHaveText([/apiBase.*http:\/\/cloud\.example\.org\/api.*https/, /timeZones › Oslo.*Oslo time/])
  await expectAccessible(page)
  await expectAccessibleIn(page, 'dark')

  await site.configure('{\n  "apiBase": "/api",\n}')
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(page.getByText(/line 3 does not fit/)).toBeVisible()
  await site.configure({})
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(violations).toEqual([])
})

test('failures of a live site: clocks that differ, storage that is blocked, a worker that a simulator left', async ({
  page,
}) => {
  await site.configure({ canonicalLocation: site.platform })

  await test.step('47 Old service worker: gone after the first visit, and none is registered', async () => {
    await site.put('mockServiceWorker.js', 'addEventListener("fetch", () => undefined)')
    await page.goto(`${site.address}/config.json`)
    // A page of the simulator has such a policy of its own.
    await page.evaluate(`
      trustedTypes.createPolicy('default', { createScriptURL: (address) => address })
      navigator.serviceWorker.register('/mockServiceWorker.js').then(() => null)`)
    const workers = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
    await expect.poll(workers).toBe(1)
    await page.goto(`${site.address}/vms`)
    await expect.poll(workers).toBe(0)
    await site.put('mockServiceWorker.js', null)
  })

  await test.step('44 Storage blocked: the console works, and choices hold for the visit', async () => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('Access is denied', 'SecurityError')
          },
        })
    })
    const errors: Error[] = []
    page.on('pageerror', (error) => errors.push(error))
    await page.goto(`${site.address}/vms`)
    await signIn(page)
    await page.getByRole('button', { name: 'Table', exact: true }).click()
    await expect(page.getByRole('table', { name: 'Virtual machines' })).toContainText('erp-app-01')
    await page.getByRole('button', { name: /^Account of/ }).click()
    const account = page.getByRole('dialog', { name: 'Your account' })
    await account.getByRole('radiogroup', { name: 'Clock' }).getByText('UTC', { exact: true }).click()
    await account.getByRole('radiogroup', { name: 'Appearance' }).getByText('Dark', { exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
    expect(errors).toEqual([])
  })

  // The platform of this site began its day long before this device did.
  await test.step('34 Clock skew: above two minutes it is said, and ages go by the clock of the platform', async () => {
    await expect(page.getByText(/The clock of this device and that of the platform are \d+ days/)).toBeVisible()
    await expect(page.getByRole('table', { name: 'Virtual machines' })).toContainText(/\d+ (?:hours|days) ago/)
    await expect(page.getByText(/\bin \d+ (?:months|years)|\d+ (?:months|years) ago/)).toHaveCount(0)
  })
})

test('long lists are fetched on another thread; an error there is told as any other, and without it nothing is lost', async ({
  page,
}) => {
  const violations = watchPolicy(page)
  await site.configure({ canonicalLocation: site.platform })
  const list = page.getByRole('list', { name: 'Virtual machines' })

  await test.step('the list is read by the thread', async () => {
    const thread = page.waitForEvent('worker', (worker) => worker.url().includes('/assets/fetch-worker-'))
    await page.goto(`${site.address}/vms`)
    await thread
    await signIn(page)
    await expect(list).toContainText('erp-app-01')
    const own = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    expect(own.filter((address) => address.includes('/api/login'))).not.toEqual([])
    expect(own.filter((address) => address.includes('virtualmachines?'))).toEqual([])
  })

  await test.step('a page of an overloaded proxy in its place is told, and the list stays', async () => {
    // While it is still being read the first time there is nothing to read again; how many there are is known before.
    await expect(page.getByText('33 VMs', { exact: true })).toBeVisible()
    await page.route(/virtualmachines\?/, (route) => route.fulfill({ status: 503, body: '<h1>Busy</h1>' }))
    await page.getByRole('button', { name: 'Refresh' }).first().click()
    await expect(page.getByText('This list could not be read again')).toBeVisible({ timeout: 40_000 })
    await expect(list).toContainText('erp-app-01')
    await page.unroute(/virtualmachines\?/)
  })

  await test.step('a thread that cannot be loaded', async () => {
    await page.route(/fetch-worker-/, (route) => route.abort())
    await page.reload()
    await signIn(page)
    await expect(list).toContainText('erp-app-01')
  })
  expect(violations).toEqual([])
})

test('where a gateway keeps sessions in a cookie, who is there and the list are asked before the scripts have come', async ({
  page,
}) => {
  const violations = watchPolicy(page)
  await site.configure({ canonicalLocation: site.platform, session: 'cookie' })
  let asked: string[] = []
  const first = ['/api/cloud/virtualdatacenters', '/api/cloud/virtualmachines', '/api/login']
  const addresses = () => asked.filter((address) => first.includes(address)).toSorted()
  let authorization: string | null = `Basic ${btoa('operator:operator')}`
  await page.route(/\/api\//, (route, request) => {
    const { pathname, searchParams } = new URL(request.url())
    // Reading on begins when the first rows are there.
    if (!searchParams.has('startwith')) asked.push(pathname)
    return route.continue({ headers: { ...(authorization !== null && { authorization }), ...request.headers() } })
  })

  await test.step('all is asked while the scripts are on their way, and nothing twice', async () => {
    await page.route(/\/assets\/index-[\w-]+\.js/, async (route) => {
      await expect.poll(addresses).toEqual(first)
      await route.continue()
    })
    await page.goto(`${site.address}/vms`)
    await expect(page.getByRole('list', { name: 'Virtual machines' })).toContainText('erp-app-01')
    expect(addresses()).toEqual(first)
  })

  await test.step('while nobody can tell who is there the page says why, and asks again', async () => {
    await page.route(/\/api\/login/, (route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }))
    await page.reload()
    await expect(page.getByRole('alert')).toContainText('The platform has a problem.')
    await page.unroute(/\/api\/login/)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('list', { name: 'Virtual machines' })).toContainText('erp-app-01')
  })

  await test.step('whoever is not there any more signs in', async () => {
    authorization = null
    asked = []
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    expect(addresses()).toEqual(first)
    await signIn(page)
    await expect(page.getByRole('list', { name: 'Virtual machines' })).toContainText('erp-app-01')
  })
  expect(violations).toEqual([])
})

test('a console of which a part is missing says so instead of showing nothing', async ({ page }) => {
  await site.configure({ platform: 'opennebula', apiBase: '/RPC2' })
  await page.route(/\/assets\/adapter-[\w-]+\.js/, (route) => route.abort())
  await page.goto(site.address)
  await expect(page.getByRole('alert')).toContainText('This part of Holdfast could not be loaded')
  await page.unroute(/\/assets\/adapter-[\w-]+\.js/)
  await page.getByRole('button', { name: 'Reload the page' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('where people sign in elsewhere, they are led there and back, and a session that ends leaves the page as it is', async ({
  context,
  page,
}) => {
  await site.configure({
    canonicalLocation: site.platform,
    session: 'cookie',
    signIn: { href: '/single/start?rd={return}', label: 'Acme ID' },
  })
  // The gateway: who was at the provider has a session, and is sent back.
  let known = false
  await context.route(/\/api\//, (route, request) =>
    known
      ? route.continue({ headers: { authorization: `Basic ${btoa('operator:operator')}`, ...request.headers() } })
      : route.fulfill({ status: 401, json: { collection: [] } }),
  )
  await context.route(/\/single\/start/, (route, request) => {
    known = true
    return route.fulfill({
      status: 302,
      headers: { location: new URL(request.url()).searchParams.get('rd') ?? '/none' },
    })
  })
  const vms = page.getByRole('list', { name: 'Virtual machines' })

  await test.step('the way there is offered in place of the form, and leads back to the same page', async () => {
    await page.goto(`${site.address}/vms?text=erp`)
    const link = page.getByRole('link', { name: 'Sign in with Acme ID' })
    await expect(link).toBeVisible()
    await expect(page.getByLabel('User name')).toBeHidden()
    await link.click()
    await expect(vms).toContainText('erp-app-01')
    await expect(page).toHaveURL(`${site.address}/vms?text=erp`)
  })

  await test.step('a session that ends opens it in a new tab, and this one goes on', async () => {
    known = false
    const again = page.getByRole('dialog', { name: 'Please sign in again' })
    // Whatever asks next learns it: the button, or what the page still reads by itself.
    await expect(async () => {
      if (!(await again.isVisible()))
        await page.getByRole('button', { name: 'Refresh' }).first().click({ timeout: 1_000 })
      await expect(again).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await again.getByRole('button', { name: 'Continue' }).click()
    await expect(again).toContainText('You are not signed in there yet')
    const opened = context.waitForEvent('page')
    await again.getByRole('link', { name: 'Sign in with Acme ID (opens a new tab)' }).click()
    await expect((await opened).getByRole('navigation').first()).toBeVisible()
    await expect(again).toBeHidden()
    await expect(vms).toContainText('erp-app-01')
  })
})

test('the other platforms are passed on by the same web server', async ({ request }) => {
  const call =
    '<methodCall><methodName>one.system.version</methodName><params><param><value><string>operator:operator</string></value></param></params></methodCall>'
  const version = await request.post(`${site.address}/RPC2`, { headers: { 'content-type': 'text/xml' }, data: call })
  expect(await version.text()).toContain('<string>6.10.0.1</string>')
  expect(version.headers()['cache-control']).toBe('no-store')
  expect((await request.post(`${site.address}/RPC2/other`, { data: '' })).status()).toBe(404)
  const login = await request.post(`${site.address}/cloudcix/membership/auth/login/`, {
    data: { email: 'operator@costaverde.example', password: 'operator', api_key: 'SIMULATED-KEY' },
  })
  expect(login.status()).toBe(201)
  expect((await request.get(`${site.address}/cloudcix/iaas/vm/`)).status()).toBe(401)
})

test('beside another console on one host it works from its folder alone: links, a reload, the manual, threads', async ({
  page,
}) => {
  const violations = watchPolicy(page)
  const beside: string[] = []
  const missing: string[] = []
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url())
    if (origin === site.address && !/^\/(?:holdfast|api)(?:\/|$)/.test(pathname)) beside.push(pathname)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && response.status() !== 401) missing.push(response.url())
  })
  await site.configure({ canonicalLocation: site.platform, timeZones: { Barcelona: 'Europe/Madrid' } })
  const thread = page.waitForEvent('worker', (worker) => worker.url().includes('/holdfast/assets/fetch-worker-'))

  await page.goto(`${site.address}/holdfast/vms?name=erp`)
  await page.getByRole('link', { name: 'Manual', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${site.address}/holdfast/vms?name=erp`)
  await signIn(page)

  const card = page.getByRole('link', { name: 'erp-app-02', exact: true })
  await expect(card).toHaveAttribute('href', '/holdfast/vms/13-105-1016')
  await thread
  await card.click()
  await expect(page).toHaveURL(`${site.address}/holdfast/vms/13-105-1016`)
  await page.getByRole('link', { name: 'Backup', exact: true }).click()
  await expect(page).toHaveURL(/\/holdfast\/vms\/13-105-1016\/backup/)
  await page.reload()
  await signIn(page)
  await expect(page.getByRole('heading', { level: 1, name: 'erp-app-02' })).toBeVisible()
  await page.goto(`${site.address}/holdfast`)
  await expect(page).toHaveURL(`${site.address}/holdfast/`)
  await signIn(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()

  expect(violations).toEqual([])
  expect(beside, 'whatever is asked for lies in the folder, or is the platform').toEqual([])
  expect(missing).toEqual([])
})
