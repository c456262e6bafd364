import { channelOf } from '~/api/queries/channel'

/**
 * The locks of this browser's tabs, and which are held. Browsers have them only where the page came by a safe connection, and
 * refuse each use where a site's data are blocked; without them, null, the tabs ask each other.
 */
async function locks(): Promise<{ readonly manager: LockManager; readonly held: readonly LockInfo[] } | null> {
  try {
    const { held = [] } = await navigator.locks.query()
    return { manager: navigator.locks, held }
  } catch {
    return null
  }
}

/** So long the other tabs have to say that they work, however busy they are. Milliseconds. */
const answersIn = 1_000

/** So often a tab that waits for another one asks whether it still works. Milliseconds. */
const asksEach = 2_000

/** Before whoever asks: a tab that works. Behind them: one that only wants to know. */
const [working, looking] = [-1, 2]

/**
 * Asks the other tabs, and does work when none says that it comes before; false when one does. Whoever asks draws a place:
 * of two that ask at once one begins.
 */
async function aloneByWord(name: string, drawn: number, work: () => Promise<void>): Promise<boolean> {
  const channel = channelOf(name)
  // Nothing to ask by: this tab takes itself for the only one.
  const tell = channel?.postMessage.bind(channel)
  let place = drawn
  let free = true
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'number') return
    // An answer is the place of who asked, below zero.
    if (data < 0) free = free && data !== -place
    else if (data > place) tell?.(-data)
    // Two that only look do no harm to each other.
    else if (data !== looking) free = false
  })
  tell?.(place)
  await new Promise((passed) => setTimeout(passed, channel ? answersIn : 0))
  if (free) {
    place = working
    await work()
  }
  channel?.close()
  return free
}

/**
 * Does work while no other tab of this browser does it; false when another one does. `looks`: two that do it at once do no
 * harm to each other. Throws what the work throws.
 */
export async function alone(name: string, work: () => Promise<void>, looks = false): Promise<boolean> {
  const found = await locks()
  if (!found) return aloneByWord(name, looks ? looking : Math.random(), work)
  return found.manager.request(name, { ifAvailable: true }, async (lock) => {
    if (!lock) return false
    await work()
    return true
  })
}

/** Whether a tab works. */
export async function isHeld(name: string): Promise<boolean> {
  const found = await locks()
  if (!found) return !(await aloneByWord(name, looking, () => Promise.resolve()))
  return found.held.some((lock) => lock.name === name)
}

/** Calls back as soon as no tab works any more. */
export async function whenFree(name: string, free: () => void): Promise<void> {
  const work = () => Promise.resolve(free())
  const again = (): void => void setTimeout(() => void alone(name, work, true).then((was) => !was && again()), asksEach)
  const found = await locks()
  if (found) await found.manager.request(name, work)
  else again()
}
