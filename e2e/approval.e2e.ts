import { expectAccessibleInBoth } from './axe'
import { askWhyNot, expect, signIn, test } from './test'

/** erp-app-02, in London: several policies, changes while deployed. */
const vm = '/vms/13-105-1016'
const work = 'What runs on this VM'

test('work that waits for approval says so, and who may decide lets it go on or takes it back', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'operator', `${vm}/backup/policies`)
  await simulator.set('settings', { held: ['RECONFIGURE'] })
  const band = page.getByRole('region', { name: work })

  await test.step('whoever asked for it learns that nothing happens yet, and who decides', async () => {
    await page.getByRole('checkbox', { name: 'Snapshots on two days' }).check()
    await page.getByRole('button', { name: 'Save policies' }).click()
    await expect(band).toContainText('Change of settings waits for approval')
    await expect(page.getByText('The change is not in force yet')).toBeVisible()
    await askWhyNot(band.getByRole('button', { name: 'Let it go on: Change of settings' }))
    await expect(page.getByText(/needs the privilege “Manage workflow tasks”/)).toBeVisible()
    await expect(page.getByText(/cloud administrators and tenant administrators/)).toBeVisible()
  })

  await test.step('an hour later it still waits', async () => {
    await simulator.skip(60)
    await page.getByRole('link', { name: 'Tasks', exact: true }).click()
    await expect(page.getByRole('list', { name: 'Tasks of this VM, newest first' })).toContainText('Waits for approval')
  })

  await page.getByRole('button', { name: 'Account of Priya Nair' }).click()
  await page
    .getByRole('menuitem', { name: 'Sign out' })
    .or(page.getByRole('button', { name: 'Sign out' }))
    .click()
  await signIn(page, 'tenantadmin', `${vm}/tasks`)
  const question = page.getByRole('dialog', { name: 'Take it back?' })

  await test.step('both answers ask first, and a lost answer is told and not sent again', async () => {
    await band.getByRole('button', { name: 'Take it back: Change of settings' }).click()
    await expect(question).toContainText('erp-app-02')
    await expect(question).toContainText('Asked for by Priya Nair')
    await expectAccessibleInBoth(page)
    await simulator.set('faults', { rules: [{ method: 'POST', path: '/cloud', drop: true }] })
    await question.getByRole('button', { name: 'Take it back' }).dblclick()
    await expect(question.getByRole('alert')).toBeVisible()
    await expect(band).toContainText('Change of settings waits for approval')
    await simulator.set('faults', { rules: [] })
    await question.getByRole('button', { name: 'Take it back' }).click()
    await expect(question).toBeHidden()
    await expect(band).toBeHidden()
    await expect(page.getByRole('list', { name: 'Tasks of this VM, newest first' })).toContainText('Cancelled')
  })
})
