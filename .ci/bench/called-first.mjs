// `npm run called-first`: writes `.ci/called-first.txt` anew, the functions that a browser calls before the list of VMs
// shows. It builds the console with its names, loads the list once, and asks the browser.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { functionsOf, listFile } from '../called-first.mjs'
import { lighterThan } from '../packages.mjs'
import { ensureBrowser, ensureDependencies, ensureTexts, root, say } from '../setup.mjs'

ensureDependencies()
ensureTexts()
const { build, parseAst } = await import('vite')
const { beginning } = await import('./measure.mjs')
const { launchQuiet } = await import('./quiet-browser.mjs')
const { readyForList, startPlatform, startSite } = await import('./site.mjs')

const folder = path.join(root, 'node_modules', '.cache', 'holdfast-called-first')
say('building the console with its names')
await build({ root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true, minify: false } })

const platform = await startPlatform(1_000)
await readyForList(platform)
const site = await startSite({ console: folder, floors: folder })
site.use(platform)
const browser = await launchQuiet(lighterThan(ensureBrowser()), ['--no-sandbox', '--disable-gpu'])
const page = await (await browser.newContext()).newPage({ width: 1440, height: 900, begin: beginning, rate: 1 })
await page.say('Profiler.enable')
await page.say('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
const shown = site.untilShown()
await page.goto(`${site.address}/vms`)
await shown
const { result: scripts } = await page.say('Profiler.takePreciseCoverage')
await browser.close()
site.stop()
platform.stop()

const names = readdirSync(path.join(folder, 'assets'))
  .filter((file) => /^(?:index|first)-.*\.js$/.test(file))
  .flatMap((file) => {
    const { functions = [] } = scripts.find(({ url }) => url.endsWith(`/${file}`)) ?? {}
    const called = new Set(
      functions.filter(({ ranges: [{ count }] }) => count > 0).map(({ ranges: [{ startOffset }] }) => startOffset),
    )
    return functionsOf(parseAst(readFileSync(path.join(folder, 'assets', file), 'utf8')))
      .filter(({ node }) => called.has(node.start))
      .map(({ name }) => name)
  })
writeFileSync(
  fileURLToPath(listFile),
  `${[...new Set(names)].toSorted((one, other) => (one < other ? -1 : 1)).join('\n')}\n`,
)
say(`${names.length} functions are called before the list shows`)
