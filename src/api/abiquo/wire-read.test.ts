import { expect, test } from 'vitest'

import { links } from './wire-read'

const href = 'https://cloud.example/api/admin/enterprises/5'

test.each([[7], [true], [{ a: 1 }], [['Acme']]])('a link whose title is %j goes on without a title', (title) => {
  expect(links.parse([{ rel: 'enterprise', href, title }])).toEqual([{ rel: 'enterprise', href, title: null }])
})

test('a link with a title, or without one, stays as it came', () => {
  const found = [
    { rel: 'enterprise', href, title: 'Acme' },
    { rel: 'self', href, title: null },
    { rel: 'edit', href },
  ]
  expect(links.parse(found)).toEqual(found)
})
