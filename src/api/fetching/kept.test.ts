import { expect, test } from 'vitest'

import { type Kept, shortened } from './kept'

const kept: Kept = { members: ['id', 'name', 'links'], rels: ['edit', 'disk'] }
const link = (rel: string) => ({ rel, href: `https://cloud.example/api/${rel}`, title: rel })

test('of each row only what is wanted comes on, links by their rel without its number', () => {
  const whole = {
    links: [link('next')],
    totalSize: 1,
    collection: [{ id: 7, uuid: 'u', links: ['edit', 'disk0', 'disk12', 'metrics', 'diskless'].map(link) }],
  }
  expect(shortened(whole, kept)).toEqual({
    links: [link('next')],
    totalSize: 1,
    collection: [{ id: 7, links: ['edit', 'disk0', 'disk12'].map(link) }],
  })
})

test('what is broken stays as it is, for those who judge it', () => {
  const odd = [null, 7, 'row', [], {}, { links: null }, { links: 'none' }, { links: [null, 'x', { href: '/y' }] }]
  expect(shortened({ collection: odd }, kept)).toEqual({ collection: odd })
  for (const json of [null, 7, 'text', [1], { collection: null }, { collection: { id: 1 } }])
    expect(shortened(json, kept)).toEqual(json)
})
