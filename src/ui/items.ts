/** A list whose items may come later: an array is one, and so is what knows only how long it is. */
export interface Items<Item> {
  readonly length: number
  readonly at: (place: number) => Item | undefined
}

/** Told which items are on the screen when that changes, by their places from 0, both included. */
export type Sight = (first: number, last: number) => void
