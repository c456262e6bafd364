import type { Control } from 'react-hook-form'

import type { Situation } from '~/domain/situation'
import type { Disk } from '~/domain/virtual-machine'

import type { Base, ProtectionDraft } from './policy-draft'

/** A value that a person enters for a configuration. */
export type DraftField = 'at' | 'hours' | 'time' | 'offset' | 'days' | 'dates' | 'disks' | 'paths'

/** Where in the form a configuration stands. */
export interface Place {
  readonly policy: number
  readonly configuration: number
  /** Tells two forms on one page apart. */
  readonly form?: string
}

/** What every piece of the form needs. */
export interface PolicyContext {
  readonly control: Control<ProtectionDraft>
  readonly base: Base
  readonly situation: Situation
  /** `null`: they could not be read. */
  readonly disks: readonly Disk[] | null
  /** IANA name of the datacenter's zone. */
  readonly zone: string | null
  /** Values are printed and cannot be changed. */
  readonly readOnly: boolean
  /** What is wrong at a field, in words, as far as it is time to say so. */
  readonly problemAt: (place: Place, field: DraftField) => string | null
}

/** The id of a configuration's field in the page; a link to a problem leads there. */
export const fieldId = ({ policy, configuration, form = 'policy' }: Place, field?: DraftField): string =>
  `${form}-${String(policy)}-${String(configuration)}${field ? `-${field}` : ''}`

/** The id of the control that opens a policy's details; it is there whether the form is open or closed. */
export const toggleId = (policy: number): string => `policy-${String(policy)}-toggle`

/** The name of a configuration in the form. */
export const fieldName = ({ policy, configuration }: Place): `policies.${number}.configurations.${number}` =>
  `policies.${policy}.configurations.${configuration}`
