const firstLetter = (word: string): string => (word === '' ? '' : String.fromCodePoint(word.codePointAt(0) ?? 0))

/** One or two letters that stand for a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => firstLetter(word ?? ''))
  // Not by the reader's language, which takes a millisecond to ask for.
  return letters.join('').toUpperCase()
}
