import type { Connection } from './connection'
import { fetched } from './fetched'
import type { Memory } from './memory'
import type { Trail } from './trail'

/** What happened and what happens now, whose code comes with the first question about it: the list of VMs comes before. */
export function trailLater(connection: Connection, remembered: Memory, mediaVersion: string): Trail {
  const there = fetched(async () => {
    const { trail } = await import('./trail')
    return trail(connection, remembered, mediaVersion)
  })
  return {
    listVmEvents: async (...given) => (await there()).listVmEvents(...given),
    listEvents: async (...given) => (await there()).listEvents(...given),
    getTrailWords: async (...given) => (await there()).getTrailWords(...given),
    recentFailures: async (...given) => (await there()).recentFailures(...given),
    recentOutcomes: async (...given) => (await there()).recentOutcomes(...given),
    listOutcomes: async (...given) => (await there()).listOutcomes(...given),
    listActivity: async (...given) => (await there()).listActivity(...given),
  }
}
