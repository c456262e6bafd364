import type { VirtualMachine } from '~/domain/virtual-machine'
import type { ClockChoice } from '~/texts/clock'
import type { Locale } from '~/texts/messages'
import type { Explained } from '~/texts/reasons'

import type { Findable } from './palette-match'

/** What stands together under one heading, in the order in which it is offered when nothing is typed. */
export type Group = 'vm' | 'visited' | 'used' | 'vms' | 'pages' | 'filters' | 'datacenters' | 'tenants' | 'console'

/** What is asked about before anything is done to a VM. */
export type Question = 'back-up-now' | 'power-on' | 'power-off' | 'deploy' | 'undeploy'

/** A choice of colours; `auto` goes by the system. */
export type Scheme = 'light' | 'dark' | 'auto'

/** What choosing an entry does. None of them writes: what would, asks first. */
export type Act =
  | { readonly do: 'go'; readonly to: string }
  | { readonly do: 'ask'; readonly what: Question; readonly vm: VirtualMachine }
  | { readonly do: 'clock'; readonly clock: ClockChoice }
  | { readonly do: 'scheme'; readonly scheme: Scheme }
  | { readonly do: 'language'; readonly language: Locale }
  | { readonly do: 'refresh' | 'keys' | 'requests' | 'sign-out' }

/** By what an entry is told apart at a glance. */
export type Icon =
  | 'vm'
  | 'page'
  | 'filter'
  | 'datacenter'
  | 'tenant'
  | 'policies'
  | 'restore'
  | 'clock'
  | 'scheme'
  | 'language'
  | 'refresh'
  | 'keys'
  | 'help'
  | 'requests'
  | 'sign-out'
  | Question

/** Something that the palette offers. */
export interface Entry extends Findable {
  readonly group: Group
  readonly icon: Icon
  /** What tells it apart from others of its name. */
  readonly detail: string | null
  /** May it be done; null while that is not known yet. Refused entries stay, and say why. */
  readonly verdict: Explained | null
  /** A choice that is in force now. */
  readonly chosen: boolean
  readonly act: Act
  /** The VM that the entry is, whose actions can be had from here. */
  readonly vm: VirtualMachine | null
}

/** The element of an entry in a list. Ids of elements hold no blanks; ids of the platform may. */
export const rowId = (listId: string, entryId: string): string => `${listId}-${encodeURIComponent(entryId)}`

/** Of entries that everybody may choose. */
export const allowed: Explained = { ok: true }
