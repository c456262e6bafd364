import { useState, useSyncExternalStore } from 'react'

/** Further down than this a reader has left the top. */
const leftTop = 120

interface Reader {
  readonly attach: (list: HTMLElement | null) => (() => void) | undefined
  readonly subscribe: (listener: () => void) => () => void
  readonly get: () => boolean
}

/** Watches whether someone is in the middle of a list: scrolled down, with a row in focus, or with text selected. */
function watch(): Reader {
  let list: HTMLElement | null = null
  const holdsFocus = (): boolean => list !== null && list.contains(document.activeElement)
  const holdsSelection = (): boolean => {
    const selection = document.getSelection()
    return selection !== null && !selection.isCollapsed && list !== null && selection.containsNode(list, true)
  }
  // A long table scrolls by itself.
  const scrolled = (): boolean =>
    window.scrollY > leftTop || [...(list?.children ?? [])].some(({ scrollTop }) => scrollTop > 0)
  const kinds = ['scroll', 'focusin', 'focusout', 'selectionchange'] as const
  return {
    attach: (element) => {
      list = element
      return () => {
        list = null
      }
    },
    subscribe: (listener) => {
      for (const kind of kinds) document.addEventListener(kind, listener, { capture: true, passive: true })
      return () => {
        for (const kind of kinds) document.removeEventListener(kind, listener, { capture: true })
      }
    },
    get: () => scrolled() || holdsFocus() || holdsSelection(),
  }
}

/** Whether someone reads in the middle of the list that `attach` was given to. */
export function useReader(): { readonly reading: boolean; readonly attach: Reader['attach'] } {
  const [reader] = useState(watch)
  return { reading: useSyncExternalStore(reader.subscribe, reader.get), attach: reader.attach }
}
