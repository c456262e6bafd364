/** One key for one decision of a person. A page that came without encryption may not call `randomUUID`. */
export const newKey = (): string =>
  typeof isSecureContext === 'undefined' || isSecureContext
    ? crypto.randomUUID()
    : crypto.getRandomValues(new Uint32Array(4)).join('-')
