import { ApiError } from '../error'

const whole = /^(?:0|[1-9]\d{0,8})$/u

const noSuch = (what: string): ApiError => new ApiError('not-found', `This is no id of a ${what}`)

/** The number behind an id of ours; ids come back from the address bar. Throws `not-found`. */
export function numberOf(id: string, what: string): number {
  if (!whole.test(id)) throw noSuch(what)
  return Number(id)
}

/** A backup: an image, and a part of its chain. */
export interface BackupKey {
  readonly image: number
  /** Null for an image that is one whole backup. */
  readonly increment: number | null
}

/** `20:1` for an increment, `20` for a whole image. Numbers of increments never change; their places in the list do. */
export const backupId = ({ image, increment }: BackupKey): string =>
  increment === null ? String(image) : `${image}:${increment}`

/** A Marketplace backup is named by its apps, in their order, since it has no other name: `apps-3-4-5`. */
export const appsId = (apps: readonly number[]): string => `apps-${apps.join('-')}`

/** What `backupId` or `appsId` made; throws `not-found` for anything else. */
export function readBackupId(id: string): BackupKey | { readonly apps: readonly number[] } {
  const [, apps] = /^apps-(\d{1,9}(?:-\d{1,9})*)$/u.exec(id) ?? []
  if (apps !== undefined) return { apps: apps.split('-').map(Number) }
  const [image = '', increment, ...more] = id.split(':')
  if (more.length > 0) throw noSuch('backup')
  return { image: numberOf(image, 'backup'), increment: increment === undefined ? null : numberOf(increment, 'backup') }
}

/** How often a scheduled action runs: with a datastore it makes a policy of ours. */
export const periods = ['once', 'hourly', 'daily', 'weekly', 'monthly', 'yearly'] as const
/** See `periods`. */
export type Period = (typeof periods)[number]

/** `REPEAT` in the platform's own words. */
const periodWords: Readonly<Record<Period, string>> = {
  once: 'one time',
  hourly: 'hourly',
  daily: 'daily',
  weekly: 'weekly',
  monthly: 'monthly',
  yearly: 'yearly',
}

/** What people call a schedule of their own to a datastore. */
export const storeName = (datastore: string, period: Period): string => `${datastore} (${periodWords[period]})`

/** What a policy of ours is on the platform. */
export type PolicyKey =
  | { readonly kind: 'job'; readonly job: number }
  | { readonly kind: 'store'; readonly datastore: number; readonly period: Period }
  | { readonly kind: 'market'; readonly market: number }
  /** A scheduled action that is none of these: read, never written. */
  | { readonly kind: 'action'; readonly action: number }

/** What `readPolicyId` reads again. */
export function policyId(key: PolicyKey): string {
  switch (key.kind) {
    case 'job':
      return `job-${key.job}`
    case 'store':
      return `store-${key.datastore}.${key.period}`
    case 'market':
      return `market-${key.market}`
    case 'action':
      return `action-${key.action}`
  }
}

/** Null for what is no policy of ours. */
export function readPolicyId(id: string): PolicyKey | null {
  const [, kind, number = '', period] = /^(job|store|market|action)-(\d{1,9})(?:\.([a-z]+))?$/u.exec(id) ?? []
  const found = periods.find((one) => one === period)
  if (kind === 'store') return found ? { kind, datastore: Number(number), period: found } : null
  if (period !== undefined) return null
  if (kind === 'job') return { kind, job: Number(number) }
  if (kind === 'market') return { kind, market: Number(number) }
  return kind === 'action' ? { kind, action: Number(number) } : null
}
