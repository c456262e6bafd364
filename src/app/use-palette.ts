import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { useMatch } from 'react-router'

import { session } from '~/api/session'

import type { PaletteState } from './palette-state'
import { remembered } from './remembered'

/** Devices whose shortcuts are made with the Command key, and whose Ctrl+K belongs to the text fields. */
const isApple = /Mac|iPhone|iPad/u.test(navigator.userAgent)

/** The keys that open the palette, as they are written on this device's keyboard. */
export const paletteKeys: readonly string[] = isApple ? ['⌘', 'K'] : ['Ctrl', 'K']

/** The same in the words of `aria-keyshortcuts`. */
export const paletteShortcut = isApple ? 'Meta+K' : 'Control+K'

function isPaletteKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.altKey || event.shiftKey) return false
  if (isApple ? !event.metaKey || event.ctrlKey : !event.ctrlKey || event.metaKey) return false
  // Keyboards of other scripts have the key at the same place.
  return event.key.toLowerCase() === 'k' || (event.code === 'KeyK' && !/^[a-z]$/iu.test(event.key))
}

/** The code of the palette. */
export const loadPalette = () => import('./palette-host')

/** What is typed while the palette is on its way belongs to it. */
function typedEarly(before: string, { key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | null {
  if (ctrlKey || metaKey || altKey) return null
  if (key === 'Backspace') return before.slice(0, -1)
  return key.length === 1 ? before + key : null
}

const isCovered = (): boolean => document.querySelector('[aria-modal="true"]') !== null

/** The key of the palette, and what it remembers. The palette itself comes when it is first opened. */
export function usePalette(): PaletteState {
  const [opened, setOpened] = useState(false)
  const [wanted, setWanted] = useState(false)
  const [early, setEarly] = useState('')
  const [used, setUsed] = useState<readonly string[]>([])
  const [visited, setVisited] = useState<readonly string[]>([])
  const onBulk = useMatch('/vms/bulk') !== null
  const id = useMatch('/vms/:id/*')?.params.id ?? null
  const vmInView = onBulk ? null : id
  if (vmInView !== null && visited[0] !== vmInView) setVisited(remembered(visited, vmInView))
  // The password is asked again over everything, also over the palette.
  const { state } = useSyncExternalStore(session.subscribe, session.get)
  if (opened && state === 'ended') setOpened(false)
  const open = (): void => {
    setWanted(true)
    setEarly('')
    setOpened(true)
  }
  const onPress = useEffectEvent((event: KeyboardEvent) => {
    if (isPaletteKey(event)) {
      if (!opened && isCovered()) return
      if (opened) setOpened(false)
      else open()
    } else if (opened && !isCovered()) {
      const typed = typedEarly(early, event)
      if (typed === null) return
      setEarly(typed)
      event.stopPropagation()
    } else {
      // The first half of the key: its code comes while the second is pressed.
      if (event.key === (isApple ? 'Meta' : 'Control') && !wanted) void loadPalette().catch(() => null)
      return
    }
    event.preventDefault()
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => onPress(event)
    // Before the console's other keys hear it.
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [])
  return {
    opened,
    wanted,
    open,
    close: () => setOpened(false),
    vmInView,
    visited,
    used,
    onUse: (entryId) => setUsed(remembered(used, entryId)),
    early,
  }
}
