import type { Block, Inline, ManualPage } from '~/pages/help/pages'

import type { SceneRecord } from './files.bench'

/** What a section shows and what words of the screen it names. */
export interface NamedWords {
  /** Title of the page, and of the section in it. */
  readonly where: string
  readonly scenes: readonly string[]
  readonly labels: readonly string[]
}

const labelsIn = (line: readonly Inline[]): readonly string[] =>
  line.flatMap((piece) => {
    if (typeof piece === 'string') return []
    if ('label' in piece) return [piece.label]
    return 'of' in piece ? labelsIn(piece.of) : []
  })

function labelsOf(block: Block): readonly string[] {
  if ('p' in block) return labelsIn(block.p)
  if ('items' in block) return block.items.flat().flatMap(labelsOf)
  if ('note' in block) return block.note.flatMap(labelsOf)
  return 'rows' in block ? block.rows.flat().flatMap(labelsIn) : []
}

/** The sections of a page: each goes from a heading to the next one. */
export function namedWords({ title, blocks }: ManualPage): readonly NamedWords[] {
  const sections: { where: string; scenes: string[]; labels: string[] }[] = [{ where: title, scenes: [], labels: [] }]
  for (const block of blocks) {
    if ('heading' in block) sections.push({ where: `${title}#${block.id}`, scenes: [], labels: [] })
    if ('scene' in block) sections.at(-1)?.scenes.push(block.scene)
    sections.at(-1)?.labels.push(...labelsOf(block))
  }
  return sections
}

/** Scenes whose numbers are not explained one by one: by a list with as many lines, right after the picture. */
export const unexplained = ({ title, blocks }: ManualPage, records: ReadonlyMap<string, SceneRecord>) =>
  blocks.flatMap((block, place) => {
    if (!('scene' in block)) return []
    const numbers = Object.keys(records.get(block.scene)?.callouts ?? {}).length
    const next = blocks[place + 1]
    const lines = next && 'items' in next && next.ordered ? next.items.length : 0
    return numbers === lines ? [] : [`${title}: ${block.scene} has ${numbers} numbers, and ${lines} lines about them`]
  })

/** Letter for letter; what a text is given when it is shown may be anything. */
const patternOf = (text: string): RegExp =>
  new RegExp(`^${text.replaceAll(/[.*+?^$()|[\]\\]/gu, String.raw`\$&`).replaceAll(/\{\w+\}/gu, '.+')}$`, 'u')

/**
 * Says whether a text is one of the console's; with places for values in it, whether it could be. One that begins with a
 * value would fit nearly anything.
 */
export function consoleSays(texts: readonly string[]): (label: string) => boolean {
  const plain = new Set(texts)
  const patterns = texts.filter((text) => /^[^{]+\{\w+\}/u.test(text))
  const compiled = patterns.map(patternOf)
  return (label) => plain.has(label) || compiled.some((pattern) => pattern.test(label))
}

/** The words of the screen that a section names and that are not there, each with where and why. */
export function strayLabels(
  { where, scenes, labels }: NamedWords,
  records: ReadonlyMap<string, SceneRecord>,
  says: (label: string) => boolean,
): readonly string[] {
  const seen = new Set(scenes.flatMap((scene) => records.get(scene)?.words ?? []))
  return labels.flatMap((label) => {
    if (scenes.length > 0 && !seen.has(label))
      return [`${where}: “${label}” is not in the picture ${scenes.join(', ')}`]
    // A picture may be older than the last word that was changed.
    return says(label) ? [] : [`${where}: nothing in the console says “${label}”`]
  })
}
