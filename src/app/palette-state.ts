/** What the palette knows of this visit; it goes with the person. */
export interface PaletteState {
  readonly opened: boolean
  /** It was opened once, so its code is here. */
  readonly wanted: boolean
  readonly open: () => void
  readonly close: () => void
  /** The VM whose page is on the screen. */
  readonly vmInView: string | null
  /** VMs whose pages were open, the newest first. */
  readonly visited: readonly string[]
  /** Entries that were chosen, the newest first. */
  readonly used: readonly string[]
  readonly onUse: (entryId: string) => void
  /** What was typed after the key and before the palette was there. */
  readonly early: string
}
