import type { ProtectionState } from '~/domain/protection'
import { protectionStates } from '~/domain/protection'
import type { VmState } from '~/domain/virtual-machine'
import { vmStates } from '~/domain/virtual-machine'
import { placeWords } from '~/pages/parts/place-words'
import { causeWords } from '~/texts/failure-titles'
import { m } from '~/texts/messages'
import { protectionWords, vmStateWords } from '~/texts/states'

import type { Facet, SortKey } from './fleet-view'

/** Whether a value from the address is a state of protection. */
export const isProtection = (value: string): value is ProtectionState =>
  protectionStates.some((state) => state === value)
const isVmState = (value: string): value is VmState => vmStates.some((state) => state === value)

/** What a facet is called. */
export const facetWords: Readonly<Record<Facet, () => string>> = {
  protection: m.vms_facet_protection,
  run: m.vms_facet_run,
  cause: m.failures_cause,
  state: m.vms_facet_state,
  datacenter: m.vms_facet_datacenter,
  tenant: m.vms_tenant,
  appliance: placeWords,
}

/** What a column to sort by is called. */
export const sortWords: Readonly<Record<SortKey, () => string>> = {
  name: m.vms_sort_name,
  protection: m.vms_facet_protection,
  outcome: m.vms_sort_outcome,
  state: m.vms_facet_state,
  datacenter: m.vms_facet_datacenter,
}

/** A value of a facet in words; a state that we do not know, and names, as they came. */
export function valueWords(facet: Facet, value: string): string {
  if (facet === 'run') return value === 'late' ? m.vms_run_late() : value === '' ? m.vms_run_others() : value
  if (value === '') return m.vms_value_none()
  if (facet === 'cause') return causeWords(value)
  if (facet === 'protection' && isProtection(value)) return protectionWords(value)
  if (facet === 'state' && isVmState(value)) return vmStateWords({ state: value, stateText: value })
  return value
}
