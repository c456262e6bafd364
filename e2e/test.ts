import { test as base, expect, type Locator, type Page } from '@playwright/test'

import { watchPolicy } from './policy'

export { expect }

/** The people of the seeded world; each one's password is the nick. */
export type Person = 'cloudadmin' | 'tenantadmin' | 'operator' | 'user' | 'viewer' | 'dcadmin' | 'tenantmanager'

/** A Monday morning in Madrid, four weeks before summer time: ages and next runs come out the same in every run. */
export const startOfTest = '2026-03-02T08:00:00Z'

/** How a test bends the simulator: through its own controls, from inside the page. */
export interface Simulator {
  /** Lets simulator time pass at once. */
  readonly skip: (minutes: number) => Promise<void>
  readonly set: (path: 'clock' | 'faults' | 'settings' | 'reset', body: object) => Promise<void>
}

/** The controls of the simulator that this page plays on. */
export const simulatorOf = (page: Page): Simulator => {
  const set: Simulator['set'] = async (path, body) => {
    const status = await page.evaluate(
      async ([where, what]) => {
        const response = await fetch(`/simulator/${where}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(what),
        })
        return response.status
      },
      [path, body] as const,
    )
    expect(status, `the simulator takes ${path}`).toBeLessThan(300)
  }
  return { set, skip: (minutes) => set('clock', { skip: minutes * 60_000 }) }
}

/** What a browser itself prints of a request that failed, as stories provoke it; what the page makes of it is looked at. */
const ofTheBrowser = /^Failed to load resource: /

const printed = new WeakMap<Page, string[]>()

/** The errors that a page printed so far. A story that provokes one takes it out; what is left at the end fails it. */
export const errorsPrinted = (page: Page): string[] => printed.get(page) ?? []

export const test = base.extend<{ simulator: Simulator }>({
  simulator: async ({ page }, provide) => provide(simulatorOf(page)),
  page: async ({ page }, provide) => {
    await page.clock.install({ time: startOfTest })
    const errors: Error[] = []
    page.on('pageerror', (error) => errors.push(error))
    const violations = watchPolicy(page)
    const complaints: string[] = []
    printed.set(page, complaints)
    page.on('console', (message) => {
      if (message.type() === 'error' && !ofTheBrowser.test(message.text())) complaints.push(message.text())
    })
    await provide(page)
    expect(errors, 'uncaught errors in the page').toEqual([])
    expect(complaints, 'errors that the page printed').toEqual([])
    expect(violations, 'what the policies of the server forbid').toEqual([])
  },
})

/** Fills in the sign-in that is on the screen and sends it; each one's password is the name. */
export async function giveName(page: Page, person: string): Promise<void> {
  await page.getByLabel('User name').fill(person)
  await page.getByRole('textbox', { name: 'Password' }).fill(person)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Opens an address and signs in there, as a person does. */
export async function signIn(page: Page, person: Person, address = '/vms'): Promise<void> {
  await page.goto(address)
  await giveName(page, person)
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

/** The requests to the platform since this was called, as method and path. */
export function requests(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) sent.push(`${request.method()} ${pathname}`)
  })
  return sent
}

/** Goes to an address within the visit, as a link of the console does: a reload would end the session. */
export async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false')
}

/** Does the same with each, one after the other: a page shows one thing at a time. */
export async function inTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const [first, ...rest] = items
  if (first === undefined) return
  await work(first)
  await inTurn(rest, work)
}

/** A row of a table by a text that it holds. */
export const row = (page: Page | Locator, table: string, text: string | RegExp): Locator =>
  page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: text })

/** Presses a control that is refused: it keeps its place for the keyboard, and answers with the reason. */
export async function askWhyNot(control: Locator): Promise<void> {
  await expect(control).toHaveAttribute('aria-disabled', 'true')
  // What made it refused may be drawing it anew at this moment; a person would press again.
  await expect(async () => {
    await control.focus()
    await control.press('Enter')
    await expect(control.page().getByRole('tooltip').first()).toBeVisible({ timeout: 2_000 })
  }).toPass()
}

/** Opens what stands before a restore, for the newest good backup of the results that are on the screen. */
export async function openPreflight(page: Page): Promise<Locator> {
  await page
    .getByRole('row')
    .filter({ hasText: 'Done' })
    .first()
    .getByRole('button', { name: /^Restore/ })
    .click()
  const preflight = page.getByRole('dialog', { name: 'Restore a backup' })
  await expect(preflight).toContainText('Checks')
  return preflight
}
