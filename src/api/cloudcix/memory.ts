import type { Copy } from './records'
import type { User } from './wire'

/** What the answers of one session told by the way. Nothing here is a secret; forgetting it costs requests only. */
export interface Memory {
  self: Pick<User, 'id' | 'is_private' | 'global_active' | 'address'> | null
  /** Names of people by their numbers. */
  readonly people: Map<number, string>
  readonly machines: Map<number, string>
  readonly copies: Map<number, string>
  /** Failed backups of all VMs in sight, as read at an instant in epoch milliseconds; a write makes it old. */
  failed: { readonly at: number; readonly found: Promise<readonly Copy[]> } | null
}

/** An empty one, as a session begins with it. */
export const memory = (): Memory => ({
  self: null,
  people: new Map(),
  machines: new Map(),
  copies: new Map(),
  failed: null,
})

/** Another person sits here now. */
export function forget(remembered: Memory): void {
  Object.assign(remembered, memory())
}
