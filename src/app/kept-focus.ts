/** Longer than a dialog needs to give the focus back, and a new page to take it. Milliseconds. */
const settled = 150

/** What had the focus, and all that it stood in, from the inside out. */
interface Held {
  readonly element: HTMLElement
  readonly around: readonly Element[]
}

function heldBy(element: HTMLElement): Held {
  const around: Element[] = []
  for (let one = element.parentElement; one; one = one.parentElement) around.push(one)
  return { element, around }
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

/** A box that scrolls takes the focus, so that the keys go on scrolling it. */
const isScrollBox = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement && element.tabIndex === 0 && element.scrollHeight > element.clientHeight

/** The heading of a part of the page; not one of its cards or rows. */
const headingOf = (part: Element): HTMLElement | undefined =>
  Array.from(part.querySelectorAll<HTMLElement>('h1, h2, h3')).find(
    (heading) => heading.closest('article, li, table') === null && heading.checkVisibility(),
  )

/** The nearest place that is still there: the list's scroll box, else the heading of the part of the page. */
function placeNear({ element, around }: Held): HTMLElement | null {
  if (element.isConnected) return element
  for (const part of around) {
    if (!part.isConnected || part.closest('main') === null) continue
    if (isScrollBox(part)) return part
    const heading = headingOf(part)
    if (heading) return heading
  }
  return document.querySelector<HTMLElement>('main')
}

function give(place: HTMLElement): void {
  if (place.tabIndex < 0 && !place.hasAttribute('tabindex')) {
    place.tabIndex = -1
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true })
  }
  place.focus({ preventScroll: true })
}

/**
 * Whoever works with the keyboard never falls back to the top of the document: when the control that has the focus goes
 * away (what it belonged to was deleted, a message was closed), the focus goes to the nearest place that is still there,
 * unless someone else gave it a better one meanwhile. Called once.
 */
export function keepFocus(): void {
  let last: Held | null = null
  /** The last in the page itself: where one was before a dialog or a message. */
  let inPage: Held | null = null
  /** The last before a dialog of the console itself, which may lie over another one. A busy button cannot take it back. */
  let below: Held | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    if (target.closest('dialog') && !last?.element.closest('dialog')) below = last
    last = heldBy(target)
    if (target.closest('main')) inPage = last
  })
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (relatedTarget !== null || !(target instanceof HTMLElement)) return
    // Whoever pressed beside it took the focus away. What goes away itself is gone by then, and a button that is busy
    // gives the focus up without anyone's doing.
    queueMicrotask(() => {
      const byHand = target.isConnected && !target.matches(':disabled') && document.hasFocus()
      if (byHand && last?.element === target) last = null
    })
  })
  new MutationObserver(() => {
    if (!last || last.element.isConnected || !isLost()) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (!last || last.element.isConnected || !isLost()) return
      const under = last.around.some((one) => one.tagName === 'DIALOG') && below?.element.isConnected ? below : null
      const place = placeNear(under ?? inPage ?? last)
      if (place) give(place)
    }, settled)
  }).observe(document.body, { childList: true, subtree: true })
}
