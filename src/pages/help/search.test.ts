import { describe, expect, test } from 'vitest'

import { piecesOf, search } from './search'
import type { Section } from './sections'

const section = (heading: string, text: string, pageTitle = 'Restore'): Section => ({
  page: 'restore',
  pageTitle,
  id: heading.toLowerCase(),
  heading,
  text,
})

const hits = (pieces: readonly { readonly text: string; readonly hit: boolean }[]): readonly string[] =>
  pieces.filter(({ hit }) => hit).map(({ text }) => text)

describe('the search of the manual', () => {
  const sections = [
    section('Before', 'A restore overwrites the disks of the VM. The lock opens by itself.'),
    section('The lock', 'While work runs, nothing else begins.'),
    section('Paths', 'Folders in the guest, such as C:\\Data (or /srv).', 'Protect a VM'),
  ]

  test('finds sections that have all the words, those with the words in their heading first', () => {
    expect(search(sections, 'lock').map((found) => found.section.heading)).toEqual(['The lock', 'Before'])
    expect(search(sections, 'lock disks').map((found) => found.section.heading)).toEqual(['Before'])
    expect(search(sections, 'lock folders')).toEqual([])
  })

  test('finds words by their beginning only', () => {
    expect(search([section('Time', 'Whose clock it is.')], 'lock')).toEqual([])
    expect(search([section('Time', 'Codes such as BC-44.')], '44')).toHaveLength(1)
    expect(search([section('Time', 'The VM is locked.')], 'lock')).toHaveLength(1)
  })

  test('finds and marks words with and without their accents', () => {
    const [found] = search([section('Política', 'La política más usada.')], 'politica mas')
    expect(hits(found?.heading ?? [])).toEqual(['Política'])
    expect(hits(found?.excerpt ?? [])).toEqual(['política', 'más'])
    expect(search(sections, 'lóck')).toHaveLength(2)
  })

  test('is indifferent to letter case and blanks, and an empty question has no answer', () => {
    expect(search(sections, '  LOCK ')).toHaveLength(2)
    expect(search(sections, '   ')).toEqual([])
  })

  test('looks in the title of the page as well', () => {
    expect(search(sections, 'protect guest').map((found) => found.section.heading)).toEqual(['Paths'])
  })

  test('marks what was found as it is written, also where it holds signs of a pattern', () => {
    expect(hits(search(sections, 'RESTORE')[0]?.excerpt ?? [])).toEqual(['restore'])
    expect(hits(search(sections, 'c:\\data (or')[0]?.excerpt ?? [])).toEqual(['C:\\Data', '(or'])
  })

  test('loses nothing of a text when it is cut into pieces', () => {
    const text = 'Back up, then look: the backup is there.'
    expect(
      piecesOf(text, ['back', 'backup'])
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
    expect(hits(piecesOf(text, ['back', 'backup']))).toEqual(['Back', 'backup'])
  })

  test('shows the beginning of a long text where only the heading has the word', () => {
    const [found] = search([section('Privileges', `It begins here. ${'More of it. '.repeat(40)}`)], 'privileges')
    expect(found?.excerpt.map(({ text }) => text).join('')).toMatch(/^It begins here\./)
  })

  test('shows of a long text the part around the word', () => {
    const long = section(
      'Long',
      `${'Many words come before it. '.repeat(20)}Here is the needle. ${'And after. '.repeat(30)}`,
    )
    const excerpt =
      search([long], 'needle')[0]
        ?.excerpt.map((piece) => piece.text)
        .join('') ?? ''
    expect(excerpt).toContain('Here is the needle.')
    expect(excerpt.length).toBeLessThan(210)
  })
})
