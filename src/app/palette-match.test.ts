import { describe, expect, test } from 'vitest'

import { quickest } from '~/domain/samples'
import { searchWords } from '~/texts/search'

import { decisive, type Findable, find, line, piecesOf } from './palette-match'

const thing = (name: string, ...others: readonly string[]): Findable => ({
  id: name,
  name: line(name),
  others: others.map(line),
})

const found = (things: readonly Findable[], typed: string, recent: readonly string[] = []): readonly string[] =>
  find(things, searchWords(typed), recent).map(({ item }) => item.id)

describe('what is found', () => {
  test('every word must be somewhere, in any order, letter case and without accents', () => {
    const things = [thing('web-01', 'Málaga'), thing('web-02', 'Oslo'), thing('db-01', 'Malaga')]
    expect(found(things, '  MALAGA web ')).toEqual(['web-01'])
    expect(found(things, 'málaga')).toEqual(['web-01', 'db-01'])
    expect(found(things, 'web bergen')).toEqual([])
  })

  test('an accent that was typed as a sign of its own is the same', () => {
    expect(found([thing('Café')], 'cafe\u0301')).toEqual(['Café'])
  })
})

describe('what comes first', () => {
  test('the whole name, its beginning, a word of it, inside of it, then other fields in the same order', () => {
    const things = [
      thing('a', 'xweb'),
      thing('b', 'my web'),
      thing('cobweb'),
      thing('my-web'),
      thing('website'),
      thing('web'),
    ]
    expect(found(things, 'web')).toEqual(['web', 'website', 'my-web', 'cobweb', 'b', 'a'])
  })

  test('a number after letters begins a word', () => {
    expect(found([thing('x101'), thing('db01')], '01')).toEqual(['db01', 'x101'])
  })

  test('the best place of a word counts, not its first', () => {
    expect(found([thing('cobweb'), thing('cobweb-web')], 'web')).toEqual(['cobweb-web', 'cobweb'])
  })

  test('recently used comes first among those alike, never before a better fit', () => {
    const things = [thing('web-1'), thing('web-2'), thing('cobweb')]
    expect(found(things, 'web', ['cobweb', 'web-2'])).toEqual(['web-2', 'web-1', 'cobweb'])
  })

  test('those alike keep the order given', () => {
    expect(found([thing('web-2'), thing('web-10'), thing('web-1')], 'web')).toEqual(['web-2', 'web-10', 'web-1'])
  })
})

const shown = (text: string, typed: string): string =>
  piecesOf(line(text), searchWords(typed))
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('')

describe('what matched', () => {
  test('is marked in the text as it was written', () => {
    expect(shown('Web-Frontend-01', 'front web')).toBe('[Web]-[Front]end-01')
    expect(shown('Málaga', 'mala')).toBe('[Mála]ga')
    expect(shown('İzmir', 'mir')).toBe('İz[mir]')
    expect(shown('web', 'web')).toBe('[web]')
    expect(shown('web', 'oslo')).toBe('web')
    expect(shown('', 'web')).toBe('')
  })

  test('two words that touch or overlap are one mark', () => {
    expect(shown('webserver', 'webs server')).toBe('[webserver]')
  })

  test('another field is named when the name alone does not say why', () => {
    const vm = thing('web-01', 'Shop › Checkout', '6f1c-uuid')
    expect(decisive(vm, searchWords('web 6f1c'))?.text).toBe('6f1c-uuid')
    expect(decisive(vm, searchWords('web'))).toBeNull()
  })
})

test('ten thousand are searched while one types', () => {
  const many = Array.from({ length: 10_000 }, (_, n) =>
    thing(`web-frontend-${n}`, `6f1c-${n}-uuid`, `ABQ_${n}`, 'Shop › Checkout', 'Acme'),
  )
  expect(quickest(() => find(many, searchWords('front 99'), []))).toBeLessThan(400)
  expect(quickest(() => find(many, searchWords('e'), []))).toBeLessThan(400)
})
