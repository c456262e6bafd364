/** Where a floating panel starts to line up with its anchor. */
export type Align = 'start' | 'end'

const gap = 6
const edge = 8

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high))

/** Puts a panel below its anchor, or above when there is no room, and always inside the window. */
function placeBeside(panel: HTMLElement, anchor: Element, align: Align): void {
  const at = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = panel
  const below = at.bottom + gap
  const above = at.top - gap - height
  const top = below + height + edge <= window.innerHeight || above < edge ? below : above
  const left = align === 'start' ? at.left : at.right - width
  panel.style.top = `${clamp(top, edge, Math.max(edge, window.innerHeight - height - edge))}px`
  panel.style.left = `${clamp(left, edge, Math.max(edge, window.innerWidth - width - edge))}px`
}

/**
 * Opens a panel in the browser's top layer and keeps it beside its anchor until the returned function is called.
 * The browser's own `popover` serves instead of a library: the list shows sooner by its weight.
 */
export function float(panel: HTMLElement, anchor: Element, align: Align): () => void {
  if (!panel.matches(':popover-open')) panel.showPopover()
  const place = () => placeBeside(panel, anchor, align)
  place()
  const sizes = new ResizeObserver(place)
  sizes.observe(panel)
  window.addEventListener('scroll', place, { capture: true, passive: true })
  window.addEventListener('resize', place)
  return () => {
    sizes.disconnect()
    window.removeEventListener('scroll', place, { capture: true })
    window.removeEventListener('resize', place)
  }
}
