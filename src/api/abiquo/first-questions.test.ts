import { afterEach, expect, test, vi } from 'vitest'

import { askAhead, forgetAhead } from '../fetching/ahead'
import { abiquo } from './adapter'
import { answered, base, login, undeployed } from './adapter.bench'
import { firstQuestions } from './first-questions'

afterEach(() => {
  vi.unstubAllGlobals()
  forgetAhead()
})

const session = 'cookie'
const first = { offset: 0, limit: 30 }
const answers = {
  'GET /login': { ...login, privileges: { collection: [] } },
  'GET /cloud/virtualdatacenters': { collection: [] },
  'GET /cloud/virtualmachines': { collection: [undeployed], totalSize: 1 },
}

test('what is asked ahead is what the adapter asks, word by word', async () => {
  const fetched = vi.fn<ReturnType<typeof answered>>(answered(answers, []))
  vi.stubGlobal('fetch', fetched)
  const api = abiquo({ base: `${base}/`, session, mediaVersion: '4.7' })
  await Promise.all([api.resume(), api.listVms(first)])
  const asked = fetched.mock.calls.map(([{ href: url }, { method, credentials, headers }]) => ({
    url,
    method,
    credentials,
    headers,
  }))
  const questions = firstQuestions(`${base}/`, '4.7', first)
  expect(asked).toHaveLength(questions.length)
  expect(asked).toEqual(expect.arrayContaining([...questions]))
})

test('a page finds the answers there and asks nothing again; the next reading asks', async () => {
  const seen: string[] = []
  vi.stubGlobal('fetch', answered(answers, seen))
  for (const question of firstQuestions(base, '5.2', first)) askAhead(question)
  expect(seen).toHaveLength(3)

  const api = abiquo({ base, session })
  const [person, { rows }] = await Promise.all([api.resume(), api.listVms(first)])
  expect(person).toMatchObject({ name: 'ada' })
  expect(rows).toMatchObject([{ id: '4-9-77', name: 'erp' }])
  expect(seen).toHaveLength(3)

  await api.listVms(first)
  expect(seen.slice(3)).toEqual(['GET /cloud/virtualmachines'])
})

test('another page than the list asks only who is there', () => {
  expect(firstQuestions(base, '5.2', null).map(({ url }) => url)).toEqual([`${base}/login?expand=privileges`])
})
