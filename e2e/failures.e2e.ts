import type { Page } from '@playwright/test'

import { expectAccessibleInBoth } from './axe'
import { askWhyNot, errorsPrinted, expect, follow, inTurn, requests, signIn, test } from './test'

/*
 * The failure catalogue of docs/contract.md, as far as it takes a browser. The steps are named like its rows, and tell
 * what it promises; those that a rule or a socket decides are in `src`, in the tests that are called failures.
 */

const vm = '/vms/13-105-1016'
const policies = `${vm}/backup/policies`

const mostAlike = (sent: readonly string[]): number =>
  Math.max(0, ...sent.map((one) => sent.filter((other) => other === one).length))

/** As a browser does that puts a tab in the background, or shows it again. */
const look = (page: Page, state: 'hidden' | 'visible'): Promise<void> =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now })
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => now === 'hidden' })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, state)

test('the line to the platform: slow, gone, refused, asleep, at an end, and never more said than is known', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'operator', vm)
  await expect(page.getByRole('heading', { level: 1, name: 'erp-app-02' })).toBeVisible()
  const sent = requests(page)

  await test.step('5 Timeout, read: a hint after 10 s, and none once the answer is there', async () => {
    await simulator.set('faults', {
      rules: [{ method: 'GET', path: '/events', delayMs: 14_000 }],
    })
    await follow(page, `${vm}/backup/events`)
    await page.clock.fastForward('00:11')
    const hint = page.getByText('This takes longer than usual.')
    await expect(hint).toBeVisible()
    await page.clock.fastForward('00:04')
    await expect(hint).toBeHidden()
    await simulator.set('faults', { rules: [] })
  })

  await test.step('39 Offline / online events: a banner at once, Save explains itself, nothing is queued', async () => {
    await follow(page, `${vm}/backup/results`)
    await page.context().setOffline(true)
    await expect(page.getByText('You are offline.')).toBeVisible({ timeout: 2_000 })
    await askWhyNot(page.getByRole('button', { name: 'Back up now' }).first())
    await page.context().setOffline(false)
    await expect(page.getByText('You are offline.')).toBeHidden()
    expect(sent.filter((one) => !one.startsWith('GET'))).toEqual([])
  })

  await test.step('22 503 everywhere: one page says so, asks seldom, and goes away by itself', async () => {
    await simulator.set('faults', { rules: [{ status: 503, body: 'html' }] })
    sent.length = 0
    await follow(page, '/vms/13-105-1015')
    const down = page.getByRole('heading', { level: 1, name: 'The platform is not available' })
    await expect(down).toBeVisible()
    await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden()
    await page.clock.fastForward('00:12')
    await page.clock.fastForward('00:15')
    await expect(down).toBeVisible()
    expect(mostAlike(sent), 'requests to one address in half a minute').toBeLessThanOrEqual(5)
    await expectAccessibleInBoth(page, 'not available')
    await simulator.set('faults', { rules: [] })
    await page.clock.fastForward('02:00')
    await expect(page.getByRole('heading', { level: 1, name: 'erp-app-01' })).toBeVisible()
    await expect(down).toBeHidden()
  })

  await test.step('37 38 Tab asleep and hidden: nothing is asked for half an hour, then each question once', async () => {
    await follow(page, '/events')
    await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()
    await look(page, 'hidden')
    sent.length = 0
    await page.clock.fastForward('30:00')
    expect(sent).toEqual([])
    await look(page, 'visible')
    await expect.poll(() => sent.length).toBeGreaterThan(0)
    expect(mostAlike(sent)).toBeLessThanOrEqual(1)
  })

  await test.step('38 Idle page: at most two requests a minute', async () => {
    // What notices that nobody is there comes after the first screen; the clock must not run ahead of it.
    const watching = page.waitForEvent('requestfinished', (request) => request.url().includes('/assets/watching-'))
    // The half hour ended the session: who has none asks nothing anyway.
    await signIn(page, 'operator')
    await watching
    const quarters = Array.from({ length: 12 }, (_, place) => place)
    await inTurn(['/', '/vms', vm], async (address) => {
      await follow(page, address)
      await page.clock.runFor('01:00')
      await simulator.skip(1)
      sent.length = 0
      await inTurn(quarters, async () => {
        await page.clock.runFor('00:15')
        await simulator.skip(0.25)
      })
      expect(sent.length, `${address} in three minutes: ${sent.join(', ')}`).toBeLessThanOrEqual(6)
    })
  })

  await test.step('50 Unhandled rejection: said once', async () => {
    await page.evaluate(() => {
      for (const reason of ['one', 'two'])
        dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason }))
    })
    const said = page.getByText('Something went wrong in the background')
    await expect(said).toHaveCount(1)
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Close' }).click()
    await expect(said).toBeHidden()
    expect(errorsPrinted(page).splice(0)).toEqual(['Unknown failure', 'Unknown failure'])
  })

  await test.step('54 Print and copy: what is cut on the screen is whole when it is copied', async () => {
    await follow(page, '/vms?view=table&q=erp-app')
    const table = page.getByRole('table', { name: 'Virtual machines' })
    await expect(table.getByRole('row').filter({ hasText: 'erp-app-02' })).toBeVisible()
    const copied = await table.evaluate((one) => {
      getSelection()?.selectAllChildren(one)
      return String(getSelection())
    })
    expect(copied).toContain('ERP › ERP core')
    expect(copied).not.toContain('…')
  })

  await test.step('12 401 in the background: polling stops, the content stays, and there is no jump', async () => {
    await simulator.set('faults', { endSessions: true })
    sent.length = 0
    await page.clock.fastForward('04:05')
    const again = page.getByRole('dialog', { name: 'Please sign in again' })
    await expect(again).toBeVisible()
    // Some lines of a change may have been accepted by then: nobody is told that nothing was sent.
    await expect(again).toContainText(
      'What the platform accepted before stays, and nothing more is sent until you sign in.',
    )
    await expect(page.getByRole('table', { name: 'Virtual machines', includeHidden: true })).toBeVisible()
    await expect(page).toHaveURL('/vms?view=table&q=erp-app')
    // What was on its way when the session ended comes to its end; in ten minutes nothing is asked again.
    await page.clock.fastForward('10:00')
    expect(mostAlike(sent)).toBeLessThanOrEqual(2)
    await simulator.set('faults', { rules: [] })
    await again.getByRole('textbox', { name: 'Password' }).fill('operator')
    await again.getByRole('button', { name: 'Continue' }).click()
    await expect(again).toBeHidden()
  })

  await test.step('14 403 write: the values stay, and the rights are read again', async () => {
    await follow(page, policies)
    const silver = page.getByRole('checkbox', { name: 'Snapshots on two days' })
    await silver.check()
    await simulator.set('faults', { rules: [{ method: 'PUT', status: 403 }] })
    sent.length = 0
    await page.getByRole('button', { name: 'Save policies' }).click()
    await expect(page.getByRole('main').getByRole('alert').first()).toBeVisible()
    await expect.poll(() => sent.filter((one) => one === 'GET /api/login').length).toBe(1)
    await expect(silver).toBeChecked()
    await simulator.set('faults', { rules: [] })
  })

  await test.step('43 Leaving while a save is on its way is asked in true words, which change when it is refused', async () => {
    await simulator.set('faults', { rules: [{ method: 'PUT', status: 409, delayMs: 3_000 }] })
    await page.getByRole('button', { name: 'Save policies' }).click()
    await page.getByRole('link', { name: 'Timeline', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Leave while it is being saved?' })).toBeVisible()
    await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay here' }).click()
    await expect(page.getByRole('checkbox', { name: 'Snapshots on two days' })).toBeChecked()
    await simulator.set('faults', { rules: [] })
  })

  await test.step('33 43 Reload during a write, with unsaved changes: asked once, sent once, read from the server', async () => {
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.accept()
    })
    await simulator.set('faults', { rules: [{ method: 'PUT', delayMs: 600_000 }] })
    sent.length = 0
    await page.getByRole('button', { name: 'Save policies' }).click()
    await expect.poll(() => sent.filter((one) => one.startsWith('PUT')).length).toBe(1)
    await page.reload()
    expect(asked).toEqual(['beforeunload'])
    await signIn(page, 'operator', policies)
    await expect(page.getByRole('checkbox', { name: 'Snapshots on two days' })).not.toBeChecked()
    await page.reload()
    expect(asked, 'nothing is asked when nothing was changed').toEqual(['beforeunload'])
    expect(sent.filter((one) => one.startsWith('PUT'))).toHaveLength(1)
  })
})

test('6 7 a write that takes long: said after ten seconds that it goes on, over a dialog too, and not once it is answered', async ({
  page,
  simulator,
}) => {
  const watching = page.waitForEvent('requestfinished', (request) => request.url().includes('/assets/watching-'))
  await signIn(page, 'operator', policies)
  await watching
  const told = page.getByRole('region', { name: 'Messages' }).getByText('What you sent takes longer than usual')
  const sent = requests(page)
  const writes = (): readonly string[] => sent.filter((one) => !one.startsWith('GET'))

  await test.step('in a form', async () => {
    await page.getByRole('checkbox', { name: 'Snapshots on two days' }).check()
    await simulator.set('faults', { rules: [{ method: 'PUT', delayMs: 20_000 }] })
    await page.getByRole('button', { name: 'Save policies' }).click()
    await expect.poll(writes).toHaveLength(1)
    await page.clock.runFor('00:09')
    await expect(told).toBeHidden()
    await page.clock.runFor('00:02')
    await expect(told).toBeVisible()
    await expectAccessibleInBoth(page, 'a long write')
    await page.clock.runFor('00:10')
    await expect(told).toBeHidden()
    await expect(page.getByText(/BACKUP_SCHEDULE|Backup schedule|Change of settings/i).first()).toBeVisible()
    expect(writes()).toHaveLength(1)
    await simulator.set('faults', { rules: [] })
  })

  await test.step('in a dialog, where no answer comes: then the outcome is not known', async () => {
    await follow(page, '/vms/13-105-1015/backup/results')
    await simulator.set('faults', { rules: [{ method: 'POST', delayMs: 600_000 }] })
    await page.getByRole('button', { name: 'Back up now' }).first().click()
    const question = page.getByRole('dialog', { name: 'Back up now' })
    sent.length = 0
    await question.getByRole('button', { name: 'Start the backup' }).click()
    await expect.poll(writes).toHaveLength(1)
    await page.clock.runFor('00:11')
    await expect(told).toBeVisible()
    // In front of the dialog, not under it; the newest of the messages that stand there.
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Close' }).last().click()
    await expect(told).toBeHidden()
    await page.clock.runFor('00:50')
    await expect(question.getByText('Not known whether it was done')).toBeVisible()
    await expect(told).toBeHidden()
    expect(writes()).toHaveLength(1)
  })
})

test('1 2 15 16 18 19 what is lost or refused is said where it belongs: lists keep their rows, forms what was entered', async ({
  page,
  simulator,
}) => {
  const list = { method: 'GET', path: '/cloud/virtualmachines', drop: true }
  await signIn(page, 'operator', '/roles')

  await test.step('1 Network lost, first load: an error within 10 s, and Retry shows the data', async () => {
    await simulator.set('faults', { rules: [list] })
    await follow(page, '/vms')
    await page.clock.runFor('00:10')
    await expect(page.getByRole('alert')).toContainText('No connection to the platform.')
    await simulator.set('faults', { rules: [] })
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('link', { name: 'erp-app-01', exact: true })).toBeVisible()
  })

  await test.step('2 Network lost, refresh: the old rows stay, marked with their time', async () => {
    await simulator.set('faults', { rules: [list] })
    await page.getByRole('button', { name: 'Refresh' }).first().click()
    const quiet = page.getByRole('status').filter({ hasText: 'This list could not be read again' })
    await expect(quiet).toContainText(/What you see is as of 2 Mar 2026, 09:0\d UTC\+01:00/)
    await expect(page.getByRole('link', { name: 'erp-app-01', exact: true })).toBeVisible()
    await simulator.set('faults', { rules: [] })
    await quiet.getByRole('button', { name: 'Try again' }).click()
    await expect(quiet).toBeHidden()
  })

  const refusals = [
    { row: '15', status: 404, code: 'VM-1', says: 'Go back to the list of VMs.' },
    { row: '16', status: 409, code: 'VM-2', says: 'Its tasks show what runs.' },
    { row: '18', status: 409, code: 'BC-16', says: 'Enter a whole number from 1 to 23.' },
    { row: '19', status: 413, says: 'What was sent is too large for the platform.' },
  ] as const
  await inTurn(refusals, async ({ row, says, ...rule }) => {
    await test.step(`${row} a save that is refused: in words, sent once, and what was entered stays`, async () => {
      await follow(page, '/vms')
      await follow(page, policies)
      const silver = page.getByRole('checkbox', { name: 'Snapshots on two days' })
      await silver.check()
      await simulator.set('faults', { rules: [{ method: 'PUT', ...rule }] })
      const sent = requests(page)
      await page.getByRole('button', { name: 'Save policies' }).click()
      await expect(page.getByRole('main').getByRole('alert').first()).toContainText(says)
      await expect(silver).toBeChecked()
      expect(sent.filter((one) => one.startsWith('PUT'))).toHaveLength(1)
      await simulator.set('faults', { rules: [] })
      await silver.uncheck()
    })
  })
})

test('several tabs: what is saved, who signs in and who leaves in one is known in the others', async ({ page }) => {
  await signIn(page, 'operator', policies)
  const other = await page.context().newPage()
  await signIn(other, 'operator', policies)

  await test.step('41 Multi-tab, edit: the form of the other tab is marked as out of date, and nothing is lost', async () => {
    await other.getByRole('checkbox', { name: 'Files every night' }).check()
    await page.getByRole('checkbox', { name: 'Snapshots on two days' }).check()
    await page.getByRole('button', { name: 'Save policies' }).click()
    await expect(page.getByText('Change of settings of erp-app-02 is done')).toBeVisible({ timeout: 40_000 })
    await look(other, 'hidden')
    await look(other, 'visible')
    await expect(other.getByText('Someone else changed this meanwhile')).toBeVisible()
    await expect(other.getByRole('checkbox', { name: 'Files every night' })).toBeChecked()
  })

  await test.step('43 Multi-tab, logout: what is not saved in another tab is asked about before it is lost', async () => {
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    const asked = page.getByRole('dialog', { name: 'Leave without saving?' })
    await expect(asked).toContainText('In another tab something is not saved')
    await asked.getByRole('button', { name: 'Stay here' }).click()
    await expect(other.getByRole('checkbox', { name: 'Files every night' })).toBeChecked()
  })

  await test.step('43 Multi-tab, logout: a tab that stands still and answers nobody is asked about all the same', async () => {
    const devices = await page.context().newCDPSession(other)
    await devices.send('Debugger.enable')
    const still = new Promise((paused) => devices.once('Debugger.paused', paused))
    const goesOn = devices.send('Runtime.evaluate', { expression: 'debugger' })
    await still
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    const asked = page.getByRole('dialog', { name: 'Leave without saving?' })
    await expect(asked).toContainText('In another tab something is not saved')
    await asked.getByRole('button', { name: 'Stay here' }).click()
    await devices.send('Debugger.resume')
    await goesOn
    await devices.detach()
    await expect(other.getByRole('checkbox', { name: 'Files every night' })).toBeChecked()
  })

  await test.step('42 Multi-tab, tenant switch: each tab shows what its own person may see', async () => {
    await signIn(other, 'tenantmanager', '/tenants')
    await expect(other.getByRole('heading', { level: 1, name: 'Tenants' })).toBeVisible()
    await follow(page, '/vms')
    await expect(page.getByRole('link', { name: 'erp-app-01', exact: true })).toBeVisible()
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Tenants' })).toBeHidden()
    await expect(other.getByText('erp-app-01')).toBeHidden()
  })

  await test.step('40 Multi-tab, logout: the others show the sign-in page, and ask nothing any more', async () => {
    const sent = requests(other)
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible({ timeout: 5_000 })
    sent.length = 0
    await other.clock.fastForward('10:00')
    expect(sent).toEqual([])
  })
})

test('the browser: storage that is full or holds nonsense, no worker, parts that are gone, too old a browser', async ({
  page,
  simulator,
}) => {
  await test.step('45 Corrupt stored preferences, and a corrupt change of many VMs: ignored', async () => {
    await signIn(page, 'operator')
    await page.getByRole('button', { name: /^Select all \d+ that are shown$/ }).click()
    await page.getByRole('link', { name: 'Back up now…' }).click()
    const go = page.getByRole('button', { name: /^Back up \d+ VMs$/ })
    await expect(go).toBeVisible()
    await simulator.set('settings', { latencyMs: 400 })
    await go.click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Back up/ })
      .click()
    await page.getByRole('button', { name: 'Pause' }).click()
    await expect(page.getByText(/^Paused\./)).toBeVisible()
    await simulator.set('settings', { latencyMs: 0 })
    await signIn(page, 'operator')
    const interrupted = page.getByText(/^A change of \d+ VMs was interrupted$/)
    await expect(interrupted).toBeVisible()

    const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('holdfast.bulk.')))
    expect(kept.length, 'what is kept of the change').toBeGreaterThan(1)
    await page.addInitScript(
      (keys) => {
        for (const key of keys) localStorage.setItem(key, '{"version":-1,[')
      },
      [...kept, 'holdfast.clock', 'holdfast.vms.layout', 'mantine-color-scheme-value', 'holdfast.simulator.world'],
    )
    await signIn(page, 'operator', '/vms?q=erp-app')
    await expect(page.getByRole('article').filter({ hasText: 'erp-app-01' })).toBeVisible()
    await follow(page, '/vms/bulk')
    await expect(page.getByText('No VMs are selected')).toBeVisible()
  })

  await test.step('48 New version deployed: a part that is gone offers to reload, once', async () => {
    await page.context().setOffline(true)
    await page.getByRole('navigation').getByRole('link', { name: 'Calendar' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'This part of Holdfast could not be loaded' })).toBeVisible()
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Overview' })).toBeVisible()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Reload the page' }).click()
    await signIn(page, 'operator', '/calendar')
    await expect(page.getByRole('heading', { level: 1, name: 'Calendar' })).toBeVisible()
  })

  await test.step('49 Render crash: the panel says so, menu and other panels work, details hold no secret', async () => {
    await page.evaluate(() => {
      const native = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format')
      Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
        get(this: Intl.DateTimeFormat) {
          // The clock of the header knows no month, and from when a page is has seconds.
          const { month, second } = this.resolvedOptions()
          if (month !== undefined && second === undefined) throw new Error('no dates, token=abc123')
          return native?.get?.call(this)
        },
      })
    })
    await follow(page, vm)
    const crash = page.getByRole('alert').filter({ hasText: 'This part could not be shown' }).first()
    await expect(crash.getByRole('button', { name: 'Try again' })).toBeVisible()
    await crash.getByText('Details for support').click()
    await expect(crash).toContainText('no dates, token=[removed]')
    await expect(page.getByRole('region', { name: 'Disks' })).toContainText('system')
    await page.getByRole('navigation').getByRole('link', { name: 'Events' }).click()
    await expect(page.getByRole('search', { name: 'Filter the events' })).toBeVisible()
    await expect(page.getByRole('alert').filter({ hasText: 'This part could not be shown' })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: 'Events' })).toBeVisible()
    const printed = errorsPrinted(page).splice(0)
    expect(printed.filter((text) => !text.startsWith('Error: no dates, token=[removed]\n'))).toEqual([])
  })

  await test.step('44 Storage full: choices hold for the visit', async () => {
    const full = await page.context().newPage()
    const errors: Error[] = []
    full.on('pageerror', (error) => errors.push(error))
    await full.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded', 'QuotaExceededError')
      }
    })
    await signIn(full, 'operator', '/vms?q=erp-app')
    await full.getByRole('button', { name: 'Table', exact: true }).click()
    await expect(full.getByRole('table', { name: 'Virtual machines' })).toContainText('erp-app-01')
    await full.getByRole('button', { name: /^Account of/ }).click()
    const account = full.getByRole('dialog', { name: 'Your account' })
    await account.getByRole('radiogroup', { name: 'Clock' }).getByText('UTC', { exact: true }).click()
    await account.getByRole('radiogroup', { name: 'Appearance' }).getByText('Dark', { exact: true }).click()
    await expect(full.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
    expect(errors).toEqual([])
    await full.close()
  })

  await test.step('46 Service worker unavailable: a readable page says what the simulator needs', async () => {
    const alone = await page.context().newPage()
    await alone.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined }),
    )
    await alone.goto('/vms')
    await expect(alone.getByRole('heading', { name: 'The simulator cannot start here' })).toBeVisible()
    await expect(alone.getByText('allow service workers for this site')).toBeVisible()
    await alone.close()
  })

  await test.step('44 46 Storage blocked: the page says that the simulator needs it', async () => {
    const alone = await page.context().newPage()
    await alone.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Access is denied', 'SecurityError')
        },
      }),
    )
    await alone.goto('/vms')
    await expect(alone.getByRole('heading', { name: 'The simulator cannot start here' })).toBeVisible()
    await expect(alone.getByText('which is blocked for this site')).toBeVisible()
    await alone.close()
  })

  await test.step('51 Browser too old: a readable notice, not a blank page', async () => {
    const old = await page.context().newPage()
    await old.addInitScript(() => Reflect.deleteProperty(AbortSignal, 'any'))
    await old.goto('/vms')
    await expect(old.getByRole('alert')).toContainText('This browser is too old for Holdfast.')
    await expect(old.getByLabel('User name')).toBeHidden()
    await old.close()
  })
})
