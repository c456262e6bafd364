/** Where a world is kept between two pages. Both may fail; then the simulator goes on in memory. */
export interface Store {
  /** Changes with every save, of this page or another one of the same browser. */
  readonly revision: () => string | null
  readonly load: () => string | null
  readonly save: (world: string, revision: string) => void
}

const worldKey = 'holdfast.simulator.world'
const revisionKey = 'holdfast.simulator.revision'

const quietly = <T>(work: () => T, otherwise: T): T => {
  try {
    return work()
  } catch {
    return otherwise
  }
}

/** The browser's local storage: it outlives a reload and is shared by the tabs. Blocked or full storage is borne. */
export const browserStore: Store = {
  revision: () => quietly(() => localStorage.getItem(revisionKey), null),
  load: () => quietly(() => localStorage.getItem(worldKey), null),
  save: (world, revision) =>
    quietly(() => {
      localStorage.setItem(worldKey, world)
      localStorage.setItem(revisionKey, revision)
    }, undefined),
}
