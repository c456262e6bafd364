/** How long the page may stand still for long work, in milliseconds: less than a frame. */
const slice = 12

/** Lets the browser draw, and answer a hand, before what comes next. No timer does it: those of a page that is hidden hardly run. */
export const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })

/** What becomes of each of many items, in their order, without a dropped frame: the work stops for whatever else there is. */
export async function mapUnhurried<In, Out>(items: readonly In[], make: (item: In) => Out): Promise<readonly Out[]> {
  const made: Out[] = []
  const goOn = async (from: number): Promise<void> => {
    const end = performance.now() + slice
    let place = from
    for (const item of items.slice(from)) {
      made.push(make(item))
      place += 1
      if (performance.now() >= end) break
    }
    if (place === items.length) return
    await pause()
    await goOn(place)
  }
  await goOn(0)
  return made
}

/** Milliseconds after which a browser that never rests counts as resting. */
const longestWait = 1_000

/** What is on its way to the screen has come there. Where a browser cannot say when it rests, at once. */
export const untilDrawn = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: longestWait })
    else resolve()
  })
