import { ApiError } from '../error'
import type { Connection } from './connection'
import { datacenterPath } from './ids'
import { pathOfLink } from './links'
import { datacenter } from './wire-admin'

/**
 * Finds where a part of a datacenter is kept: by the datacenter's own link, else at the usual end of its address, also
 * for who may see the part and not the datacenter.
 */
export const datacenterParts =
  ({ addresses, read }: Connection) =>
  async (datacenterId: string, rel: string, end: string, signal?: AbortSignal): Promise<string> => {
    const path = datacenterPath(datacenterId)
    const place = await read(path, 'datacenter', datacenter, signal).catch((error: unknown) => {
      if (error instanceof ApiError && error.kind === 'forbidden') return null
      throw error
    })
    return (place && pathOfLink(addresses, place.links, rel)) ?? `${path}/${end}`
  }
