import type { Connection } from './connection'
import { datacenterPath } from './ids'
import { pathOfLink } from './links'
import { datacenter } from './wire-admin'

/** Finds where a part of a datacenter is kept: by the datacenter's own link, else at the usual end of its address. */
export const datacenterParts =
  ({ addresses, read }: Connection) =>
  async (datacenterId: string, rel: string, end: string, signal?: AbortSignal): Promise<string> => {
    const path = datacenterPath(datacenterId)
    const { links } = await read(path, 'datacenter', datacenter, signal)
    return pathOfLink(addresses, links, rel) ?? `${path}/${end}`
  }
