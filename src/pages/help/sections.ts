import { manual } from 'virtual:manual'

import { remember } from '~/pages/parts/remember'

import { type Block, contents, type ManualPage, wordsIn } from './pages'

/** A stretch of the manual that one can be led to. */
export interface Section {
  readonly page: string
  readonly pageTitle: string
  /** Null for what stands before the first heading of the page. */
  readonly id: string | null
  readonly heading: string
  readonly text: string
}

/** The words of a block, for those who search it. */
function textOf(block: Block): string {
  if ('p' in block) return wordsIn(block.p)
  if ('items' in block) return block.items.flat().map(textOf).join(' ')
  if ('note' in block) return block.note.map(textOf).join(' ')
  if ('pre' in block) return block.pre
  if ('rows' in block) return block.rows.map((row) => row.map(wordsIn).join(' · ')).join('. ')
  return ''
}

function sectionsOf({ name, title, blocks }: ManualPage): readonly Section[] {
  const sections: { id: string | null; heading: string; texts: string[] }[] = [{ id: null, heading: title, texts: [] }]
  for (const block of blocks)
    if ('heading' in block) sections.push({ id: block.id, heading: wordsIn(block.of), texts: [] })
    else sections.at(-1)?.texts.push(textOf(block))
  return sections.map(({ id, heading, texts }) => ({
    page: name,
    pageTitle: title,
    id,
    heading,
    text: texts.join(' ').trim(),
  }))
}

/** All that can be searched, in the order of the contents. */
export const allSections = remember((): readonly Section[] => {
  const listed = contents().flatMap(({ pages }) => pages)
  const others = manual.filter((page) => page.name !== '' && !listed.includes(page))
  return [...listed, ...others].flatMap(sectionsOf)
})
