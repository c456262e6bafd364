import { startFetchThread } from '~/api/fetching/fetch-thread'
import type { Platform } from '~/api/port'

import type { Settings } from './config/schema'

/** The adapter of the platform that a deployment names. The usual one comes with the list, another only where it is named. */
export async function chosenPlatform({
  platform,
  apiBase,
  cloudcix,
  mediaVersion,
  canonicalLocation,
  session,
  sessionSeconds,
  timeZones,
  backupSystems,
}: Settings): Promise<Platform> {
  const timeZoneOf = (datacenter: string): string | null => timeZones.get(datacenter) ?? null
  switch (platform) {
    case 'abiquo': {
      // The simulator's worker would take what a thread asks for another tab's.
      if (import.meta.env.MODE !== 'simulator') startFetchThread()
      const { abiquo } = await import('~/api/abiquo/adapter')
      const known = canonicalLocation === null ? {} : { canonicalLocation }
      const systemOf = (datacenter: string): string | null => backupSystems.get(datacenter) ?? null
      return abiquo({ base: apiBase, mediaVersion, session, sessionSeconds, timeZoneOf, systemOf, ...known })
    }
    case 'opennebula': {
      const { openNebula } = await import('~/api/opennebula/adapter')
      return openNebula({ base: apiBase, timeZoneOf })
    }
    case 'cloudcix': {
      const { cloudCix } = await import('~/api/cloudcix/adapter')
      return cloudCix({ ...cloudcix, timeZoneOf })
    }
  }
}
