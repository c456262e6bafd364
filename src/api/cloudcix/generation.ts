import type { BackupOrder } from '~/domain/backup-ways'
import type { Page } from '~/domain/page'

import type { Outgoing } from './connection'
import type { Copy, HistoryLine, Machine } from './records'

/** A window of the VMs in sight, by pages of equal length. */
export interface MachineQuery {
  /** From 0. */
  readonly page: number
  /** At most 100. */
  readonly limit: number
  readonly text?: string | undefined
  readonly descending?: boolean | undefined
}

/** From `from` to `to`, both included. */
export interface HistoryQuery {
  readonly page: number
  readonly limit: number
  readonly vm?: number | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

/** Most rows of an answer; more is silently fifty. */
export const mostRows = 100

/** Whether a list ends with this window; where its length is not told, the first window that is not full ends it. */
export const isLastPage = ({ rows, total, unreadable }: Page<unknown>, page: number): boolean =>
  total === null ? rows.length + unreadable < mostRows : (page + 1) * mostRows >= total

/** What the two generations of CloudCIX do differently; the rest of the adapter does not know which one it speaks to. */
export interface Generation {
  /** Whether a person chooses a repository. */
  readonly repositories: boolean
  readonly machines: (query: MachineQuery, signal?: AbortSignal) => Promise<Page<Machine>>
  readonly machine: (id: number, signal?: AbortSignal) => Promise<Machine>
  readonly named: (ids: readonly number[], signal?: AbortSignal) => Promise<readonly Machine[]>
  /** Of all VMs in sight, those that are not deleted, newest first. `page` from 0, `mostRows` each. */
  readonly copies: (page: number, signal?: AbortSignal) => Promise<Page<Copy>>
  readonly copiesOf: (vm: number, page: number, signal?: AbortSignal) => Promise<Page<Copy>>
  /** For all who ask meanwhile, so nobody gives it up. */
  readonly failed: () => Promise<readonly Copy[]>
  readonly moving: (signal?: AbortSignal) => Promise<readonly Copy[]>
  readonly copy: (id: number, signal?: AbortSignal) => Promise<Copy>
  /** Null where the platform keeps none: then the backups themselves are all that tells. */
  readonly history: ((query: HistoryQuery, signal?: AbortSignal) => Promise<Page<HistoryLine | null>>) | null
  readonly create: (vm: number, order: BackupOrder) => Promise<Outgoing>
  readonly rename: (copy: number, name: string) => Outgoing
  readonly remove: (copy: number) => Outgoing
  readonly power: (vm: number, power: 'on' | 'off') => Outgoing
}
