import type { Control } from 'react-hook-form'

import type { BackupSystem } from '~/domain/capability'

import type { PolicyFields } from './fields'

/** What every piece of a policy's form needs. */
export interface EditorContext {
  readonly control: Control<PolicyFields>
  readonly datacenterId: string
  readonly datacenterName: string
  /** Null: none is connected. */
  readonly system: BackupSystem | null
  /** IANA name of the datacenter's zone. */
  readonly zone: string | null
  /** In the server's time. */
  readonly now: Date
  /** What is wrong at a field, in words, as far as it is time to say so. */
  readonly problemAt: (id: string) => string | null
}
