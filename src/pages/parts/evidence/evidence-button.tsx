import { lazy, type ReactNode, Suspense, useState } from 'react'

import { m } from '~/texts/messages'
import { Button } from '~/ui/button'
import { Popup } from '~/ui/popup'
import { SkeletonBar } from '~/ui/skeleton-rows'

import type { EvidenceList } from './list'
import type { EvidenceMenu } from './menu'
import type { Stamped } from './take'

import classes from './evidence.module.css'

// A list does not wait for what takes it away: it comes when someone is about to ask for it.
const loadWays = () => import('./ways').then((module) => ({ default: module.Ways }))
const Ways = lazy(loadWays)
const Paper = lazy(() => import('./paper').then((module) => ({ default: module.Paper })))

/** A sheet with a seal; drawn here, for this button stands on the first screen. */
const Sheet = () => (
  <svg className={classes['sheet']} viewBox="0 0 24 24" aria-hidden="true">
    <path d="M14 3v4a1 1 0 0 0 1 1h4M5 8V5a2 2 0 0 1 2-2h7l5 5v11a2 2 0 0 1-2 2h-5M3 14a3 3 0 1 0 6 0 3 3 0 1 0-6 0m1.5 3L3 22l3-1.5L9 22l-1.5-5" />
  </svg>
)

/** The button that opens the ways to take a list away, and the sheet that one of them leads to. */
export function EvidenceOpener({
  children,
  preload,
  waiting = false,
}: {
  readonly children: (menu: EvidenceMenu) => ReactNode
  /** Fetches the code of the ways; called when a pointer or the focus comes near. */
  readonly preload: () => Promise<unknown>
  readonly waiting?: boolean
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [sheet, setSheet] = useState<Stamped | null>(null)
  const close = () => setAnchor(null)
  const near = () => void preload().catch(() => null)
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<Sheet />}
        loading={waiting}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onPointerEnter={near}
        onFocus={near}
        onClick={(event) => setAnchor(anchor ? null : event.currentTarget)}
      >
        {m.evidence_open()}
      </Button>
      {anchor && (
        <Popup anchor={anchor} label={m.evidence_title()} align="end" look="bare" onClose={close}>
          <Suspense fallback={<SkeletonBar width="12rem" height="1rem" />}>
            {children({
              onClose: () => {
                anchor.focus()
                close()
              },
              onPaper: setSheet,
            })}
          </Suspense>
        </Popup>
      )}
      {sheet && (
        <Suspense>
          <Paper sheet={sheet} onClose={() => setSheet(null)} />
        </Suspense>
      )}
    </>
  )
}

/** Takes a list away as it is shown: as a file, on paper, as a link. Place it in the head of the list. */
export const EvidenceButton = ({
  make,
  reads,
  waiting = false,
}: {
  /** Makes the list from what is shown, when someone asks for it. */
  readonly make: () => EvidenceList
  /** The questions to the platform that brought the list: members of the port, with what they were about. */
  readonly reads: readonly string[]
  /** What is shown is not yet the answer to what is asked for: nothing to be taken away as such. */
  readonly waiting?: boolean
}) => (
  <EvidenceOpener preload={loadWays} waiting={waiting}>
    {(menu) => <Ways list={make()} reads={reads} {...menu} />}
  </EvidenceOpener>
)
