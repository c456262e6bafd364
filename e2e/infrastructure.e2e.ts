import type { Page } from '@playwright/test'

import { expectAccessibleInBoth, expectTargets } from './axe'
import { expect, follow, row, signIn, test } from './test'

const card = (page: Page, name: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) })

const proof = (page: Page) => page.getByRole('region', { name: 'Does the connection work?' })

/** Another administrator, at the platform itself: changes a part of the backup side of a datacenter. */
async function someoneElse(page: Page, path: string, entity: string, change: object): Promise<void> {
  const status = await page.evaluate(
    async ([where, what, changed]) => {
      const headers = {
        authorization: `Basic ${btoa('cloudadmin:cloudadmin')}`,
        accept: `application/vnd.abiquo.${what}+json; version=5.2`,
        'content-type': `application/vnd.abiquo.${what}+json; version=5.2`,
      }
      const before: unknown = await (await fetch(where, { headers })).json()
      const body = JSON.stringify(Object.assign({}, before, changed))
      return (await fetch(where, { method: 'PUT', headers, body })).status
    },
    [`/api/admin/datacenters/${path}`, entity, change] as const,
  )
  expect(status, 'the platform takes the change of the other administrator').toBe(200)
}

test('the switches and the connection of a datacenter: what a change touches is named, and two administrators never overwrite each other unseen', async ({
  page,
}) => {
  await signIn(page, 'cloudadmin', '/infrastructure/1')

  await test.step('a running datacenter, and the question before it is deleted, are accessible', async () => {
    await expect(page.getByRole('region', { name: 'At a glance' })).toContainText('16 of 18')
    await expectAccessibleInBoth(page)
    await expectTargets(page)
    await page.getByRole('link', { name: 'Backup manager', exact: true }).click()
    await page.getByRole('button', { name: 'Delete manager' }).click()
    await expect(page.getByRole('dialog', { name: 'Delete Veeam Barcelona?' })).toBeVisible()
    await expectAccessibleInBoth(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  await test.step('two administrators change the same connection: both versions are shown, and a person decides', async () => {
    const name = page.getByRole('textbox', { name: 'Name' })
    await name.fill('Mine')
    await someoneElse(page, '1/backupmanagers/1', 'backupmanager', {
      name: 'Theirs',
      endpoint: 'https://veeam-new.bcn.meridian.example:9398/api/',
    })
    await page.getByRole('button', { name: 'Save connection' }).click()
    const versions = page.getByRole('alert').filter({ hasText: 'Someone else changed this meanwhile' })
    await expect(versions.getByRole('row', { name: /^Name/ })).toContainText(/Mine.*Theirs/)
    await expect(versions.getByRole('row', { name: /^Endpoint/ })).toContainText('Not changed by you')
    await versions.getByRole('button', { name: 'Keep mine' }).click()
    await expect(name).toHaveValue('Mine')
    await expect(page.getByRole('textbox', { name: 'Endpoint (URL)' })).toHaveValue(
      'https://veeam-new.bcn.meridian.example:9398/api/',
    )
    await page.getByRole('button', { name: 'Save connection' }).click()
    await expect(page.getByText('Mine is saved')).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'Overview', exact: true }).click()
    await expect(page.getByRole('region', { name: 'Backup system' })).toContainText('Mine')
    await expect(page.getByRole('region', { name: 'Backup system' })).toContainText('veeam-new.bcn')
  })

  await test.step('two administrators change the same policy: what one of them did not touch stays as the other wrote it', async () => {
    await follow(page, '/infrastructure/1/policies')
    await page.getByRole('link', { name: 'Nightly', exact: true }).click()
    const name = page.getByRole('textbox', { name: 'Name' })
    await name.fill('My nightly')
    const id = /-(\d+)$/.exec(page.url())?.[1] ?? ''
    await someoneElse(page, `1/backuppolicies/${id}`, 'backuppolicy', {
      name: 'Their nightly',
      description: 'Their words',
    })
    await page.getByRole('button', { name: 'Save policy' }).click()
    const versions = page.getByRole('alert').filter({ hasText: 'Someone else changed this meanwhile' })
    await expect(versions.getByRole('row', { name: /^Name/ })).toContainText(/My nightly.*Their nightly/)
    await expect(versions.getByRole('row', { name: /^Description/ })).toContainText('Not changed by you')
    await versions.getByRole('button', { name: 'Keep mine' }).click()
    await expect(name).toHaveValue('My nightly')
    await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('Their words')
    await page.getByRole('button', { name: 'Save policy' }).click()
    await expect(page.getByRole('row', { name: /My nightly/ })).toContainText('Their words')
  })

  await test.step('turning a switch off names the VMs that it touches, and one without effect says why', async () => {
    await follow(page, '/infrastructure/1/properties')
    const deployed = page.getByRole('switch', { name: 'Change policies while deployed' })
    await expect(deployed).toBeChecked()
    await deployed.click()
    const touched = page.getByRole('list', { name: 'VMs that are touched' })
    await expect(touched.getByRole('link').first()).toHaveAttribute('href', /^\/vms\//)
    await expect(touched.getByRole('link', { name: /^and \d+ more$/ })).toHaveAttribute(
      'href',
      '/vms?datacenter=Barcelona',
    )
    await expect(page.getByText('Change policies while deployed: On → Off')).toBeVisible()
    await page.getByRole('button', { name: 'Save properties' }).click()
    await expect(page.getByText('The backup properties of Barcelona are saved')).toBeVisible()
    await expect(page.getByText('What a save changes')).toBeHidden()

    await expect(page.getByText('Veeam 10 cannot do it: this switch has no effect')).toBeVisible()
    await page.getByRole('link', { name: 'What Veeam 10 can do' }).click()
    const kinds = page.getByRole('table', { name: 'Kinds of backups that policies may hold' })
    await expect(kinds.getByRole('row', { name: /^once/i }).getByRole('cell').first()).toHaveText('No')
    await expect(
      kinds
        .getByRole('row', { name: /^daily/i })
        .getByRole('cell')
        .first(),
    ).toHaveText('Yes')
    await expect(page.getByRole('columnheader', { name: 'Veeam 10 Connected here' })).toBeVisible()
  })

  await test.step('two administrators turn the same switches: nothing is overwritten unseen', async () => {
    await follow(page, '/infrastructure/1/properties')
    await page.getByRole('switch', { name: 'Restore a backup more than once' }).click()
    await someoneElse(page, '1/backupproperties', 'backupdatacenterproperties', { manualBackup: false })
    await page.getByRole('button', { name: 'Save properties' }).click()
    const versions = page.getByRole('alert').filter({ hasText: 'Someone else changed this meanwhile' })
    await expect(versions.getByRole('row', { name: /^Manual backup/ })).toContainText(/Not changed by you.*Off/)
    await versions.getByRole('button', { name: 'Take theirs' }).click()
    await expect(page.getByRole('switch', { name: 'Restore a backup more than once' })).not.toBeChecked()
    await expect(page.getByRole('switch', { name: /^Manual backup/ })).not.toBeChecked()
  })
})

test('a connection: one that cannot be read breaks no other, an edit keeps its password, and it goes only after its name was typed', async ({
  page,
  simulator,
}) => {
  await test.step('a datacenter that cannot be read breaks no other', async () => {
    await signIn(page, 'cloudadmin', '/tenants')
    await simulator.set('faults', {
      rules: [{ method: 'GET', path: '/admin/datacenters/2/backupmanagers', status: 503, times: 3 }],
    })
    await page.getByRole('link', { name: 'Infrastructure', exact: true }).click()
    await expect(card(page, 'Barcelona')).toContainText('Veeam 10')
    await expect(card(page, 'London')).toContainText('The backup system could not be read')
    await page.getByRole('button', { name: 'Try again for London' }).click()
    await expect(card(page, 'London')).toContainText('Avamar')
  })

  await test.step('an edit without a password keeps the stored one: the next backup proves it', async () => {
    await follow(page, '/infrastructure/2/manager')
    await expect(proof(page)).toContainText('It worked: a backup ended well')
    await page.getByRole('textbox', { name: 'Name' }).fill('Avamar on the Thames')
    await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('')
    await page.getByRole('button', { name: 'Save connection' }).click()
    await expect(page.getByText('Avamar on the Thames is saved')).toBeVisible()
    await expect(proof(page)).toContainText('Not proven yet')
    await proof(page).getByRole('link').first().click()
    await page.getByRole('button', { name: 'Back up now' }).click()
    await page.getByRole('button', { name: 'Start the backup' }).click()
    await expect(page.getByRole('region', { name: 'What runs on this VM' })).toContainText('Backup is running')
    await simulator.skip(30)
    await page.getByRole('link', { name: 'Results', exact: true }).click()
    const asked = row(page, 'Backups of this VM', /2 Mar 2026, 09:0\d/)
    await expect(asked.first()).toContainText('Done', { timeout: 40_000 })
    await page.getByRole('link', { name: 'Infrastructure', exact: true }).click()
    await page.getByRole('link', { name: 'London', exact: true }).click()
    await page.getByRole('link', { name: 'Backup manager', exact: true }).click()
    await expect(proof(page)).toContainText('It worked: a backup ended well', { timeout: 40_000 })
  })

  await test.step('another host is sent no stored password, and a typed one does not outlive the session', async () => {
    const endpoint = page.getByRole('textbox', { name: 'Endpoint (URL)' })
    const password = page.getByRole('textbox', { name: 'Password' })
    const before = await endpoint.inputValue()
    await endpoint.fill('https://elsewhere.example:9443/api/')
    await page.getByRole('button', { name: 'Save connection' }).click()
    await expect(password).toBeFocused()
    await expect(page.getByText('The address leads to another host')).toBeVisible()
    await password.fill('typed-and-left')
    await simulator.set('faults', { endSessions: true })
    await page.getByRole('button', { name: 'Save connection' }).click()
    const again = page.getByRole('dialog', { name: 'Please sign in again' })
    await again.getByRole('textbox', { name: 'Password' }).fill('cloudadmin')
    await again.getByRole('button', { name: 'Continue' }).click()
    await expect(again).toBeHidden()
    await expect(endpoint).toHaveValue('https://elsewhere.example:9443/api/')
    await expect(password).toHaveValue('')
    await endpoint.fill(before)
  })

  await test.step('a manager is deleted only after its name was typed, and what that means was said', async () => {
    await page.getByRole('button', { name: 'Delete manager' }).click()
    const question = page.getByRole('dialog', { name: 'Delete Avamar on the Thames?' })
    await expect(question).toContainText(/\d+ VMs of London have backup policies/)
    await expect(question).toContainText('BC-40')
    const typed = question.getByRole('textbox')
    await typed.fill('Avamar')
    await typed.press('Enter')
    await expect(question).toContainText('Type Avamar on the Thames exactly as it is written here.')
    await typed.fill('Avamar on the Thames')
    await simulator.set('faults', {
      rules: [{ method: 'DELETE', path: '/admin/datacenters/2/backupmanagers/*', dropAfter: true, times: 1 }],
    })
    await typed.press('Enter')
    await expect(page.getByRole('region', { name: 'Connect London to its backup system' })).toBeVisible()
    // The answer is lost, and the page itself is another one by then: what came of it is said all the same.
    await expect(page.getByText('Avamar on the Thames is deleted; London has no backup system now')).toBeVisible()
  })
})

test('who does not see everything reads so, and why', async ({ page }) => {
  await test.step('who sees no VMs, tenants and events is told so, and never reads a zero', async () => {
    await signIn(page, 'dcadmin', '/infrastructure')
    await expect(card(page, 'Barcelona').getByText('Not visible to you')).toHaveCount(2)
    await page.getByRole('link', { name: 'Barcelona', exact: true }).click()
    await expect(page.getByRole('region', { name: 'Tenants' })).toContainText('Costa Verde Retail')
    await page.getByRole('link', { name: 'Backup manager', exact: true }).click()
    await expect(proof(page)).toContainText('Nothing can be said of it')
  })

  await test.step('an operator who comes by a link reads why the page is closed, and who opens it', async () => {
    await signIn(page, 'operator', '/infrastructure/1/manager')
    await expect(page.getByRole('region', { name: 'Your role does not open this page' })).toContainText(
      'Access infrastructure view',
    )
    await expect(page.getByRole('textbox')).toHaveCount(0)
  })
})
