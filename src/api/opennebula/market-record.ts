import { readMessage } from './times'
import { type BackupAttribute, type MarketplaceApp, marketplaceApp, type VirtualMachine } from './wire'
import { template } from './xml'

/** The record of Marketplace backups on a VM, read; members that are no numbers are null and kept as they are. */
export interface MarketRecord {
  readonly frequency: number | null
  readonly market: number | null
  readonly last: Date | null
  /** Images in the order of the disks, the template last. */
  readonly apps: readonly number[]
  readonly raw: BackupAttribute
}

const number = (text: string): number | null => (/^\d{1,12}$/u.test(text.trim()) ? Number(text) : null)

/** The first of two counts. Null when the VM has none, or an empty one. */
export function recordOf({ USER_TEMPLATE }: Pick<VirtualMachine, 'USER_TEMPLATE'>): MarketRecord | null {
  const [raw] = USER_TEMPLATE.BACKUP
  if (!raw) return null
  const last = number(raw.LAST_BACKUP_TIME)
  const apps = raw.MARKETPLACE_APP_IDS.split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const known = apps.map(number).filter((one) => one !== null)
  const record = {
    frequency: number(raw.FREQUENCY_SECONDS),
    market: number(raw.MARKETPLACE_ID),
    last: last === null || last === 0 ? null : new Date(last * 1_000),
    apps: known,
    raw,
  }
  const isEmpty = record.frequency === null && record.market === null && record.last === null && known.length === 0
  return isEmpty ? null : record
}

/**
 * The attribute with a change. A merge replaces it as a whole, so all four members go along, those that nobody changed as
 * they are.
 */
export function recordText(
  before: BackupAttribute | null,
  change: Partial<Record<keyof BackupAttribute, string | number | null>>,
): string {
  const names = ['FREQUENCY_SECONDS', 'MARKETPLACE_ID', 'LAST_BACKUP_TIME', 'MARKETPLACE_APP_IDS'] as const
  const members = names.map((name) => {
    const next = change[name]
    const kept = before?.[name] ?? ''
    const value = next === undefined ? kept : next
    return [name, value === '' ? null : value] as const
  })
  return template({ BACKUP: Object.fromEntries(members) })
}

/** Takes the attribute away; an empty text would leave an empty element. */
export const noRecord = 'BACKUP=[]'

/** How the newest Marketplace backup of a VM stands, by what the VM says and the apps are. */
export type MarketState =
  /** No backup was ever made. */
  | { readonly is: 'never' }
  | { readonly is: 'good' }
  /** Uploads are on their way. */
  | { readonly is: 'running' }
  /** Something of it is out of this person's sight, or in a state that we do not know. */
  | { readonly is: 'unknown' }
  /** One of the apps is missing, or failed: the record says nothing of that. */
  | { readonly is: 'broken'; readonly text: string }

const appStates = ['INIT', 'READY', 'LOCKED', 'ERROR', 'DISABLED'] as const

/** What went wrong, without the stamp before it: the same trouble at another time is the same cause. */
const errorOf = ({ TEMPLATE: { ERROR } }: MarketplaceApp): string => readMessage(ERROR, 0)?.text ?? ERROR

/** Whether a Marketplace backup is one: only when every app is there and ready. */
export function marketState({ apps, last }: MarketRecord, found: ReadonlyMap<number, MarketplaceApp>): MarketState {
  if (apps.length === 0) return last === null ? { is: 'never' } : { is: 'broken', text: 'MARKETPLACE_APP_IDS' }
  const lost = apps.filter((id) => !found.has(id))
  if (lost.length > 0) return { is: 'broken', text: `App ${lost.join(', ')}: not found` }
  const all = apps.flatMap((id) => found.get(id) ?? [])
  const bad = all.find(({ STATE }) => STATE === 3 || STATE === 4)
  if (bad) return { is: 'broken', text: errorOf(bad) || `App ${bad.ID}: ${appStates[bad.STATE ?? 0] ?? ''}` }
  if (all.every(({ STATE }) => STATE === 1)) return { is: 'good' }
  return all.every(({ STATE }) => STATE === 0 || STATE === 1 || STATE === 2) ? { is: 'running' } : { is: 'unknown' }
}

/** An app that is there and may not be seen. */
export const hiddenApp = (id: number): MarketplaceApp => marketplaceApp.parse({ ID: `${id}`, NAME: `App ${id}` })

/** Whether its turn has come: never backed up, broken, or its frequency has passed. */
export function isDue({ frequency, last }: MarketRecord, state: MarketState, now: Date): boolean {
  if (frequency === null || state.is === 'running') return false
  if (last === null || state.is === 'never' || state.is === 'broken') return true
  return now.getTime() - last.getTime() >= frequency * 1_000
}

/** Marketplaces that take backups: those of the site. Public ones are read only. */
export const takesBackups = ({
  MARKET_MAD,
  STATE,
}: {
  readonly MARKET_MAD: string
  readonly STATE: number | null
}): boolean => (MARKET_MAD === 'http' || MARKET_MAD === 's3') && STATE !== 1
