import { channelOf } from '~/api/queries/channel'

/** Browsers offer locks only where the page came by a safe connection; without them the tabs ask each other. */
const locks = (): LockManager | null => ('locks' in navigator ? navigator.locks : null)

/** So long the other tabs have to say that they work. Milliseconds. */
const answersIn = 300

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
    else free = false
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

/** Does work while no other tab of this browser does it; false when another one does. */
export async function alone(name: string, work: () => Promise<void>): Promise<boolean> {
  const manager = locks()
  if (!manager) return aloneByWord(name, Math.random(), work)
  return manager.request(name, { ifAvailable: true }, async (lock) => {
    if (!lock) return false
    await work()
    return true
  })
}

/** Whether a tab works. */
export async function isHeld(name: string): Promise<boolean> {
  const manager = locks()
  if (!manager) return !(await aloneByWord(name, looking, () => Promise.resolve()))
  const found = await manager.query()
  return found.held?.some((lock) => lock.name === name) ?? false
}

/** Calls back as soon as no tab works any more. */
export function whenFree(name: string, free: () => void): void {
  const work = () => Promise.resolve(free())
  const again = (): void => void setTimeout(() => void alone(name, work).then((was) => !was && again()), asksEach)
  const manager = locks()
  if (manager) void manager.request(name, work)
  else again()
}
