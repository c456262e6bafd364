import { manual } from 'virtual:manual'

/** Words of a line. `label` is a word of the screen; `to` an address below the manual's own. */
export type Inline =
  | string
  | { readonly label: string }
  | { readonly em: string }
  | { readonly code: string }
  | { readonly to: string; readonly of: readonly Inline[] }
  | { readonly href: string; readonly of: readonly Inline[] }

/** A picture as the build has it: addresses, and its size in pixels of the page. */
export interface Picture {
  readonly light: string
  readonly dark: string | null
  readonly width: number
  readonly height: number
}

/** A heading begins a section: its id is the anchor. */
export interface Heading {
  readonly heading: number
  readonly id: string
  readonly of: readonly Inline[]
}

/** A piece of a page, as `.ci/manual.mjs` reads it from Markdown when the console is built. */
export type Block =
  | Heading
  | { readonly p: readonly Inline[] }
  | { readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly note: readonly Block[] }
  | { readonly pre: string }
  | { readonly head: readonly (readonly Inline[])[]; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly scene: string; readonly alt: string; readonly shown: Picture | null }

/** A page of the manual, as it lies in `docs/manual`. */
export interface ManualPage {
  /** The name of its file without the ending; '' for the table of contents. */
  readonly name: string
  readonly title: string
  readonly blocks: readonly Block[]
}

/** The page of a name from the address; undefined where there is none. */
export const pageOf = (name: string): ManualPage | undefined => manual.find((page) => page.name === name)

/** The words of a line without their dress. */
export const wordsIn = (line: readonly Inline[]): string =>
  line
    .map((piece) => {
      if (typeof piece === 'string') return piece
      if ('label' in piece) return piece.label
      if ('em' in piece) return piece.em
      return 'code' in piece ? piece.code : wordsIn(piece.of)
    })
    .join('')

/** Pages that stand together in the contents. */
export interface PageGroup {
  readonly title: string
  readonly pages: readonly ManualPage[]
}

/** The pages that a list of links names. */
const named = (block: Block): readonly ManualPage[] =>
  'items' in block
    ? block.items
        .flat()
        .flatMap((item) => ('p' in item ? item.p : []))
        .flatMap((piece) => (typeof piece === 'object' && 'to' in piece ? (pageOf(piece.to) ?? []) : []))
    : []

/** The contents as the first page of the manual lists them: each heading there with the pages below it. */
export function contents(): readonly PageGroup[] {
  const groups: { readonly title: string; readonly pages: ManualPage[] }[] = []
  for (const block of pageOf('')?.blocks ?? [])
    if ('heading' in block) groups.push({ title: wordsIn(block.of), pages: [] })
    else groups.at(-1)?.pages.push(...named(block))
  return groups.filter(({ pages }) => pages.length > 0)
}

/** The headings of a page that its sections begin with. */
export const headingsOf = ({ blocks }: ManualPage): readonly Heading[] =>
  blocks.flatMap((block) => ('heading' in block && block.heading === 2 ? [block] : []))

/** Parts with a name for each: what a build holds does not change while it is shown, so its place will do. */
export const numbered = <Part>(parts: readonly Part[]): readonly (readonly [string, Part])[] =>
  parts.map((part, place) => [String(place), part])
