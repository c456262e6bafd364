/** Browsers offer locks only where the page came by a safe connection; without them this tab takes itself for the only one. */
const locks = (): LockManager | null => ('locks' in navigator ? navigator.locks : null)

/** Does work while no other tab of this browser does it; false when another one does. */
export async function alone(name: string, work: () => Promise<void>): Promise<boolean> {
  const manager = locks()
  if (!manager) {
    await work()
    return true
  }
  return manager.request(name, { ifAvailable: true }, async (lock) => {
    if (!lock) return false
    await work()
    return true
  })
}

/** Whether another tab works; where there are no locks, none is taken to. */
export async function isHeld(name: string): Promise<boolean> {
  const found = await locks()?.query()
  return found?.held?.some((lock) => lock.name === name) ?? false
}

/** Calls back as soon as no tab works any more. */
export function whenFree(name: string, free: () => void): void {
  void locks()?.request(name, () => Promise.resolve(free()))
}
