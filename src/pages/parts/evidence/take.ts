import { serverNow } from '~/api/queries'
import { aboutPlatform } from '~/api/queries/requests'
import { dataAsCsv, dataAsJson, evidenceAsCsv, evidenceAsJson, type EvidenceFact } from '~/domain/evidence'
import type { Actor } from '~/domain/privilege'
import { byteOrderMark, download, fileName } from '~/pages/parts/download'
import { clockChoice } from '~/texts/clock'

import type { EvidenceList } from './list'
import { stampOf } from './stamp'

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Browsers hash only in a secure context: https, or this machine itself. */
const mayHash = (): boolean => typeof crypto !== 'undefined' && 'subtle' in crypto

const sha256 = async (text: Uint8Array<ArrayBuffer>): Promise<string | null> =>
  mayHash() ? hex(await crypto.subtle.digest('SHA-256', text)) : null

/** A list with its stamp, made at one moment. */
export interface Stamped {
  readonly list: EvidenceList
  readonly stamp: readonly EvidenceFact[]
  readonly at: Date
}

/** Stamps a list: hashes its data, and writes down who took it and when. */
export async function stamped(list: EvidenceList, actor: Actor): Promise<Stamped> {
  const at = new Date(serverNow())
  const encoder = new TextEncoder()
  const bytes = encoder.encode(dataAsCsv(list.table))
  const [csv, json] = await Promise.all([sha256(bytes), sha256(encoder.encode(dataAsJson(list.table)))])
  const stamp = stampOf(list, {
    platform: aboutPlatform(),
    actor,
    at,
    clock: clockChoice(),
    address: window.location.href,
    hashes: { csv, json, csvBytes: bytes.length },
  })
  return { list, stamp, at }
}

/** Hands a stamped list to the browser as a file; gives the file's name. */
export function saveAs(kind: 'csv' | 'json', { list, stamp, at }: Stamped): string {
  const name = fileName(list.name, at, kind)
  if (kind === 'csv') download(name, 'text/csv', byteOrderMark + evidenceAsCsv(dataAsCsv(list.table), stamp))
  else download(name, 'application/json', evidenceAsJson(list.table, stamp))
  return name
}
