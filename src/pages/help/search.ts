import { fold, searchWords } from '~/texts/search'

import type { Section } from './sections'

/** A piece of text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** A section that has all the words, and the place where they stand. */
export interface Found {
  readonly section: Section
  readonly heading: readonly Piece[]
  readonly excerpt: readonly Piece[]
}

/** Longer than this helps nobody who looks through a list, in characters. */
const longest = 200

/** A word is found where another one begins with it: who looks for a lock does not mean a clock. */
function patternOf(words: readonly string[], flags = ''): RegExp {
  const escaped = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
    .map((word) => (/^[\p{L}\p{N}]/u.test(word) ? String.raw`(?<![\p{L}\p{N}])${word}` : word))
  return new RegExp(escaped.join('|'), `u${flags}`)
}

/** Cuts a text at the words that were looked for, in any letter case, with or without their accents. */
export function piecesOf(text: string, words: readonly string[]): readonly Piece[] {
  if (words.length === 0) return [{ text, hit: false }]
  const pieces: Piece[] = []
  let from = 0
  const cut = (to: number, hit: boolean): void => {
    if (to > from) pieces.push({ text: text.slice(from, to), hit })
    from = to
  }
  for (const { index, 0: found } of fold(text).matchAll(patternOf(words, 'g'))) {
    cut(index, false)
    cut(index + found.length, true)
  }
  cut(text.length, false)
  return pieces
}

/** The part of a text around the first of the words, from the beginning of a sentence if one is near; else its beginning. */
function around(text: string, words: readonly string[]): string {
  if (text.length <= longest) return text
  const first = Math.max(0, fold(text).search(patternOf(words)))
  const sentence = text.lastIndexOf('. ', first) + 1
  const near = first - sentence > longest / 2 ? text.lastIndexOf(' ', first - longest / 4) : sentence
  const from = Math.max(0, near)
  const end = from + longest >= text.length ? text.length : text.lastIndexOf(' ', from + longest)
  return `${from > 0 && near !== sentence ? '…' : ''}${text.slice(from, end).trim()}${end < text.length ? '…' : ''}`
}

function has(text: string, words: readonly string[]): boolean {
  const line = fold(text)
  return words.every((word) => patternOf([word]).test(line))
}

/** How near a section is to what was looked for: words in the heading first, then in the title of the page. */
function rank({ heading, pageTitle, text }: Section, words: readonly string[]): number {
  if (has(heading, words)) return 0
  if (has(`${pageTitle} ${heading}`, words)) return 1
  return has(text, words) ? 2 : 3
}

/** The sections that have all the words in heading, title or text, the nearest first. */
export function search(sections: readonly Section[], query: string): readonly Found[] {
  const words = [...new Set(searchWords(query))]
  if (words.length === 0) return []
  return sections
    .filter(({ pageTitle, heading, text }) => has(`${pageTitle} ${heading} ${text}`, words))
    .map((section) => ({ section, rank: rank(section, words) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ section }) => ({
      section,
      heading: piecesOf(section.heading, words),
      excerpt: piecesOf(around(section.text, words), words),
    }))
}
