import { readFileSync } from 'node:fs'
import path from 'node:path'

import { manual } from 'virtual:manual'
import { describe, expect, test } from 'vitest'

import { contents, headingsOf } from '~/pages/help/pages'

import { englishTexts, isThere, type PageFile, pageFiles, pictureNames, sceneRecords } from './files.bench'
import { consoleSays, namedWords, strayLabels, unexplained } from './labels.bench'
import { filled, tablesIn } from './markdown'
import { manualTables } from './tables'

const records = sceneRecords()
const anchors = new Map(
  manual.map(({ name, blocks }) => [
    `manual/${name || 'README'}.md`,
    blocks.flatMap((block) => ('heading' in block ? [block.id] : [])),
  ]),
)

/** Links to files and places of the repository that lead nowhere. */
function lostLinks({ name, text }: PageFile): readonly string[] {
  const targets = Array.from(text.matchAll(/\]\(([^)\s]+)\)/gu), ([, target = '']) => target)
  return targets
    .filter((target) => !/^(?:https?|mailto):/u.test(target))
    .filter((target) => {
      const [file = '', anchor] = target.split('#')
      const page = file === '' ? name : path.posix.join(path.posix.dirname(name), file)
      if (!isThere(page)) return true
      return anchor !== undefined && anchors.has(page) && !anchors.get(page)?.includes(anchor)
    })
    .map((target) => `${name}: ${target}`)
}

describe('the manual', () => {
  test('lists each of its pages once in its contents', () => {
    const listed = contents().flatMap(({ pages }) => pages.map(({ name }) => name))
    expect(listed.toSorted()).toEqual(
      manual
        .map(({ name }) => name)
        .filter((name) => name !== '')
        .toSorted(),
    )
    expect(listed.length).toBeGreaterThan(15)
  })

  test('has links that lead somewhere, and headings that are told apart', () => {
    expect(pageFiles().flatMap(lostLinks)).toEqual([])
    for (const page of manual) {
      const ids = headingsOf(page).map(({ id }) => id)
      expect(new Set(ids)).toHaveProperty('size', ids.length)
    }
  })

  test('shows only scenes whose pictures were taken, in both schemes', () => {
    const missing = manual.flatMap((page) =>
      namedWords(page).flatMap(({ where, scenes }) =>
        scenes
          .filter(
            (scene) => !['', '-dark'].every((end) => isThere(`pictures/${scene}${end}.png`) && records.has(scene)),
          )
          .map((scene) => `${where}: ${scene}`),
      ),
    )
    expect(missing, 'make them with `npm run docs`').toEqual([])
  })

  test('explains each number in a picture', () => {
    expect(manual.flatMap((page) => unexplained(page, records))).toEqual([])
  })

  test('uses every picture that is kept', () => {
    const pages = pageFiles('.').map(({ text }) => text)
    const text = [...pages, readFileSync(path.resolve('README.md'), 'utf8')].join('\n')
    const shown = new Set(
      Array.from(
        text.matchAll(/<!-- scene: ([\w-]+) -->|pictures\/([\w-]+)\.png/gu),
        ([, scene, file]) => scene ?? file,
      ),
    )
    const unused = [...new Set(pictureNames())].filter((name) => !shown.has(name))
    expect(unused).toEqual([])
  })

  test('names no word that the screen does not have', () => {
    const says = consoleSays(englishTexts())
    expect(manual.flatMap((page) => namedWords(page).flatMap((named) => strayLabels(named, records, says)))).toEqual([])
  })

  test('has the tables that the console itself speaks by', () => {
    const made = manualTables()
    const pages = pageFiles()
    expect(pages.flatMap(({ text }) => tablesIn(text)).toSorted()).toEqual([...made.keys()].toSorted())
    const old = pages.filter(({ text }) => filled(text, made) !== text).map(({ name }) => name)
    expect(old, 'write them with `node .ci/manual-tables.mjs`').toEqual([])
  })
})

describe('the check of words', () => {
  const pictured = new Map([['backup-tab', { words: ['Back up now', 'Policies'], callouts: [], pictures: {} }]])
  const page = {
    name: 'x',
    title: 'X',
    blocks: [
      { heading: 2, id: 'one', of: ['One'] },
      { scene: 'backup-tab', alt: '', shown: null },
      { p: ['Press ', { label: 'Back up now' }, ' or ', { label: 'Start' }, ' in ', { label: 'Policies' }] },
      { heading: 2, id: 'two', of: ['Two'] },
      { ordered: false, items: [[{ p: [{ label: 'Delete nightly?' }, { label: 'Gone' }] }]] },
    ],
  }

  test('a word that the picture lacks, or that nothing in the console says any more, is told with the place to mend', () => {
    const says = consoleSays(['Delete {name}?', '{a}, {b}', 'Policies'])
    expect(namedWords(page).flatMap((named) => strayLabels(named, pictured, says))).toEqual([
      'X#one: nothing in the console says “Back up now”',
      'X#one: “Start” is not in the picture backup-tab',
      'X#two: nothing in the console says “Gone”',
    ])
  })
})
