import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { abiquo } from './adapter'
import { answered, base, home, login, undeployed } from './adapter.bench'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const first = { offset: 0, limit: 30 }
const asking = 'GET /cloud/virtualdatacenters'
const places = {
  collection: [
    {
      links: [
        { rel: 'edit', href: base + home },
        { rel: 'location', title: 'Oslo', href: `${base}/cloud/locations/2` },
      ],
    },
  ],
}

/** Signs in where the virtual datacenters are answered by `how`, until that is changed. */
async function visit(how: { status: number }) {
  const seen: string[] = []
  const privileges = { collection: [] }
  const usual = answered(
    {
      'GET /login': { ...login, privileges },
      'GET /cloud/virtualmachines': { collection: [undeployed], totalSize: 1 },
      [asking]: places,
    },
    seen,
  )
  vi.stubGlobal('fetch', async (...args: Parameters<typeof usual>) => {
    const answer = await usual(...args)
    return args[0].pathname.endsWith('/virtualdatacenters') && how.status !== 200
      ? Response.json({ collection: [] }, { status: how.status })
      : answer
  })
  const api = abiquo({ base })
  await api.signIn({ user: 'ada', password: 'secret' })
  return {
    datacenters: async () => (await api.listVms(first)).rows.map(({ datacenter }) => datacenter?.name ?? null),
    asked: () => seen.filter((one) => one === asking).length,
  }
}

test.each([403, 404])(
  'a refusal %i to say where VMs lie passes: asked again later, and then it is known',
  async (status) => {
    const how = { status }
    const { datacenters, asked } = await visit(how)
    expect(await datacenters()).toEqual([null])
    expect(await datacenters()).toEqual([null])
    expect(asked(), 'not with each window of a list').toBe(1)
    how.status = 200
    vi.setSystemTime(Date.now() + 61_000)
    expect(await datacenters()).toEqual(['Oslo'])
    expect(await datacenters()).toEqual(['Oslo'])
    expect(asked()).toBe(2)
  },
)

test('a failure of the platform to say where VMs lie is one of the list, and the next reading has it all', async () => {
  const how = { status: 500 }
  const { datacenters } = await visit(how)
  await expect(datacenters()).rejects.toMatchObject({ kind: 'server' })
  how.status = 200
  expect(await datacenters()).toEqual(['Oslo'])
})
