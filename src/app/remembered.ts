const most = 20

/** A list of what was used, with one more id at its head. */
export const remembered = (ids: readonly string[], id: string): readonly string[] =>
  [id, ...ids.filter((one) => one !== id)].slice(0, most)
