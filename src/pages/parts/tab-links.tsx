import type { ReactNode } from 'react'
import { NavLink, useLocation } from 'react-router'

import { useCurrentInSight } from '~/ui/use-current-in-sight'

import classes from './tab-links.module.css'

/** A part of a page that has an address of its own. */
export interface TabLink {
  readonly to: string
  readonly label: string
  readonly mark?: ReactNode
  /** True when deeper addresses belong to it as well. */
  readonly deep?: boolean
}

/** Tabs that are addresses: links, so that they open in a new window, can be sent to someone and stay after a reload. */
export function TabLinks({
  label,
  tabs,
  look = 'line',
}: {
  readonly label: string
  readonly tabs: readonly TabLink[]
  readonly look?: 'line' | 'pill'
}) {
  const strip = useCurrentInSight<HTMLElement>(useLocation().pathname)
  return (
    <nav ref={strip} aria-label={label} className={classes['tabs']} data-look={look}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={!tab.deep} className={classes['tab'] ?? ''} preventScrollReset>
          {tab.label}
          {tab.mark}
        </NavLink>
      ))}
    </nav>
  )
}
