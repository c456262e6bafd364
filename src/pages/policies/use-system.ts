import { useQuery } from '@tanstack/react-query'

import { manager, systemTypes } from '~/api/queries/infrastructure'
import { type BackupSystem, systemNotKnown } from '~/domain/capability'

/** The backup system of a datacenter, as far as it could be read. */
export interface ConnectedSystem {
  /** Null where none is connected. */
  readonly system: BackupSystem | null
  /** `unknown`: it could not be read, or the platform has no plug-in of its type any more. */
  readonly state: 'reading' | 'connected' | 'none' | 'unknown'
}

/** What the datacenter's backup system can do: its manager's plug-in. */
export function useSystem(datacenterId: string): ConnectedSystem {
  const connection = useQuery(manager(datacenterId))
  const types = useQuery(systemTypes())
  if (connection.data === null) return { system: null, state: 'none' }
  const system = types.data?.find(({ type }) => type === connection.data?.type) ?? null
  if (system) return { system, state: 'connected' }
  return { system: systemNotKnown, state: connection.isPending || types.isPending ? 'reading' : 'unknown' }
}
