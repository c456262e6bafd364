/**
 * Roles of the table's parts. Most of them repeat what the elements are by themselves: drawn as a grid of CSS they lose
 * it in some browsers.
 */
export const roles = {
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  rowHead: { role: 'rowheader' },
  columnHead: { role: 'columnheader' },
  cell: { role: 'gridcell' },
  /** A box of the browser that looks and sounds like a switch. */
  switch: { role: 'switch' },
} as const

/**
 * A box that the table's own keys turn over: one of the browser would answer to the same keys a second time.
 * @param stop Whether the Tab key stops here; one cell of the table has that.
 */
export const boxRole = (stop: boolean) => ({ role: 'checkbox', tabIndex: stop ? 0 : -1 }) as const
