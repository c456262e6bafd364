/** A cell of a Markdown table: a bar would end it, and a line of its own would end the table. */
const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll(/\s*\n\s*/gu, ' ')

/** A word of the screen. */
export const label = (text: string): string => `**${text}**`

/** A table in Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

/** Puts what is made into its place: between `<!-- table: NAME -->` and `<!-- /table -->`. Names that are not known stay. */
export const filled = (text: string, made: ReadonlyMap<string, string>): string =>
  text.replaceAll(/<!-- table: ([\w-]+) -->\n[^]*?<!-- \/table -->/gu, (whole, name: string) => {
    const content = made.get(name)
    return content === undefined ? whole : `<!-- table: ${name} -->\n\n${content}\n\n<!-- /table -->`
  })

/** The names of the tables that a text has a place for. */
export const tablesIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/<!-- table: ([\w-]+) -->/gu), ([, name = '']) => name)
