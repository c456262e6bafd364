// `npm run bench [-- --runs 5 --only show,hands,results,judge,idle --most 100000 --json FILE --no-build]`: speed against floors that are built and
// measured in the same run, one after the other in turns, so that the machine's mood falls on all of them alike.
import { mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

import { lighterThan } from '../packages.mjs'
import { ensureBrowser, ensureDependencies, ensureTexts, root, runBin, say } from '../setup.mjs'

ensureDependencies()
const { chromium } = await import('@playwright/test')
const { buildFloors } = await import('./build.mjs')
const { table } = await import('./goals.mjs')
const { farResult, hands, idling, judging, load } = await import('./measure.mjs')
const { launchQuiet } = await import('./quiet-browser.mjs')
const { readyForList, startPlatform, startSite } = await import('./site.mjs')

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: 'show,hands,results,judge,idle' },
    most: { type: 'string', default: '100000' },
    json: { type: 'string' },
    build: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
const runs = Number(options.runs)
const wanted = new Set(options.only.split(','))
/** Larger worlds are left out. */
const most = Number(options.most)

const cache = path.join(root, 'node_modules', '.cache', 'holdfast-bench')
const folders = { console: path.join(cache, 'console'), floors: path.join(cache, 'floors') }
if (options.build) {
  ensureTexts()
  mkdirSync(cache, { recursive: true })
  say('building the console and the floors')
  if (!runBin('vite', ['build', '--outDir', folders.console, '--emptyOutDir', '--logLevel', 'warn'])) process.exit(1)
  await buildFloors(folders.floors)
}

const begun = Date.now()
const executablePath = lighterThan(ensureBrowser())
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
const browser = await chromium.launch({ executablePath, args })
const quiet = await launchQuiet(executablePath, args)
const site = await startSite(folders)
const platforms = new Map()
const values = new Map()

/** Closes what was measured. A page that is gone may have asked for what its platform still thinks over. */
async function leave(context) {
  await context.close()
  await Promise.all([...platforms.values()].map(({ platform }) => platform.rest()))
}

/** The world that the next measurements are about; started when it is first wanted. */
async function world(fleet) {
  if (!platforms.has(fleet)) {
    say(`a platform with ${fleet.toLocaleString('en')} VMs begins`)
    const platform = await startPlatform(fleet)
    platforms.set(fleet, { platform, total: await readyForList(platform) })
  }
  const { platform, total } = platforms.get(fleet)
  site.use(platform)
  return total
}

const pages = {
  console: () => '/vms',
  mantine: () => '/floor/mantine/',
  early: () => '/floor/early/',
  grid: (n) => `/floor/grid/?n=${n}`,
  'grid-mantine': (n) => `/floor/grid-mantine/?n=${n}`,
}

/** Those whose heap is told: lists that are read whole. */
const weighed = new Set(['console', 'grid-mantine'])

function note(group, subject, fleet, found) {
  for (const [name, value] of Object.entries(found)) {
    const figure = `${group} ${subject} ${fleet} ${name}`
    values.set(figure, [...(values.get(figure) ?? []), value])
  }
}

/** A load of each kind, each with nothing in the caches but what its kind has. */
async function show(subject, fleet, kinds) {
  const total = await world(fleet)
  const address = site.address + pages[subject](total)
  const fresh = await quiet.newContext()
  // The heap of a list that is still read says how fast the machine is.
  const heap = weighed.has(subject) && { heap: true, total }
  note('cold', subject, fleet, await load(fresh, address, site, { ...heap }))
  if (kinds.includes('warm')) note('warm', subject, fleet, await load(fresh, address, site))
  await leave(fresh)
  if (!kinds.includes('slow')) return
  const slow = await quiet.newContext()
  site.slow(true)
  note('slow', subject, fleet, await load(slow, address, site, { slow: true }))
  site.slow(false)
  await leave(slow)
}

async function handle(subject, fleet, how) {
  const total = await world(fleet)
  const context = await quiet.newContext()
  const found = await hands(context, site.address + pages[subject](total), { total, ...how, ...site })
  note('hands', subject, fleet, found)
  await leave(context)
}

/** Of the VM whose history the simulator makes as long as one asks for. */
const history = '/vms/14-107-1025/backup/results'

/** Results of one VM: how soon they show, what they hold, and a far jump among many. */
async function historyOf(results) {
  const key = `results ${results}`
  if (!platforms.has(key)) platforms.set(key, { platform: await startPlatform(1_000, results) })
  site.use(platforms.get(key).platform)
  const address = site.address + history
  const slow = await quiet.newContext()
  site.slow(true)
  note('slow', 'results', results, await load(slow, address, site, { slow: true, heap: true, results: true }))
  site.slow(false)
  await leave(slow)
  if (results < 2_000) return
  const context = await quiet.newContext()
  note('jump', 'results', results, await farResult(context, address, site))
  await leave(context)
}

const shows = [
  ['console', 1_000, ['warm', 'slow']],
  ['mantine', 1_000, ['warm', 'slow']],
  ['early', 1_000, ['slow']],
  ['grid-mantine', 1_000, []],
  ['console', 100_000, ['slow']],
].filter(([, fleet]) => fleet <= most)
const typed = { text: 'erp-app-01' }
const handlings = [
  ['console', 10_000, typed],
  ['grid', 10_000, typed],
  ['console', 1_000, typed],
  ['grid', 1_000, typed],
  ['console', 100_000, { search: false }],
].filter(([, fleet]) => fleet <= most)

/** About a thousand and ten thousand with those of the schedule. */
const histories = [950, 9_950]

/** What was measured so far, also when someone stops it. */
function tell() {
  const about = `at most ${runs} runs in ${Math.round((Date.now() - begun) / 60_000)} min on ${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, Node.js ${process.version}, load ${os.loadavg()[1].toFixed(1)}`
  console.log(`\n${table(values)}\n\nMedians of ${about}.`)
  if (options.json) writeFileSync(options.json, JSON.stringify({ about, values: Object.fromEntries(values) }, null, 2))
}

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    tell()
    for (const { platform } of platforms.values()) platform.stop()
    process.exit(1)
  })

try {
  if (wanted.has('show')) {
    // The first visit makes the platform's answers, which are the same for all that follow.
    for (const [subject, fleet] of shows) await show(subject, fleet, [])
    values.clear()
    for (let run = 1; run <= runs; run += 1) {
      say(`lists show: run ${run} of ${runs}`)
      for (const [subject, fleet, kinds] of shows) await show(subject, fleet, kinds)
    }
  }
  if (wanted.has('hands'))
    for (let run = 1; run <= runs; run += 1) {
      say(`search, scroll and jump: run ${run} of ${runs}`)
      for (const [subject, fleet, how] of handlings) await handle(subject, fleet, how)
    }
  if (wanted.has('results')) {
    for (const results of histories) await historyOf(results)
    for (const figure of values.keys()) if (figure.includes(' results ')) values.delete(figure)
    for (let run = 1; run <= runs; run += 1) {
      say(`results of one VM: run ${run} of ${runs}`)
      for (const results of histories) await historyOf(results)
    }
  }
  if (wanted.has('judge') && most >= 100_000)
    for (let run = 1; run <= runs; run += 1) {
      say(`a fleet is judged: run ${run} of ${runs}`)
      note('judge', 'console', 100_000, await judging(browser, `${site.address}/floor/judging/?n=100000`))
    }
  if (wanted.has('idle')) {
    say('an idle page, for six minutes')
    await world(1_000)
    const context = await quiet.newContext()
    note('idle', 'console', 1_000, await idling(context, `${site.address}/vms`, site))
    await context.close()
  }
} finally {
  await Promise.all([browser.close(), quiet.close()])
  site.stop()
  for (const { platform } of platforms.values()) platform.stop()
}

tell()
