// What is measured in a page: when the list shows, what the main thread does, and how it answers to hands.
const viewport = { width: 1440, height: 900 }
const enough = 8

/** Runs in each page before anything else: notes the list's first frame, and long tasks. */
function watch(selector, cards) {
  const seen = { list: null, tasks: [], events: [] }
  globalThis.bench = seen
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push({ startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) seen.events.push({ name, startTime, duration })
  }).observe({ type: 'event', durationThreshold: 16, buffered: true })
  // Asking in each frame would have the browser make frames that nobody sees, while the page is still busy.
  const look = new MutationObserver(() => {
    if (document.querySelectorAll(selector).length < cards) return
    look.disconnect()
    // Behind the frame that shows them.
    requestAnimationFrame(() =>
      setTimeout(() => {
        seen.list = performance.now()
        // The server tells whoever waits for it: to ask the page would take its time.
        void fetch('/shown', { method: 'POST' })
      }),
    )
  })
  look.observe(document, { childList: true, subtree: true })
}

const heapOf = async (say) => {
  await say('HeapProfiler.enable')
  await say('HeapProfiler.collectGarbage')
  await say('HeapProfiler.collectGarbage')
  const { usedSize } = await say('Runtime.getHeapUsage')
  return usedSize / 1e6
}

const pause = (milliseconds) => new Promise((over) => setTimeout(over, milliseconds))

/** What a page noted, in words that it can say. */
const noted = `({
  ...bench,
  elements: document.querySelectorAll('*').length,
  paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
})`

const looking = (selector) => `(${String(watch)})(${JSON.stringify(selector)}, ${enough})`
/** What looks for the list of VMs in a page, before all else. */
export const beginning = looking('article')
/** Rows of a table that draws only what is in sight. */
const rows = 'tbody[data-index]'

/**
 * One load of an address in a context of a quiet browser: cold in a new one, warm in one that was there before; `slow`: at
 * CPU / 4; `heap`: also what it holds after that. With `total`, the rows of a list, it is let read all of them before.
 */
export async function load(context, address, { untilShown }, { slow = false, heap, total, results = false } = {}) {
  const begin = results ? looking(rows) : beginning
  const page = await context.newPage({ ...viewport, begin, rate: slow ? 4 : 1 })
  const shown = untilShown()
  await page.goto(address)
  await shown
  await pause(slow ? 3_000 : 1_000)
  const { list, paint, tasks, elements } = await page.ask(noted)
  const answer = {
    list,
    paint,
    blocked: tasks.reduce((sum, { duration }) => sum + duration - 50, 0),
    longest: Math.max(0, ...tasks.filter(({ startTime }) => startTime > list).map(({ duration }) => duration)),
    elements,
  }
  if (total !== undefined) {
    await untilRead(page, total)
    await pause(1_000)
  }
  if (heap) answer.heap = await heapOf(page.say)
  await page.close()
  return answer
}

const untilRead = (page, total) => page.ask(`(${String(read)})(${JSON.stringify(total.toLocaleString('en'))})`)

/** Until the whole list was read; run in a page. */
function read(text) {
  return new Promise((over) => {
    const look = () => {
      const said = Array.from(document.querySelectorAll('[aria-live]'), (one) => one.textContent)
      if (said.some((one) => one.includes(text))) over()
      else setTimeout(look, 100)
    }
    look()
  })
}

/** Until at most so many cards stand there behind a key; run in a page. */
function narrowed(most) {
  const last = { at: null, done: null }
  globalThis.bench.last = new Promise((over) => {
    addEventListener('keydown', () => (last.at ??= performance.now()), { once: true, capture: true })
    const look = () => {
      const n = document.querySelectorAll('article').length
      const there = last.at !== null && n > 0 && n <= most
      requestAnimationFrame(there ? () => over(performance.now() - last.at) : look)
    }
    requestAnimationFrame(look)
  })
}

/** Types a name letter by letter, then takes it away. */
async function filtering(page, text, least) {
  await page.ask(`bench.events.length = 0; document.querySelector('input[type=search]').focus()`)
  for (const letter of text.slice(0, -1)) {
    await page.press(letter)
    await pause(120)
  }
  await page.ask(`(${String(narrowed)})(${least})`)
  await page.press(text.at(-1))
  const lastKey = await page.ask('bench.last')
  await pause(500)
  const events = await page.ask('bench.events')
  const keys = events.filter(({ name }) => /^(?:key|input)/.test(name)).map(({ duration }) => duration)
  await page.ask(`document.activeElement.select()`)
  await page.press('Backspace')
  await pause(1_500)
  return { inp: Math.max(16, ...keys), lastKey }
}

/** Counts the frames that come late from now on; run in a page. */
function counting() {
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
}

/** Scrolls on by a wheel's pace and counts the frames that came late. */
async function scrolling(page) {
  await page.ask(`(${String(counting)})()`)
  const before = await spent(page)
  await page.say('Input.synthesizeScrollGesture', {
    x: 700,
    y: 600,
    yDistance: -12_000,
    speed: 3_000,
    gestureSourceType: 'mouse',
  })
  const after = await spent(page)
  const { late, all } = await page.ask('(bench.frames.on = false, bench.frames)')
  return { late: (late / all) * 100, perThousand: (after - before) / 12 }
}

/** Milliseconds of script, style and layout so far. */
const spent = async (page) => {
  const { metrics } = await page.say('Performance.getMetrics')
  const of = (name) => metrics.find((one) => one.name === name)?.value ?? 0
  return (of('ScriptDuration') + of('RecalcStyleDuration') + of('LayoutDuration')) * 1_000
}

/** Goes far down, until a card stands where one looks; run in a page. */
function jump() {
  return new Promise((found) => {
    const begun = Date.now()
    scrollTo(0, document.documentElement.scrollHeight * (0.4 + Math.random() / 4))
    // Two places, for one may fall between two rows of cards.
    const isThere = () => [500, 520].some((y) => document.elementFromPoint(300, y)?.closest('article'))
    const look = () => {
      if (isThere()) requestAnimationFrame(() => setTimeout(() => found({ begun, done: Date.now() })))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

/** Goes far down in a table, until rows stand there that were not drawn before; run in a page. */
function jumpInTable() {
  return new Promise((found) => {
    const box = document.querySelector('tbody[data-index]').closest('[role=group]')
    box.scrollIntoView()
    const begun = Date.now()
    const far = Math.round(box.scrollHeight * (0.4 + Math.random() / 4))
    box.scrollTop = far
    const { top, left, height } = box.getBoundingClientRect()
    const isThere = () => document.elementFromPoint(left + 60, top + height / 2)?.closest('tbody[data-index]')
    const look = () => {
      if (isThere()) requestAnimationFrame(() => setTimeout(() => found({ begun, done: Date.now() })))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

/** How long a jump takes. `answered`: counted from the answer that it had to wait for, whose address has these words. */
async function jumping(page, askedSince, how = jump, words = 'virtualmachines?startwith') {
  const { begun, done } = await page.ask(`(${String(how)})()`)
  const answered = askedSince(begun).find(({ url }) => url.includes(words))?.answered ?? null
  return { jump: done - begun, answered: answered === null ? null : done - answered }
}

/** A far jump among the results of one VM, at a quarter of the processor's speed. */
export async function farResult(context, address, { untilShown, askedSince }) {
  const page = await context.newPage({ ...viewport, begin: looking(rows), rate: 1 })
  const shown = untilShown()
  await page.goto(address)
  await shown
  await pause(1_500)
  await page.say('Emulation.setCPUThrottlingRate', { rate: 4 })
  await pause(500)
  const found = await jumping(page, askedSince, jumpInTable, 'results?startwith')
  await page.close()
  return found
}

/** Search, scroll and a far jump at a quarter of the processor's speed. */
export async function hands(context, address, { total, text, least = 3, search = true, untilShown, askedSince }) {
  const page = await context.newPage({ ...viewport, begin: beginning, rate: 1 })
  await page.say('Performance.enable')
  const shown = untilShown()
  await page.goto(address)
  await shown
  await untilRead(page, total)
  await pause(2_000)
  await page.say('Emulation.setCPUThrottlingRate', { rate: 4 })
  await pause(500)
  const filter = search ? await filtering(page, text, least) : {}
  const scroll = await scrolling(page)
  await pause(500)
  const far = await jumping(page, askedSince)
  const elements = await page.ask(`document.querySelectorAll('*').length`)
  await page.close()
  return { ...filter, ...scroll, ...far, elements }
}

/** Questions a minute of a list that nobody touches, seen and hidden; in real minutes. */
export async function idling(context, address, { untilShown, askedSince }) {
  const page = await context.newPage({ ...viewport, begin: beginning, rate: 1 })
  const shown = untilShown()
  await page.goto(address)
  await shown
  const during = async (minutes) => {
    const begun = Date.now()
    await pause(minutes * 60_000)
    return askedSince(begun).length / minutes
  }
  // Until it has read on, and what it fetches when nothing else is to be done.
  await pause(30_000)
  const seen = await during(4)
  await page.ask(`
    Object.defineProperties(document, { hidden: { get: () => true }, visibilityState: { get: () => 'hidden' } })
    document.dispatchEvent(new Event('visibilitychange'))`)
  const hidden = await during(2)
  await page.close()
  return { seen, hidden }
}

/** A fleet judged by the rule while a page draws: how long it takes, and the frames that are dropped. */
export async function judging(browser, address) {
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(() => globalThis.judge !== undefined, null, { timeout: 120_000 })
  const cdp = await context.newCDPSession(page)
  // A fleet was read long before it is judged: what making it here left behind is tidied up first.
  await heapOf((method) => cdp.send(method))
  await pause(1_000)
  const { took, frames, dropped } = await page.evaluate(() => globalThis.judge())
  const threads = page.workers().length
  await context.close()
  if (threads === 0) throw new Error('The fleet was judged by the page itself')
  return { took, frames, dropped }
}
