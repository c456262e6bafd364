import { expect, test } from 'vitest'

import { addresses } from './links'
import { refOf } from './to-vm'

const places = addresses('https://cloud.example/api')
const link = (href: string, title: string) => ({ rel: 'enterprise', href, title, type: null, length: null })
const acme = () => link('https://cloud.example/api/admin/enterprises/5', 'Acme')
const named = (one: ReturnType<typeof link>) => refOf(places, [one], one.rel)

test('VMs in one place share what names it; another address or another title is another place', () => {
  expect(named(acme())).toEqual({ id: '5', name: 'Acme' })
  expect(named(acme())).toBe(named(acme()))
  expect(named({ ...acme(), title: 'Acme Ltd' })).toEqual({ id: '5', name: 'Acme Ltd' })
  expect(named({ ...acme(), href: 'https://elsewhere.example/admin/enterprises/5' })).toEqual({
    id: 'Acme',
    name: 'Acme',
  })
})
