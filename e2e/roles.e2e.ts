import type { Locator, Page } from '@playwright/test'

import { askWhyNot, expect, follow, inTurn, row, signIn, test } from './test'

const matrix = 'Roles of the platform and their backup privileges'
const five = 'What each backup privilege opens, and who has it by default'
const configure = 'Manage virtual machine backup configuration'

async function openRole(page: Page, name: string, button = name): Promise<Locator> {
  await page.getByRole('table', { name: matrix }).getByRole('button', { name: button, exact: true }).click()
  return page.getByRole('dialog', { name })
}

test('roles: the five privileges and the trap in the own role are told, a locked role stays, and four privileges open the backup tab', async ({
  page,
  simulator,
}) => {
  await test.step('the default tenant administrator reads the five privileges, and of the trap in the own role', async () => {
    await signIn(page, 'tenantadmin', '/vms')
    await page.getByRole('button', { name: 'Account of Jordi Ferrer' }).click()
    const account = page.getByRole('dialog', { name: 'Your account' })
    await expect(account).toContainText('Restore without policies')
    await expect(account).toContainText(`nor back up now: for these ask for “${configure}”`)
    await account.getByRole('link', { name: 'Roles and privileges' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Roles and privileges' })).toBeVisible()
    await expect(account).toBeHidden()
    const privileges = page.getByRole('table', { name: five })
    await expect(privileges.getByRole('row')).toHaveCount(6)
    await expect(privileges.getByRole('row').filter({ hasText: 'VAPP_RESTORE_BACKUP' })).toContainText(
      'Tenant administrator',
    )
    await expect(privileges.getByRole('row').filter({ hasText: 'VAPP_MANAGE_BACKUP_DISKS' })).toContainText(
      'Virtual appliances',
    )
    await expect(row(page, matrix, 'ENTERPRISE_ADMIN')).toContainText('Restore without policies')
    // May read the roles, and not change them.
    const role = await openRole(page, 'USER')
    await expect(role).toContainText('Manage roles')
    await askWhyNot(role.getByRole('button', { name: 'Save the role' }))
  })

  await test.step('without the privilege policies are closed', async () => {
    await page.keyboard.press('Escape')
    await follow(page, '/vms/13-105-1016/backup/policies')
    await expect(page.getByText('This part is not open to you')).toBeVisible()
  })

  await signIn(page, 'cloudadmin', '/roles')

  await test.step('a locked role says why it stays', async () => {
    const role = await openRole(page, 'CLOUD_ADMIN', 'CLOUD_ADMIN yours locked')
    await expect(role).toContainText('The platform does not let the role CLOUD_ADMIN change.')
    await expect(role.getByRole('checkbox')).toHaveCount(0)

    await page.keyboard.press('Escape')
    await expect(role).toBeHidden()
  })

  await test.step('with the four VM privileges of backups a tenant administrator gets the backup tab', async () => {
    await row(page, matrix, 'ENTERPRISE_ADMIN')
      .getByRole('button', { name: `Give “${configure}”` })
      .click()
    const role = page.getByRole('dialog', { name: 'ENTERPRISE_ADMIN' })
    await expect(role.getByRole('checkbox', { name: configure })).toBeChecked()
    await role.getByRole('button', { name: 'Give “Manage virtual machine backup schedule”' }).click()
    await expect(role).toContainText('Nothing is missing')
    await expect(role.getByRole('region', { name: 'What will change for everyone with this role' })).toContainText(
      'Opens: The days, dates and times that a policy leaves to the VM.',
    )
    // Closing asks first, and Escape means to stay; nothing is lost by a slip.
    const question = page.getByRole('dialog', { name: 'Leave without saving?' })
    await page.keyboard.press('Escape')
    await expect(question).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(question).toBeHidden()
    await expect(role).toBeVisible()

    // The answer is lost on its way back: what the platform has decides.
    await simulator.set('faults', { rules: [{ method: 'PUT', path: '/admin/roles/**', times: 1, dropAfter: true }] })
    await role.getByRole('button', { name: 'Save the role' }).click()
    await expect(role).toContainText('The platform has the role as you wanted it')
    await page.keyboard.press('Escape')
    await expect(role).toBeHidden()
    await expect(row(page, matrix, 'ENTERPRISE_ADMIN')).toContainText('Nothing is missing')

    await signIn(page, 'tenantadmin', '/vms/13-105-1016/backup/policies')
    await expect(page.getByRole('checkbox', { name: 'Silver' })).toBeChecked()
  })

  await test.step('an address where nothing is leads each person to where that person begins', async () => {
    const starts = [
      ['dcadmin', 'Infrastructure'],
      ['tenantmanager', 'Tenants'],
    ] as const
    await inTurn(starts, async ([person, heading]) => {
      await signIn(page, person, '/nowhere')
      await page.getByRole('main').getByRole('link', { name: 'Go to your start page' }).click()
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    })
  })

  await test.step('who may not read roles learns why', async () => {
    await signIn(page, 'dcadmin', '/vms')
    await expect(page.getByText('Your role does not open this page')).toBeVisible()
    await follow(page, '/roles')
    await expect(page.getByRole('table', { name: five })).toBeVisible()
    await expect(page.getByRole('region', { name: 'The roles of the platform are not open to you' })).toContainText(
      'need the privilege “Access Users view”',
    )
    await expect(page.getByRole('table', { name: matrix })).toHaveCount(0)

    // Sections by keys, as far as they are open.
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.keyboard.press('g')
    await page.keyboard.press('e')
    await expect(page).toHaveURL(/\/events$/)
  })
})

test('roles: the way back asks before it loses what was chosen, and what was left does not come back', async ({
  page,
}) => {
  const give = 'Give “Manage virtual machine backup schedule”'
  await signIn(page, 'cloudadmin', '/roles')
  const role = await openRole(page, 'BACKUP_USER')
  const restore = role.getByRole('checkbox', { name: 'Restore virtual machine backups' })
  await restore.check()
  await page.goBack()
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })
  await question.getByRole('button', { name: 'Stay here' }).click()
  await expect(restore).toBeChecked()
  await page.goBack()
  await question.getByRole('button', { name: 'Leave and lose changes' }).click()
  await expect(role).toBeHidden()
  await openRole(page, 'BACKUP_USER')
  await expect(role).toContainText('Nothing is changed yet.')

  await restore.check()
  await role.getByRole('button', { name: 'Save the role' }).click()
  await expect(page.getByText('The role BACKUP_USER is saved')).toBeVisible()
  await page.goBack()
  await expect(role).toBeHidden()
  await page.getByRole('button', { name: give }).click()
  await expect(role.getByRole('checkbox', { name: 'Manage virtual machine backup schedule' })).toBeChecked()
})
