/** A named thing elsewhere. The id is opaque: only the adapter that made it can read it. */
export interface Ref {
  readonly id: string
  readonly name: string
}
