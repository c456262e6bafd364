import { expectAccessible } from './axe'
import { expect, follow, inTurn, signIn, test } from './test'

/* Where one answer of several is missing: what was read is shown, and what was not is said. */

test('of a list of which 30 of 33 VMs came, the others are said to be missing, and no figure calls these all', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'operator', '/roles')
  await simulator.set('faults', { rules: [{ method: 'GET', path: '/cloud/virtualmachines', status: 500, after: 1 }] })
  await follow(page, '/vms')
  await expect(page.getByText('Only 30 of 33 VMs could be read')).toBeVisible()
  await expect(page.getByRole('button', { name: '33 VMs in all' })).toBeVisible()
  await expect(page.getByText('This list could not be read again')).toBeHidden()
  await follow(page, '/')
  await expect(page.getByText('Only 30 of 33 VMs could be read')).toBeVisible()
  await expect(page.getByText('These readings are old.')).toBeHidden()
  await simulator.set('faults', { rules: [] })
  // Whichever asks first: a person, or the page by itself.
  const notice = page.getByText('Only 30 of 33 VMs could be read')
  await expect(async () => {
    if (await notice.isVisible()) await page.getByRole('button', { name: 'Try again' }).click({ timeout: 1_000 })
    await expect(notice).toBeHidden({ timeout: 3_000 })
  }).toPass()
})

test('while nobody can say what runs now, nobody is told that nothing does', async ({ page, simulator }) => {
  await signIn(page, 'operator', '/roles')
  await simulator.set('faults', { rules: [{ method: 'GET', path: '/**/pendingtasks', status: 500 }] })
  await follow(page, '/')
  const notice = page.getByText('What runs now is not known')
  await expect(notice).toBeVisible()
  await expect(page.getByRole('link', { name: '– Backups running' })).toBeVisible()
  await follow(page, '/vms')
  await expect(notice).toBeVisible()
  await simulator.set('faults', { rules: [] })
  // Whichever asks first: a person, or the page by itself.
  await expect(async () => {
    if (await notice.isVisible()) await page.getByRole('button', { name: 'Try again' }).click({ timeout: 1_000 })
    await expect(notice).toBeHidden({ timeout: 3_000 })
  }).toPass()
  await follow(page, '/')
  await expect(page.getByRole('link', { name: '2 Backups running' })).toBeVisible()
})

test('where the policies of one datacenter could not be read, that is said before overdue VMs are looked for', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'operator', '/roles')
  await simulator.set('faults', {
    rules: [{ method: 'GET', path: '/cloud/locations/2/backuppolicies', status: 500, times: 1 }],
  })
  await follow(page, '/vms')
  const notice = page.getByText('Some policies could not be read')
  await expect(notice).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(notice).toBeHidden()
})

test('a timeline whose policies could not be read asks for them again when someone says so', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'operator', '/roles')
  await simulator.set('faults', { rules: [{ method: 'GET', path: '/cloud/locations/2/backuppolicies', status: 500 }] })
  await follow(page, '/vms/13-105-1016/backup/timeline')
  await expect(page.getByText('What was planned in this time is not known.')).toBeVisible()
  await expect(page.getByText('12 good', { exact: true })).toBeVisible()
  await simulator.set('faults', { rules: [] })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(/planned runs gave a good backup/)).toBeVisible()
})

test('a VM, a datacenter or a tenant that cannot be read has its failure for a heading', async ({
  page,
  simulator,
}) => {
  await signIn(page, 'cloudadmin', '/roles')
  await simulator.set('faults', { rules: [{ method: 'GET', status: 400 }] })
  await inTurn(['/vms/13-105-1016', '/infrastructure/2', '/tenants/1'], async (address) => {
    await follow(page, address)
    await expect(page.getByRole('alert').getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  })
})
