import { type ComponentType, createElement } from 'react'
import type { RouteObject } from 'react-router'

import { useLanguage } from './language'

/** A page that is drawn again, as it stands, when the language changes: the router itself would leave it alone. */
const heard = (Page: ComponentType): ComponentType =>
  function Heard() {
    useLanguage()
    return createElement(Page)
  }

type Own = Pick<RouteObject, 'Component' | 'lazy'>

function ownOf({ Component, lazy }: RouteObject): Own {
  if (Component) return { Component: heard(Component) }
  if (typeof lazy !== 'function') return {}
  return {
    lazy: async () => {
      const page = await lazy()
      return page.Component ? { ...page, Component: heard(page.Component) } : page
    },
  }
}

/** The same routes, whose pages follow the language without losing what is typed or opened in them. */
export const inLanguage = (routes: readonly RouteObject[]): RouteObject[] =>
  routes.map((route) => {
    const own = ownOf(route)
    if (route.index) return { ...route, ...own }
    return { ...route, ...own, ...(route.children && { children: inLanguage(route.children) }) }
  })
