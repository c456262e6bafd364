import { expect, follow, signIn, test } from './test'

const eventsOf = '/vms/13-105-1015/backup/events'

test('the trail of a VM: a week of it, filtered in the address, and a line that opens by keyboard', async ({
  page,
}) => {
  await test.step('the trail of a VM is filtered in the address, and a line opens by keyboard', async () => {
    await signIn(page, 'operator', `${eventsOf}?severity=error`)
    const table = page.getByRole('table')
    await expect(table.getByRole('row').nth(1)).toContainText('Error')
    await expect(table.getByText('Information')).toHaveCount(0)
    const line = table.getByRole('row').nth(1)
    await line.getByRole('button').or(line.getByRole('link')).first().focus()
    await page.keyboard.press('Enter')
    const detail = page.getByRole('dialog')
    await expect(detail).toContainText('VIRTUAL_MACHINE_')
    await expect(page).toHaveURL(/event=/)
    await page.keyboard.press('Escape')
    await expect(detail).toBeHidden()
  })

  await test.step('the platform shows a week unless dates are given, and the page says so', async () => {
    await follow(page, eventsOf)
    await expect(page.getByText(/last 7 days/)).toBeVisible()
    await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('UTC+01:00')
  })
})
