/** Characters of a text in an address: what one looks for is shorter, and longer addresses are refused on the way. */
const longestText = 200

/** Values of one filter in an address. */
const mostValues = 100

/** A text of an address, cut where it is longer than anyone looks for. Cut between characters, never within one. */
export const shortText = (text: string): string => text.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, '')

/** The values of a filter in an address: no more, and none longer, than make sense. */
export const shortValues = (values: readonly string[]): readonly string[] => values.slice(0, mostValues).map(shortText)
