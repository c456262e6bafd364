import type { Backup, Outcome } from '~/domain/backup'

import { appsId, backupId, policyId } from './ids'
import { type MarketRecord, type MarketState, marketState } from './market-record'
import type { Image, Increment, MarketplaceApp } from './wire'

const states = [
  'INIT',
  'READY',
  'USED',
  'DISABLED',
  'LOCKED',
  'ERROR',
  'CLONE',
  'DELETE',
  'USED_PERS',
  'LOCKED_USED',
  'LOCKED_USED_PERS',
] as const

/** An image that holds a backup. */
export const isBackup = ({ TYPE }: Image): boolean => TYPE === 6

const outcomes: ReadonlyMap<string, Outcome> = new Map([
  ['READY', 'good'],
  ['USED', 'good'],
  ['USED_PERS', 'good'],
  ['LOCKED', 'running'],
  ['INIT', 'running'],
  ['ERROR', 'failed'],
])

/** No image tells which schedule or job made it: only where it lies. */
const base = (image: Image, mayBeOf: readonly string[]) => {
  const statusText = states[image.STATE ?? -1] ?? `${image.STATE ?? ''}`
  return {
    name: image.NAME,
    outcome: outcomes.get(statusText) ?? ('unknown' as const),
    statusText,
    expiresAt: null,
    policy: null,
    mayBeOf,
    ...(image.DATASTORE && { place: image.DATASTORE }),
    ...(statusText === 'DELETE' && { leaving: true }),
    restores: [],
  }
}

const toIncrement = (image: Image, increment: Increment, length: number, mayBeOf: readonly string[]): Backup => ({
  ...base(image, mayBeOf),
  id: backupId({ image: image.ID, increment: increment.ID }),
  // One alone needs no number, which could not be given back either: no name may have the sign.
  ...(length > 1 && { name: `${image.NAME} #${increment.ID}` }),
  typeText: increment.TYPE,
  sizeMb: increment.SIZE,
  createdAt: increment.DATE,
  ...(length > 1 && { chain: { id: `${image.ID}`, name: image.NAME, length } }),
})

/**
 * What one image holds: one whole backup, or each increment of its chain.
 * @param mayBeOf Ids of the policies whose backups go where it lies; none where nobody asks.
 */
export function toBackups(image: Image, mayBeOf: readonly string[] = []): readonly Backup[] {
  const { rows, unreadable } = image.BACKUP_INCREMENTS.INCREMENT
  const length = rows.length + unreadable
  if (length > 0) return rows.map((one) => toIncrement(image, one, length, mayBeOf))
  const id = backupId({ image: image.ID, increment: null })
  return [{ ...base(image, mayBeOf), id, typeText: 'FULL', sizeMb: image.SIZE, createdAt: image.REGTIME }]
}

const marketOutcomes: Readonly<Record<MarketState['is'], Outcome>> = {
  good: 'good',
  running: 'running',
  broken: 'failed',
  unknown: 'unknown',
  never: 'unknown',
}

const marketStates = { good: 'READY', running: 'LOCKED', unknown: 'UNKNOWN' } as const

/** The last Marketplace backup of a VM, which is one thing for a person however many apps it has; null when there is none. */
export function toMarketBackup(record: MarketRecord, found: ReadonlyMap<number, MarketplaceApp>): Backup | null {
  const state = marketState(record, found)
  if (state.is === 'never') return null
  const apps = record.apps.flatMap((id) => found.get(id) ?? [])
  const template = apps.at(-1)
  return {
    id: appsId(record.apps.length > 0 ? record.apps : [0]),
    name: template?.NAME ?? `MARKETPLACE_APP_IDS ${record.raw.MARKETPLACE_APP_IDS}`,
    outcome: marketOutcomes[state.is],
    statusText: state.is === 'broken' ? state.text : marketStates[state.is],
    typeText: 'FULL',
    sizeMb: apps.reduce((sum, { SIZE }) => sum + (SIZE ?? 0), 0),
    createdAt: record.last,
    expiresAt: null,
    policy:
      record.market === null
        ? null
        : {
            id: policyId({ kind: 'market', market: record.market }),
            name: template?.MARKETPLACE ?? `${record.market}`,
          },
    restores: [],
  }
}
