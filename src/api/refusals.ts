let prepare = (): Promise<unknown> => Promise.resolve()

/** Chooses what is done before a refusal of the platform is told, e.g. fetching its words. */
export function beforeRefusals(how: () => Promise<unknown>): void {
  prepare = how
}

/** Waits for that. Without it a refusal is told less well, and told all the same. */
export const readyToTell = (): Promise<unknown> => prepare().catch(() => null)
