import type { Page } from '@playwright/test'

import { expectAccessibleInBoth } from './axe'
import { expect, follow, openPreflight, signIn, test } from './test'

/** Signs in again where the session ended. */
async function goOn(page: Page): Promise<void> {
  const again = page.getByRole('dialog', { name: 'Please sign in again' })
  await again.getByRole('textbox', { name: 'Password' }).fill('operator')
  await again.getByRole('button', { name: 'Continue' }).click()
  await expect(again).toBeHidden()
}

test('signing in, a reload and signing out: nothing secret is kept, and nothing is told to a stranger', async ({
  page,
}) => {
  await test.step('a wrong password is refused without telling which part was wrong', async () => {
    await page.goto('/vms')
    await page.getByLabel('User name').fill('operator')
    await page.getByRole('textbox', { name: 'Password' }).fill('guess')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByText('Name or password is wrong')).toBeVisible()
  })

  await test.step('a reload asks who is there and comes back to the same place, with nothing secret left in storage', async () => {
    await signIn(page, 'operator', '/vms/13-105-1015/backup/results')
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    )
    expect(kept).not.toMatch(/Basic |b3BlcmF0b3I|token/i)
    await page.getByRole('button', { name: /operator/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'erp-app-01' })).toBeVisible()
    await expect(page).toHaveURL('/vms/13-105-1015/backup/results')
  })

  await test.step('signing out leaves nothing on the screen, and Back does not bring it', async () => {
    await follow(page, '/vms')
    await page.getByRole('link', { name: 'erp-app-01', exact: true }).click()
    await page.getByRole('button', { name: 'Account of Priya Nair' }).click()
    await page
      .getByRole('menuitem', { name: 'Sign out' })
      .or(page.getByRole('button', { name: 'Sign out' }))
      .click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await page.goBack()
    await expect(page.getByText('erp-app-01')).toBeHidden()
  })
})

test('a session that ends in the middle of a form asks for the password in place and loses nothing', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'operator', '/vms/13-105-1016/backup/policies')
  await page.getByRole('checkbox', { name: 'Snapshots on two days' }).check()
  await simulator.set('faults', { endSessions: true })
  await page.getByRole('button', { name: 'Save policies' }).click()
  await goOn(page)
  await expect(page.getByRole('checkbox', { name: 'Snapshots on two days' })).toBeChecked()
  await expect(page.getByText('You are not signed in any more')).toBeHidden()
  await page.getByRole('button', { name: 'Save policies' }).click()
  await expect(page.getByText(/BACKUP_SCHEDULE|Backup schedule/i).first()).toBeVisible()
})

test('a session that ends under a dialog: the password has the keyboard, and what lies under it gets it back', async ({
  page,
  simulator,
}) => {
  const again = page.getByRole('dialog', { name: 'Please sign in again' })
  const password = again.getByRole('textbox', { name: 'Password' })
  await signIn(page, 'operator', '/vms/13-105-1016/backup/results')

  await test.step('in the question for a backup, Escape leaves everything where it is', async () => {
    await page.getByRole('button', { name: 'Back up now' }).first().click()
    const question = page.getByRole('dialog', { name: 'Back up now' })
    await simulator.set('faults', { endSessions: true })
    await question.getByRole('button', { name: 'Start the backup' }).click()
    await expect(password).toBeFocused()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(again).toBeVisible()
    await expectAccessibleInBoth(page, 'sign in again')
    await simulator.set('faults', { rules: [] })
    await goOn(page)
    await expect(question.getByRole('button', { name: 'Start the backup' })).toBeFocused()
    await expect(page.getByText('You are not signed in any more')).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(question).toBeHidden()
  })

  await test.step('in the drawer of a restore, the keys reach the password alone', async () => {
    const preflight = await openPreflight(page)
    const name = preflight.getByLabel('Type the name of the VM to confirm')
    const restore = preflight.getByRole('button', { name: 'Overwrite and restore' })
    await name.fill('erp-app-02')
    await simulator.set('faults', { endSessions: true })
    await restore.click()
    await expect(password).toBeFocused()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Tab')
    await expect(password).toBeFocused()
    await simulator.set('faults', { rules: [] })
    await page.keyboard.type('operator')
    await page.keyboard.press('Enter')
    await expect(again).toBeHidden()
    await expect(restore).toBeFocused()
    await expect(name).toHaveValue('erp-app-02')
    await expect(page.getByText('You are not signed in any more')).toBeHidden()
    await expect(page.getByRole('dialog', { name: 'Close and lose what you typed?' })).toBeHidden()
  })
})

test('signing out with something that is not saved asks first', async ({ page }) => {
  const snapshots = page.getByRole('checkbox', { name: 'Snapshots on two days' })
  const out = async (): Promise<void> => {
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
  }
  await signIn(page, 'operator', '/vms/13-105-1016/backup/policies')
  await snapshots.check()
  await out()
  await page.getByRole('button', { name: 'Stay here' }).click()
  await expect(snapshots).toBeChecked()
  await out()
  await page.getByRole('button', { name: 'Leave and lose changes' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('the end of a session is said two minutes ahead, over dialogs too, and one press puts it off', async ({
  page,
}) => {
  const minute = 60_000
  const asked: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api')) asked.push(request.url())
  })
  const message = page.getByRole('region', { name: 'You will be signed out soon' })
  const stay = message.getByRole('button', { name: 'Stay signed in' })
  await signIn(page, 'operator')
  // A page that asks nothing by itself.
  await follow(page, '/help/restore')
  await expect(page.getByRole('heading', { level: 1, name: 'Restore' })).toBeVisible()

  await test.step('nothing is said long before, and the message asks the platform for nothing', async () => {
    await page.clock.fastForward(26 * minute)
    await expect(message).toBeHidden()
    asked.length = 0
    await page.clock.fastForward(1.5 * minute)
    await expect(message).toContainText('Your session ends in 2 min')
    expect(asked).toEqual([])
    await expectAccessibleInBoth(page, 'the session ends soon')
  })

  await test.step('over a dialog it is reached by the keyboard, and the focus was not taken', async () => {
    await page.keyboard.press('?')
    const keys = page.getByRole('dialog', { name: 'Keys' })
    await expect(keys).toBeVisible()
    await page.clock.fastForward(2_000)
    await expect(keys.getByRole('button', { name: 'Stay signed in' })).toBeVisible()
    await expect(stay).not.toBeFocused()
    await page.keyboard.press('Escape')
    await page.clock.fastForward(1_500)
    await expect(page.locator('body > section').getByRole('button', { name: 'Stay signed in' })).toBeVisible()
    await page.keyboard.press('?')
    await page.clock.fastForward(1_500)
    await expect(keys.getByRole('button', { name: 'Stay signed in' })).toBeVisible()
    await stay.focus()
    await page.keyboard.press('Enter')
    await expect(message).toBeHidden()
    await page.keyboard.press('Escape')
  })

  await test.step('the session lasts as long again, and a request of any kind is enough the next time', async () => {
    await page.clock.fastForward(25 * minute)
    await expect(message).toBeHidden()
    await page.clock.fastForward(3 * minute)
    await expect(message).toBeVisible()
    await follow(page, '/vms')
    await expect(page.getByRole('link', { name: 'erp-app-01', exact: true })).toBeVisible()
    await page.clock.fastForward(3_000)
    await expect(message).toBeHidden()
  })
})
