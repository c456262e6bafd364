/** Where a world is kept between two pages. Both may fail; then the simulator goes on in memory. */
export interface Store {
  /** Changes with every save, of this page or another one of the same browser. */
  readonly revision: () => string | null
  readonly load: () => string | null
  readonly save: (world: string, revision: string) => void
}

const quietly = <T>(work: () => T, otherwise: T): T => {
  try {
    return work()
  } catch {
    return otherwise
  }
}

/**
 * The browser's local storage: it outlives a reload and is shared by the tabs. Blocked or full storage is borne.
 * @param name Of the place; each dialect has its own.
 */
export function browserStore(name = 'simulator'): Store {
  const worldKey = `holdfast.${name}.world`
  const revisionKey = `holdfast.${name}.revision`
  return {
    revision: () => quietly(() => localStorage.getItem(revisionKey), null),
    load: () => quietly(() => localStorage.getItem(worldKey), null),
    save: (world, revision) =>
      quietly(() => {
        localStorage.setItem(worldKey, world)
        localStorage.setItem(revisionKey, revision)
      }, undefined),
  }
}
