import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import { expectAccessibleInBoth } from './axe'
import { expect, follow, inTurn, test } from './test'

const erpApp = '/vms/13-105-1015'

async function choose(page: Page, account: RegExp, language: 'English' | 'Español'): Promise<void> {
  await page.getByRole('button', { name: account }).click()
  const dialog = page.getByRole('dialog', { name: /^(?:Your account|Cuenta)$/ })
  await dialog
    .getByRole('radiogroup', { name: /^(?:Language|Idioma)$/ })
    .getByText(language, { exact: true })
    .click()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

async function signInSpanish(page: Page): Promise<void> {
  await page.getByLabel('Usuario').fill('operator')
  await page.getByRole('textbox', { name: 'Contraseña' }).fill('operator')
  await page.getByRole('button', { name: 'Iniciar sesión', exact: true }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

/** Every instant of the list on the screen, from its JSON file: of each VM, what is known of its last backup and next run. */
async function exported(page: Page, menu: 'Evidence' | 'Evidencia'): Promise<ReadonlyMap<unknown, readonly unknown[]>> {
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: menu, exact: true }).click()
  await page
    .getByRole('dialog', { name: menu })
    .getByRole('button', { name: /^(?:JSON file|Archivo JSON)/ })
    .click()
  const { rows }: { rows: readonly Record<string, unknown>[] } = JSON.parse(
    await readFile(await (await saved).path(), 'utf8'),
  )
  return new Map(rows.map((vm) => [vm['name'], [vm['lastBackupAt'], vm['nextRunAt'], vm['nextRunUntil']]]))
}

// The console does not speak what this browser prefers: its numbers and dates are those of the language that is spoken.
test.use({ locale: 'de-DE' })

test('Spanish is chosen on the sign-in page and holds everywhere; English comes back under what one does', async ({
  page,
}) => {
  await page.goto(`${erpApp}/backup/policies`)
  await page.getByLabel('User name').fill('somebody')
  await page.getByRole('group', { name: 'Language' }).getByRole('button', { name: 'Español' }).click()
  await expect(page.getByRole('heading', { name: 'Iniciar sesión' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(page).toHaveTitle(/^Iniciar sesión/)
  await expect(page.getByLabel('Usuario')).toHaveValue('somebody')
  await expectAccessibleInBoth(page)
  await signInSpanish(page)

  await test.step('a change of protection, in words, days, dates and plurals', async () => {
    const policies = page.getByRole('group', { name: 'Políticas de copia' })
    await expect(policies).toContainText('Copia completa de todos los discos cada día a las 23:30 UTC.')
    await expect(page.getByRole('main')).toContainText('lun, 2 mar 2026')
    await expectAccessibleInBoth(page)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.getByLabel('Buscar políticas').fill('hours')
    await page.getByRole('checkbox', { name: 'Every few hours' }).check()
    await page.getByLabel(/^Horas entre/).fill('6')
    await expect(policies).toContainText('cada 6 horas')
  })

  await test.step('English in the same session: nothing that was entered is lost', async () => {
    await choose(page, /^Cuenta de/, 'English')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    const policies = page.getByRole('group', { name: 'Backup policies' })
    await expect(policies).toContainText('every 6 hours')
    await expect(page.getByLabel('Search policies')).toHaveValue('hours')
    await expect(page.getByRole('checkbox', { name: 'Every few hours' })).toBeChecked()
    await expect(page.getByRole('main')).toContainText('Mon, 2 Mar 2026')
    await expect(page.getByRole('main')).not.toContainText(/Política|Copia|Guardar/)
  })

  await test.step('53 Language or number format change: sizes and dates go with the language, not with the browser', async () => {
    await page.getByRole('button', { name: 'Discard changes' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click()
    await page.getByRole('link', { name: 'Results', exact: true }).click()
    const newest = page.getByRole('row').filter({ hasText: 'erp-app-01-2026-03-02T0407' }).first()
    await expect(newest).toContainText('2 Mar 2026, 05:07 UTC+01:00')
    await expect(newest).toContainText('6.04 GiB')
    await choose(page, /^Account of/, 'Español')
    await expect(newest).toContainText('2 mar 2026, 05:07 UTC+01:00')
    await expect(newest).toContainText('6,04 GiB')
    await choose(page, /^Cuenta de/, 'English')
    await expect(newest).toContainText('6.04 GiB')
  })

  await test.step('the heads of a table go with the language', async () => {
    await follow(page, '/vms?view=table')
    await expect(page.getByRole('columnheader', { name: 'Datacenter' })).toBeVisible()
    await choose(page, /^Account of/, 'Español')
    await expect(page.getByRole('columnheader', { name: 'Centro de datos' })).toBeVisible()
    await choose(page, /^Cuenta de/, 'English')
    await follow(page, '/vms?view=cards')
  })

  await test.step('the list of VMs follows at once, its files hold the same instants, and a reload remembers', async () => {
    await page.getByRole('navigation').first().getByRole('link', { name: 'Virtual machines' }).click()
    const card = page.getByRole('article').filter({ hasText: 'analytics-etl-01' })
    await expect(card).toContainText('2 disks')
    await expect(card).toContainText(/days ago/)
    const english = await exported(page, 'Evidence')
    expect(english.get('analytics-warehouse-01')).toContain('2026-02-28T17:55:00.000Z')
    await page.keyboard.press('Control+k')
    // A letter that this keyboard has no key for is nowhere to be caught before the field is there.
    await expect(page.getByRole('combobox', { name: 'Search VMs, pages and actions' })).toBeFocused()
    await page.keyboard.type('español')
    await expect(page.getByRole('option', { name: 'Español' })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Máquinas virtuales' })).toBeVisible()
    await expect(card).toContainText('2 discos')
    await expect(card).toContainText(/hace \d+ días/)
    expect(await exported(page, 'Evidencia')).toEqual(english)
    await expect(page.getByRole('main')).not.toContainText(/Virtual machines|Protected|Failed/)
    await page.reload()
    await signInSpanish(page)
    await expect(page.getByRole('heading', { level: 1, name: 'Máquinas virtuales' })).toBeVisible()
  })
})

test.describe('a browser that prefers Spanish', () => {
  test.use({ locale: 'es-MX' })

  test('begins in Spanish; where its texts cannot be had, English is shown and said', async ({ page }) => {
    await page.goto('/vms')
    await expect(page.getByRole('heading', { name: 'Iniciar sesión' })).toBeVisible()
    const languages = page.getByRole('group', { name: /^(?:Language|Idioma)$/ })
    await languages.getByRole('button', { name: 'English' }).click()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await page.context().setOffline(true)
    await languages.getByRole('button', { name: 'Español' }).click()
    await expect(page.getByText('The texts in Español could not be loaded')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await page.context().setOffline(false)
    // The line may come back a moment later than it is said to.
    await expect(async () => {
      await languages.getByRole('button', { name: 'Español' }).click()
      await expect(page.getByRole('heading', { name: 'Iniciar sesión' })).toBeVisible({ timeout: 2_000 })
    }).toPass()
  })
})

test('no page of a tenant scrolls sideways on the narrowest phone, however long its Spanish words are', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/roles')
  await page.getByRole('group', { name: 'Language' }).getByRole('button', { name: 'Español' }).click()
  await page.getByLabel('Usuario').fill('operator')
  await page.getByRole('textbox', { name: 'Contraseña' }).fill('operator')
  await page.getByRole('button', { name: 'Iniciar sesión', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Roles y privilegios' })).toBeVisible()
  const wide = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth)
  expect(await wide(), 'the roles').toBe(320)
  await inTurn(['/', '/vms', erpApp, `${erpApp}/backup/results`, '/calendar', '/events', '/protection'], async (to) => {
    await follow(page, to)
    expect(await wide(), to).toBe(320)
  })
})
