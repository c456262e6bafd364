import type { CSSProperties } from 'react'

/**
 * The style of a field of several lines that grows with what is typed, from so many lines and at most to so many. Give it
 * as many `rows`: a browser that lets no field grow draws those and scrolls.
 */
export const growing = (least: number, most?: number): CSSProperties => ({
  fieldSizing: 'content',
  // One line more is what the padding takes.
  minHeight: `${String(least + 1)}lh`,
  ...(most !== undefined && { maxHeight: `${String(most + 1)}lh` }),
})
