import { expect, follow, signIn, test } from './test'

test('a schedule that nothing is heard of is overdue: one that silently stopped, and a healthy one when its time is over', async ({
  page,
  simulator,
}) => {
  await test.step('a schedule that silently stopped is overdue though nothing failed, and the badge says which run was missed', async () => {
    await signIn(page, 'operator')
    await page.getByRole('button', { name: /^1 Overdue/ }).click()
    await page.getByRole('button', { name: 'Overdue (web-frontend-02: show why)' }).click()
    const evidence = page.getByRole('dialog', { name: 'web-frontend-02' })
    await expect(evidence).toContainText('neither a backup nor a failure was reported')
    await expect(evidence).toContainText(/Missed run\s*Nightly, 27 Feb 2026, 02:30 UTC\+01:00/)
    await expect(evidence).toContainText(/Nothing was heard of it by 27 Feb 2026, 04:30 UTC\+01:00/)
    await expect(evidence).toContainText(/Last failure\s*None known/)
    await evidence.getByRole('link', { name: 'How protection is judged' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Overdue' })).toContainText(
      'neither a backup nor a failure was reported',
    )
  })

  await test.step('a healthy VM says when it becomes overdue, and does when nothing is heard until then', async () => {
    await follow(page, '/vms?q=web-frontend-01')
    await page.getByRole('button', { name: 'Protected (web-frontend-01: show why)' }).click()
    const evidence = page.getByRole('dialog', { name: 'web-frontend-01' })
    await expect(evidence).toContainText(/Becomes overdue\s*3 Mar 2026, 04:30 UTC\+01:00/)
    await page.keyboard.press('Escape')

    // The backup system is not asked any more, so that nothing is heard of it.
    await simulator.set('settings', { checkDelayMs: 30 * 24 * 60 * 60_000 })
    await simulator.skip(20 * 60)
    await expect(page.getByRole('button', { name: /^(Protection unknown|Overdue) \(web-frontend-01/ })).toBeVisible()
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(page.getByRole('button', { name: 'Overdue (web-frontend-01: show why)' })).toBeVisible()
  })
})

test('a site that gives a policy its own minutes has its VMs overdue by them, and badge and rule say so', async ({
  page,
  simulator,
}) => {
  await page.route('**/config.json', (route) => route.fulfill({ json: { protection: { policies: { Nightly: 30 } } } }))
  await signIn(page, 'operator', '/vms?q=web-frontend-01')
  await page.getByRole('button', { name: 'Protected (web-frontend-01: show why)' }).click()
  await expect(page.getByRole('dialog')).toContainText(/Becomes overdue\s*3 Mar 2026, 03:00 UTC\+01:00/)
  await page.keyboard.press('Escape')
  await simulator.set('settings', { checkDelayMs: 30 * 24 * 60 * 60_000 })
  await simulator.skip(18 * 60 + 10)
  // The first answer tells the page how late it is; what is read after that is of this moment.
  const refresh = page.getByRole('button', { name: 'Refresh' })
  await refresh.click()
  await expect(page.getByRole('button', { name: /^(Protection unknown|Overdue) \(web-frontend-01/ })).toBeVisible()
  await refresh.click()
  await page.getByRole('button', { name: 'Overdue (web-frontend-01: show why)' }).click()
  const evidence = page.getByRole('dialog', { name: 'web-frontend-01' })
  await expect(evidence).toContainText('More than 30 min have passed since its time')
  await evidence.getByRole('link', { name: 'How protection is judged' }).click()
  await expect(page.getByText('More than 2 hr (Nightly: 30 min) have passed since its time')).toBeVisible()
})
