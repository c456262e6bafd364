/** What is wanted of each row of a list. Platforms tell ten times as much of a VM as a list needs. */
export interface Kept {
  readonly members: readonly string[]
  /** Of the row's links those of these rels, whose numbers at the end do not count: `disk` stands for `disk0` and `disk1`. */
  readonly rels: readonly string[]
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a link may be left behind; what is no link at all is for others to judge. */
const isWanted = (link: unknown, rels: ReadonlySet<string>): boolean =>
  !isObject(link) || typeof link['rel'] !== 'string' || rels.has(link['rel'].replace(/\d+$/, ''))

function shortenedRow(row: unknown, members: readonly string[], rels: ReadonlySet<string>): unknown {
  if (!isObject(row)) return row
  const kept: Record<string, unknown> = {}
  for (const name of members) if (Object.hasOwn(row, name)) kept[name] = row[name]
  const { links } = row
  if (Array.isArray(links)) kept['links'] = links.filter((link) => isWanted(link, rels))
  return kept
}

/** A collection with only what is wanted of its rows; anything else as it is. */
export function shortened(json: unknown, { members, rels }: Kept): unknown {
  if (!isObject(json) || !Array.isArray(json['collection'])) return json
  const wanted = new Set(rels)
  return { ...json, collection: json['collection'].map((row) => shortenedRow(row, members, wanted)) }
}
