const plain = /^\p{ASCII}*$/u

/** One letter in lower case without its accents; as it is where that would change its length. */
function foldLetter(letter: string): string {
  const bare = letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return bare.length === letter.length ? bare : letter
}

/** A text as it is searched: in lower case without accents, every letter at the place that it has in the original. */
export const fold = (text: string): string =>
  (plain.test(text) ? text : text.replaceAll(/\P{ASCII}/gu, foldLetter)).toLowerCase()

/** The words that someone typed, folded. */
export const searchWords = (typed: string): readonly string[] =>
  fold(typed.normalize('NFC'))
    .split(/\s+/u)
    .filter((word) => word !== '')

/** Whether a folded text has every word: the rule of every search but that of the manual, where words begin with them. */
export function hasWords(line: string, words: readonly string[]): boolean {
  // Ten thousand lines at each letter: a function for each would be felt.
  for (const word of words) if (!line.includes(word)) return false
  return true
}
