import { afterEach, describe, expect, test, vi } from 'vitest'

import { benches, enter, refusal, vmNamed, writes } from './fixture.bench'

afterEach(() => vi.unstubAllGlobals())

describe.each(benches)('%s', (_, newBench) => {
  describe('odd answers', () => {
    test('a broken row is counted, and the others stand', async () => {
      const { api, tamper } = await enter(newBench)
      const whole = await api.listVms({ offset: 0, limit: 1_000 })
      tamper('a broken row')
      const page = await api.listVms({ offset: 0, limit: 1_000 })
      expect(page.rows).toEqual(whole.rows)
      expect(page.unreadable).toBe(3)
    })

    test('a link that leads elsewhere is refused, and nothing is sent there', async () => {
      const bench = await enter(newBench)
      const { api, tamper, sent } = bench
      const vm = await vmNamed(api, 'erp-app-02')
      tamper('a hostile address')
      await expect(api.getVm(vm.id)).resolves.toMatchObject({ id: vm.id })
      expect(await refusal(api.backUpNow(vm.id, { replicate: false }))).toMatchObject({ kind: 'link' })
      expect(writes(bench)).toBe(0)
      expect(sent.every(({ path }) => path.startsWith('/'))).toBe(true)
    })

    test('words that nobody knows are kept, and never taken for success', async () => {
      const { api, tamper } = await enter(newBench)
      const { id } = await vmNamed(api, 'erp-app-01')
      tamper('unknown words')
      const { rows } = await api.listVms({ offset: 0, limit: 1_000 })
      expect(rows.find((row) => row.id === id)).toMatchObject({ state: 'unknown', stateText: 'HIBERNATED' })
      const backups = await api.listBackups(id)
      expect(backups.rows[0]).toMatchObject({ outcome: 'unknown', statusText: 'HIBERNATED' })
    })

    test('a page where data should be is no empty list', async () => {
      const { api, tamper } = await enter(newBench)
      tamper('HTML for data')
      expect(await refusal(api.listVms({ offset: 0, limit: 10 }))).toMatchObject({ kind: 'contract' })
    })
  })
})
