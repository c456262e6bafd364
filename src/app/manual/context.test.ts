import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { helpPlaceFor, helpPlaces } from '~/pages/help/context'
import { pageOf } from '~/pages/help/pages'

/**
 * The patterns of all pages, from the table of routes as it is written: to import it is to load the whole frame of the
 * console. Its format says what lies below what.
 */
function patterns(): readonly string[] {
  const lines = Array.from(
    readFileSync('src/app/routes.tsx', 'utf8').matchAll(/^( *)(\{ )?(?:path: '([^']+)'|index: true)/gmu),
    ([, blanks = '', brace, path = '']) => ({ depth: blanks.length - (brace === undefined ? 2 : 0), path }),
  )
  const found: string[] = []
  const above: { depth: number; path: string }[] = []
  lines.forEach(({ depth, path }, place) => {
    while ((above.at(-1)?.depth ?? -1) >= depth) above.pop()
    const here = path === '' ? (above.at(-1)?.path ?? '') : `${above.at(-1)?.path ?? ''}/${path}`
    if ((lines[place + 1]?.depth ?? -1) > depth) above.push({ depth, path: here })
    else found.push(here || '/')
  })
  return found.filter((pattern) => pattern !== '/*' && !pattern.startsWith('/help/'))
}

describe('help with a page', () => {
  test('each page of the console has a place in the manual', () => {
    const pages = patterns()
    expect(pages).toContain('/vms/:id/backup/results')
    expect(pages).toContain('/infrastructure/:datacenter/policies/:policy')
    expect(pages.length).toBeGreaterThan(20)
    expect(pages.filter((pattern) => !helpPlaces.has(pattern))).toEqual([])
  })

  test('each place is there', () => {
    const lost = [...helpPlaces.values()].filter((place) => {
      const [name = '', section] = place.split('#')
      const page = pageOf(name)
      const ids = page?.blocks.flatMap((block) => ('heading' in block ? [block.id] : [])) ?? []
      return !page || (section !== undefined && !ids.includes(section))
    })
    expect(lost).toEqual([])
  })

  test('an address leads to the place of its page, words before names', () => {
    expect(helpPlaceFor('/vms/13-105-1015/backup/policies')).toBe('protect-a-vm')
    expect(helpPlaceFor('/vms/bulk')).toBe('many-vms')
    expect(helpPlaceFor('/infrastructure/1/policies/new')).toBe('policies#make-a-policy')
    expect(helpPlaceFor('/infrastructure/1/policies/7')).toBe('policies#change-or-delete-a-policy')
    expect(helpPlaceFor('/')).toBe('overview')
    expect(helpPlaceFor('/nothing/here')).toBe('')
  })
})
