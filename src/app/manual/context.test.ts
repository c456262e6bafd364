import type { RouteObject } from 'react-router'
import { describe, expect, test } from 'vitest'

import { helpPlaceFor, helpPlaces } from '~/pages/help/context'
import { pageOf } from '~/pages/help/pages'

import { pageRoutes } from '../page-routes'

/** The patterns of these routes and of those below them. */
const patternsOf = (routes: readonly RouteObject[], above = ''): readonly string[] =>
  routes.flatMap(({ path, children }) => {
    const here = path === undefined ? above : `${above}/${path}`
    return children ? patternsOf(children, here) : [here || '/']
  })

describe('help with a page', () => {
  test('each page of the console has a place in the manual', () => {
    const pages = patternsOf(pageRoutes).filter((pattern) => !pattern.startsWith('/help/'))
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
