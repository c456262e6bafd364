/** Where the lines of a long list begin, in pixels, as far as they were measured; the others count as the usual line. */
export interface Scale {
  /** Where a line begins; for the count of lines: where the last one ends. */
  readonly edge: (index: number) => number
  /** The line at a distance from the beginning; may lie beyond the lines that there are. */
  readonly at: (pixels: number) => number
}

/** Measures lines. */
export interface Ruler {
  /** For the ref of a line whose height is its own; it bears its place as `data-index`. */
  readonly measure: (element: HTMLElement | null) => (() => void) | undefined
  readonly subscribe: (listener: () => void) => () => void
  /** What is known now: another one after each measurement that changed something. */
  readonly scale: () => Scale
}

/** A ruler for lines of an expected height, in pixels; the first that is measured says what is usual from then on. */
export function ruler(expected: number): Ruler {
  let usual = expected
  let measured = false
  const more = new Map<number, number>()
  const listeners = new Set<() => void>()

  const take = (index: number, height: number): boolean => {
    if (height === 0) return false
    const isFirst = !measured
    measured = true
    if (isFirst) usual = height
    const before = more.get(index) ?? 0
    if (height === usual) more.delete(index)
    else more.set(index, height - usual)
    return isFirst || before !== height - usual
  }
  let sizes: ResizeObserver | null = null
  const observer = (): ResizeObserver =>
    (sizes ??= new ResizeObserver((entries) => {
      const changed = entries.filter(
        ({ target }) =>
          target instanceof HTMLElement && take(Number(target.dataset['index']), target.getBoundingClientRect().height),
      )
      if (changed.length === 0) return
      current = { edge, at }
      for (const listener of listeners) listener()
    }))

  const edge = (index: number): number => {
    let sum = index * usual
    for (const [place, extra] of more) if (place < index) sum += extra
    return sum
  }
  const at = (pixels: number): number => {
    if (more.size === 0) return Math.floor(pixels / usual)
    let low = 0
    let high = Math.max(1, Math.ceil(pixels / usual) + more.size)
    while (edge(high) <= pixels) high *= 2
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (edge(middle) <= pixels) low = middle
      else high = middle
    }
    return low
  }
  let current: Scale = { edge, at }
  return {
    measure: (element) => {
      if (!element) return undefined
      observer().observe(element)
      return () => observer().unobserve(element)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    scale: () => current,
  }
}
