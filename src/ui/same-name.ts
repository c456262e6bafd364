const plain = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()

/** Whether a person typed a name, leaving out what no keyboard types and what cannot be seen. */
export const sameName = (typed: string, name: string): boolean => plain(typed) === plain(name)
