// What is measured in a page: when the list shows, what the main thread does, and how it answers to hands.
const viewport = { width: 1440, height: 900 }
const slowNetwork = { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 }
const enough = 8

/** Runs in each page before anything else: notes the list's first frame, and long tasks. */
function watch(cards) {
  const seen = { list: null, tasks: [], events: [] }
  globalThis.bench = seen
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push({ startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) seen.events.push({ name, startTime, duration })
  }).observe({ type: 'event', durationThreshold: 16, buffered: true })
  const look = () => {
    if (document.querySelectorAll('article').length < cards) requestAnimationFrame(look)
    // Behind the frame that shows them.
    else
      requestAnimationFrame(() =>
        setTimeout(() => {
          seen.list = performance.now()
          globalThis.listShows?.('')
        }),
      )
  }
  requestAnimationFrame(look)
}

export async function newContext(browser) {
  const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'Europe/Madrid' })
  await context.addInitScript(watch, enough)
  return context
}

const heapOf = async (cdp) => {
  await cdp.send('HeapProfiler.enable')
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

const pause = (page, milliseconds) => page.waitForTimeout(milliseconds)

/**
 * When the page calls this name. To ask the page again and again whether it is so far would have it compile the question,
 * a hundred milliseconds at a quarter of the processor's speed, before its first paint.
 */
async function callOf(cdp, name) {
  await cdp.send('Runtime.enable')
  await cdp.send('Runtime.addBinding', { name })
  const told = new Promise((done, failed) => {
    const tooLong = setTimeout(() => failed(new Error(`${name}: not after two minutes`)), 120_000)
    cdp.on('Runtime.bindingCalled', () => {
      clearTimeout(tooLong)
      done()
    })
  })
  // It is wrapped: who awaits the name awaits not yet the call.
  return { told }
}

/** One load of an address. `how`: cold and slow in a context of its own, warm in one that was there before. */
export async function load(context, address, { slow = false, heap = false } = {}) {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  if (slow) {
    await cdp.send('Network.enable')
    await cdp.send('Network.emulateNetworkConditions', slowNetwork)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  }
  const { told } = await callOf(cdp, 'listShows')
  await page.goto(address, { waitUntil: 'commit' })
  await told
  await pause(page, slow ? 3_000 : 1_000)
  const found = await page.evaluate(() => {
    const { list, tasks } = globalThis.bench
    const blocked = tasks.reduce((sum, { duration }) => sum + duration - 50, 0)
    const after = tasks.filter(({ startTime }) => startTime > list).map(({ duration }) => duration)
    return {
      list,
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
      blocked,
      longest: Math.max(0, ...after),
      elements: document.querySelectorAll('*').length,
      requests: performance.getEntriesByType('resource').filter(({ startTime }) => startTime < list).length,
    }
  })
  const answer = { ...found, ...(heap && { heap: await heapOf(cdp) }) }
  await page.close()
  return answer
}

/** Waits until the whole list was read. */
const untilRead = async (page, total) => {
  await page.waitForFunction(
    (text) =>
      Array.from(document.querySelectorAll('[aria-live]'), (one) => one.textContent).some((one) => one.includes(text)),
    total.toLocaleString('en'),
    { timeout: 180_000 },
  )
  await pause(page, 2_000)
}

/** Types a name letter by letter, then takes it away. */
async function filtering(page, text, least) {
  await page.evaluate(() => (globalThis.bench.events.length = 0))
  await page.locator('input[type=search]').first().click()
  await page.keyboard.type(text.slice(0, -1), { delay: 120 })
  await page.evaluate((most) => {
    const last = { at: null, done: null }
    globalThis.bench.last = last
    addEventListener('keydown', () => (last.at ??= performance.now()), { once: true, capture: true })
    const look = () => {
      const n = document.querySelectorAll('article').length
      if (last.at !== null && n > 0 && n <= most) requestAnimationFrame(() => (last.done = performance.now()))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, least)
  await page.keyboard.type(text.at(-1))
  await page.waitForFunction(() => globalThis.bench.last.done !== null)
  await pause(page, 500)
  const found = await page.evaluate(() => {
    const { events, last } = globalThis.bench
    const keys = events.filter(({ name }) => /^(?:key|input)/.test(name)).map(({ duration }) => duration)
    return { inp: Math.max(16, ...keys), lastKey: last.done - last.at }
  })
  await page.locator('input[type=search]').first().fill('')
  await pause(page, 1_500)
  return found
}

/** Scrolls on by a wheel's pace and counts the frames that came late. */
async function scrolling(page, cdp) {
  await page.evaluate(() => {
    scrollTo(0, 0)
    const frames = { late: 0, all: 0, last: performance.now(), on: true }
    globalThis.bench.frames = frames
    const tick = (now) => {
      if (now - frames.last > 25) frames.late += 1
      frames.all += 1
      frames.last = now
      if (frames.on) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  const before = await spent(cdp)
  await cdp.send('Input.synthesizeScrollGesture', {
    x: 700,
    y: 600,
    yDistance: -12_000,
    speed: 3_000,
    gestureSourceType: 'mouse',
  })
  const after = await spent(cdp)
  const { late, all } = await page.evaluate(() => {
    globalThis.bench.frames.on = false
    return globalThis.bench.frames
  })
  return { late: (late / all) * 100, perThousand: (after - before) / 12 }
}

/** Milliseconds of script, style and layout so far. */
const spent = async (cdp) => {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (name) => metrics.find((one) => one.name === name)?.value ?? 0
  return (of('ScriptDuration') + of('RecalcStyleDuration') + of('LayoutDuration')) * 1_000
}

/** Jumps far down; until a card stands where one looks. `answered`: counted from the answer that it had to wait for. */
async function jumping(page) {
  return page.evaluate(
    () =>
      new Promise((done) => {
        const begun = performance.now()
        scrollTo(0, document.documentElement.scrollHeight * (0.4 + Math.random() / 4))
        // Two places, for one may fall between two rows of cards.
        const isThere = () => [500, 520].some((y) => document.elementFromPoint(300, y)?.closest('article'))
        const look = () => {
          if (isThere()) {
            requestAnimationFrame(() =>
              setTimeout(() => {
                const now = performance.now()
                const asked = performance
                  .getEntriesByType('resource')
                  .filter(({ name, startTime }) => name.includes('startwith') && startTime > begun)
                const answered = asked.at(0)?.responseEnd
                done({ jump: now - begun, answered: answered === undefined ? null : now - answered })
              }),
            )
          } else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
  )
}

/** Search, scroll and a far jump at a quarter of the processor's speed. */
export async function hands(context, address, { total, text, least = 3, search = true }) {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable')
  await page.goto(address)
  await page.waitForFunction(() => globalThis.bench.list !== null, null, { timeout: 120_000 })
  await untilRead(page, total)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await pause(page, 500)
  const filter = search ? await filtering(page, text, least) : {}
  const scroll = await scrolling(page, cdp)
  await pause(page, 500)
  const jump = await jumping(page)
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  await page.close()
  return { ...filter, ...scroll, ...jump, elements }
}

/** Questions a minute of a list that nobody touches, seen and hidden. The page's clock is wound on. */
export async function idling(context, address) {
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(address)
  await page.waitForFunction(() => document.querySelectorAll('article').length > 0, null, { timeout: 120_000 })
  await pause(page, 5_000)
  const asked = []
  page.on('request', (request) => asked.push(request.url()))
  const minutes = async (n) => {
    asked.length = 0
    for (let second = 0; second < n * 60; second += 5) {
      await page.clock.runFor(5_000)
      await pause(page, 30)
    }
    return asked.length / n
  }
  await page.clock.runFor(60_000)
  await pause(page, 1_000)
  const seen = await minutes(5)
  await page.evaluate(() => {
    Object.defineProperties(document, { hidden: { get: () => true }, visibilityState: { get: () => 'hidden' } })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  const hidden = await minutes(5)
  await page.close()
  return { seen, hidden }
}

/** A fleet judged by the rule while a page draws: how long it takes, and the frames that are dropped. */
export async function judging(context, address) {
  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(() => globalThis.judge !== undefined, null, { timeout: 120_000 })
  const cdp = await context.newCDPSession(page)
  // A fleet was read long before it is judged: what making it here left behind is tidied up first.
  await heapOf(cdp)
  await pause(page, 1_000)
  const { took, frames, dropped } = await page.evaluate(() => globalThis.judge())
  const threads = page.workers().length
  await page.close()
  if (threads === 0) throw new Error('The fleet was judged by the page itself')
  return { took, frames, dropped }
}
