import { fold } from '~/texts/search'

/** A text made ready to be searched. Its letters stand where they stand in the original. */
export interface Line {
  readonly text: string
  /** Lower case without accents, letter by letter as long as `text`. */
  readonly folded: string
}

/** Something that can be found by what one types. */
export interface Findable {
  readonly id: string
  readonly name: Line
  /** By what else it is found; the first that matches is shown beside the name. */
  readonly others: readonly Line[]
}

/** One of those that were found. */
export interface Hit<T extends Findable> {
  readonly item: T
  /** The higher, the better it fits. */
  readonly score: number
}

/** Makes a text ready; what is searched again and again is made ready once. */
export const line = (text: string): Line => ({ text, folded: fold(text) })

const letterOrDigit = /[\p{L}\p{N}]/u
const digit = /\d/u

/** Whether a word begins at a place: after a sign or a blank, or where digits begin after letters. */
function beginsAt(text: string, at: number): boolean {
  if (at === 0) return true
  const before = text.charAt(at - 1)
  if (!letterOrDigit.test(before)) return true
  return digit.test(text.charAt(at)) && !digit.test(before)
}

/** Where a word stands best in a text: at the beginning of one of its words, else anywhere; -1 when nowhere. */
function placeOf(text: string, word: string): number {
  const first = text.indexOf(word)
  for (let at = first; at !== -1; at = text.indexOf(word, at + 1)) if (beginsAt(text, at)) return at
  return first
}

const inName = { whole: 6, start: 5, word: 4, inside: 3 } as const
const inOther = { word: 2, inside: 1 } as const

function nameScore({ folded }: Line, word: string): number {
  const at = placeOf(folded, word)
  if (at === -1) return 0
  if (at === 0) return folded.length === word.length ? inName.whole : inName.start
  return beginsAt(folded, at) ? inName.word : inName.inside
}

function otherScore(others: readonly Line[], word: string): number {
  let best = 0
  for (const { folded } of others) {
    const at = placeOf(folded, word)
    if (at === -1) continue
    if (beginsAt(folded, at)) return inOther.word
    best = inOther.inside
  }
  return best
}

/** How well something fits all the words; 0 when one of them is nowhere. */
function scoreOf({ name, others }: Findable, words: readonly string[]): number {
  let sum = 0
  for (const word of words) {
    const score = nameScore(name, word) || otherScore(others, word)
    if (score === 0) return 0
    sum += score
  }
  return sum
}

/**
 * What fits all the words, best first. Of those that fit alike, the recently used come first, then the order given.
 * @param recent Ids, the newest first.
 */
export function find<T extends Findable>(
  items: readonly T[],
  words: readonly string[],
  recent: readonly string[],
): readonly Hit<T>[] {
  const age = new Map(recent.map((id, place) => [id, place]))
  const ageOf = ({ item }: Hit<T>): number => age.get(item.id) ?? recent.length
  return items
    .flatMap((item) => {
      const score = scoreOf(item, words)
      return score > 0 ? [{ item, score }] : []
    })
    .toSorted((a, b) => b.score - a.score || ageOf(a) - ageOf(b))
}

/** A piece of a text that matched, or one that did not. */
export interface Piece {
  /** Where it begins. */
  readonly at: number
  readonly text: string
  readonly hit: boolean
}

/** The text in pieces, those that match any of the words marked. */
export function piecesOf({ text, folded }: Line, words: readonly string[]): readonly Piece[] {
  const marked = new Set<number>()
  for (const word of words) {
    const at = placeOf(folded, word)
    const end = at === -1 ? -1 : at + word.length
    for (let place = at; place < end; place += 1) marked.add(place)
  }
  const pieces: Piece[] = []
  let from = 0
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && marked.has(at) === marked.has(from)) continue
    pieces.push({ at: from, text: text.slice(from, at), hit: marked.has(from) })
    from = at
  }
  return pieces
}

/** The first other text in which a word stands that the name does not have; null when the name says it all. */
export const decisive = ({ name, others }: Findable, words: readonly string[]): Line | null =>
  others.find(({ folded }) => words.some((word) => !name.folded.includes(word) && folded.includes(word))) ?? null
