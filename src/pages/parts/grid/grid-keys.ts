/** A cell by its position; -1 is the head. */
export interface Spot {
  readonly row: number
  readonly column: number
}

/** Of a grid, without its heads. */
export interface Size {
  readonly rows: number
  readonly columns: number
}

/** A key as the browser tells it, as far as a grid looks at it. */
export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** How far Page up and Page down go. */
const pageRows = 10

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

/**
 * Where a key leads from a cell, by the pattern of grids; null when it does not move. There is nothing where the two
 * heads meet, and a range (Shift) never reaches into a head.
 */
export function moved(
  { row, column }: Spot,
  size: Size,
  { key, ctrlKey, metaKey, altKey, shiftKey }: Press,
): Spot | null {
  if (altKey || size.rows === 0 || size.columns === 0) return null
  const far = ctrlKey || metaKey
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1]
  const aim = ((): Spot | null => {
    switch (key) {
      case 'ArrowUp':
        return { row: far ? Math.min(row, 0) : row - 1, column }
      case 'ArrowDown':
        return { row: far ? lastRow : row + 1, column }
      case 'ArrowLeft':
        return { row, column: far ? Math.min(column, 0) : column - 1 }
      case 'ArrowRight':
        return { row, column: far ? lastColumn : column + 1 }
      case 'Home':
        return { row: far ? 0 : row, column: 0 }
      case 'End':
        return { row: far ? lastRow : row, column: lastColumn }
      case 'PageUp':
        return { row: Math.max(row - pageRows, Math.min(row, 0)), column }
      case 'PageDown':
        return { row: row + pageRows, column }
      default:
        return null
    }
  })()
  if (!aim) return null
  const least = shiftKey ? 0 : -1
  const to = { row: clamp(aim.row, least, lastRow), column: clamp(aim.column, least, lastColumn) }
  return to.row === -1 && to.column === -1 ? { row, column } : to
}

const letter = /^[\p{L}\p{N}]$/u
const pauseMs = 900

/** Letters typed one after the other. */
export interface Typed {
  readonly text: string
  readonly at: number
}

/** What was typed so far, when the key is a letter or a digit; a pause begins a new word. */
export function typedOn(before: Typed, { key, ctrlKey, metaKey, altKey }: Press, now: number): Typed | null {
  if (ctrlKey || metaKey || altKey || !letter.test(key)) return null
  return { text: (now - before.at > pauseMs ? '' : before.text) + key.toLowerCase(), at: now }
}

/** The next name that begins so, from a place on and around; -1 when there is none. A first letter goes to another one. */
export function nextNamed(names: readonly string[], from: number, text: string): number {
  const start = text.length > 1 ? Math.max(from, 0) : from + 1
  const order = names.map((_, step) => (start + step) % names.length)
  // Without blanks: the blank key sets a cell.
  return order.find((at) => names[at]?.toLowerCase().replaceAll(/\s/gu, '').startsWith(text)) ?? -1
}
