import type { Privilege } from './privilege'

/** Events that reach only people with a privilege of their own, beside the right to read events at all. */
export interface Audience {
  /** By the platform's own names of them. */
  readonly actions: readonly string[]
  /** One of them is enough. */
  readonly anyOf: readonly Privilege[]
}
