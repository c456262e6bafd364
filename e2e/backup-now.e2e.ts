import type { Page } from '@playwright/test'

import { askWhyNot, expect, follow, signIn, test } from './test'

const erpApp = '/vms/13-105-1015'
const requests = (page: Page) => {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/backup/action/request')) sent.push(request.url())
  })
  return sent
}

test('a backup on demand: refused with its reason, asked for once, followed, and found in the results', async ({
  page,
  simulator,
  context,
}) => {
  await test.step('without a network a backup is refused at once, and never sent later', async () => {
    await signIn(page, 'operator', erpApp)
    const sent = requests(page)
    await expect(page.getByRole('button', { name: 'Back up now' })).not.toHaveAttribute('aria-disabled', 'true')
    await context.setOffline(true)
    const now = page.getByRole('button', { name: 'Back up now' })
    await askWhyNot(now)
    await expect(page.getByText(/no connection to the platform/).first()).toBeVisible()
    await context.setOffline(false)
    await expect(now).not.toHaveAttribute('aria-disabled', 'true')
    expect(sent).toEqual([])
  })

  await test.step('a backup system without backups on demand is named as the reason', async () => {
    await follow(page, '/vms?q=checkout-api-01')
    await page.getByRole('link', { name: 'checkout-api-01', exact: true }).click()
    const now = page.getByRole('button', { name: 'Back up now' })
    await askWhyNot(now)
    await expect(page.getByText(/Veeam/).first()).toBeVisible()
  })

  await test.step('a held Enter is one decision, also where the refusal comes at once', async () => {
    await follow(page, `${erpApp}/backup/results`)
    await simulator.set('faults', { rules: [{ method: 'POST', path: '/cloud/**', status: 409 }] })
    await page.getByRole('button', { name: 'Back up now' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Back up now' })
    const start = dialog.getByRole('button', { name: 'Start the backup' })
    const held = requests(page)
    const refused = dialog.getByRole('alert')
    await start.focus()
    await page.keyboard.down('Enter')
    await expect(refused).toBeVisible()
    // Not lost with the button that was busy: Tab goes on in the dialog.
    await expect(page.locator(':focus')).toContainText('Code for support: 409-SIMULATED')
    // Once: whoever goes on from there is not called back.
    await dialog.getByRole('checkbox', { name: 'Replicate it as well' }).press('Space')
    await expect(dialog.getByRole('checkbox', { name: 'Replicate it as well' })).toBeFocused()
    await start.focus()
    await page.keyboard.down('Enter')
    await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    expect(held).toHaveLength(1)
    await simulator.set('faults', { rules: [] })
  })

  await test.step('a backup is asked for once, locks the VM, is followed, and its row appears', async () => {
    await follow(page, `${erpApp}/backup/results`)
    const sent = requests(page)
    const rows = page.getByRole('table', { name: 'Backups of this VM' }).getByRole('row')
    await expect(rows.filter({ hasText: '2 Mar 2026' }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Back up now' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Back up now' })
    await dialog.getByRole('checkbox', { name: 'Replicate it as well' }).check()
    await dialog.getByRole('button', { name: 'Start the backup' }).dblclick()
    await expect(page.getByRole('region', { name: 'What runs on this VM' })).toContainText('Backup is running')
    expect(sent).toHaveLength(1)
    await expect(page.getByRole('button', { name: 'Back up now' }).first()).toHaveAttribute('aria-disabled', 'true')

    await simulator.skip(5)
    await expect(page.getByRole('region', { name: 'What runs on this VM' })).toBeHidden({ timeout: 40_000 })
    await simulator.skip(5)
    await page.getByRole('button', { name: 'Refresh' }).first().click()
    await expect(rows.filter({ hasText: '2 Mar 2026, 09:00' }).first()).toContainText('Done')
  })
})

test('a backup whose answer was lost is not forgotten with its window, and never asked for twice by mistake', async ({
  page,
  simulator,
}) => {
  const path = '/**/backup/action/request'
  await signIn(page, 'operator', erpApp)
  const sent = requests(page)
  const now = page.getByRole('button', { name: 'Back up now' }).first()
  const dialog = page.getByRole('dialog', { name: 'Back up now' })
  const start = dialog.getByRole('button', { name: 'Start the backup' })
  const notKnown = dialog.getByText('Not known whether it was done')

  await test.step('it did not arrive: whoever opens the window again is told first, looks, and decides', async () => {
    await simulator.set('faults', { rules: [{ method: 'POST', path, status: 502, body: 'html', times: 1 }] })
    await now.click()
    await start.click()
    await expect(notKnown).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await page.getByRole('link', { name: 'Tasks', exact: true }).click()
    await expect(page).toHaveURL(/tasks/)
    await now.click()
    await expect(notKnown).toBeVisible()
    await expect(start).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Look what happened' }).click()
    await expect(dialog.getByText('Neither a backup task nor a result is on record so far.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Ask again' }).click()
    await expect(start).toBeVisible()
    expect(sent).toHaveLength(1)
  })

  await test.step('it did arrive: the VM is read again, and its lock says so', async () => {
    await simulator.set('faults', { rules: [{ method: 'POST', path, dropAfter: true }] })
    await start.click()
    await expect(notKnown).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(now).toHaveAttribute('aria-disabled', 'true')
    expect(sent).toHaveLength(2)
  })
})
