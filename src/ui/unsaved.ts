/** How many forms on the screen hold something that is not saved. */
let forms = 0

/** Something on the screen would be lost by leaving it. */
export const isUnsaved = (): boolean => forms > 0

/** A form holds something that is not saved, until what this returns is called. */
export function holdUnsaved(): () => void {
  forms += 1
  return () => {
    forms -= 1
  }
}
