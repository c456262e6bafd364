import type { Stamped } from './take'

/** What the menu of ways gives to what is in it. */
export interface EvidenceMenu {
  readonly onClose: () => void
  /** Shows a list as a sheet of paper. */
  readonly onPaper: (sheet: Stamped) => void
}
