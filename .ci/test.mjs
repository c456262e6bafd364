// `npm test`: types, lint with the fences, format, units, builds, browser tests. Arguments go to the browser tests.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

import { strayIn } from './check-build.mjs'
import { buildsInContainer } from './container.mjs'
import { ensureNginx, lighterThan } from './packages.mjs'
import { ensureBrowser, ensureDependencies, ensureTexts, findFirefox, root, run, runBin } from './setup.mjs'

const results = path.join(root, 'test-results')
const unitReport = path.join(results, 'unit.json')
const browserReport = path.join(results, 'browser.json')

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Passed, failed and skipped tests of both runners. */
function count() {
  const unit = read(unitReport)
  const browser = read(browserReport)?.stats
  return {
    passed: (unit?.numPassedTests ?? 0) + (browser?.expected ?? 0) + (browser?.flaky ?? 0),
    failed: (unit?.numFailedTests ?? 0) + (browser?.unexpected ?? 0),
    skipped: (unit?.numPendingTests ?? 0) + (browser?.skipped ?? 0),
  }
}

function step(name, work) {
  const begun = Date.now()
  console.log(`\n== ${name}`)
  const ok = work()
  console.log(`== ${name}: ${ok ? 'ok' : 'FAILED'} (${((Date.now() - begun) / 1000).toFixed(1)} s)`)
  return ok
}

function finish(ok) {
  const { passed, failed, skipped } = count()
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
  process.exit(ok ? 0 : 1)
}

ensureDependencies()
ensureTexts()
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const before = [
  step('types', () => runBin('tsc', [])),
  step('lint and fences', () => runBin('oxlint', ['src', 'mocks', 'e2e', '.ci'])),
  step('format', () => runBin('oxfmt', ['--check', 'src', 'mocks', 'e2e', '.ci'])),
  step('units', () =>
    runBin('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]),
  ),
  step('build', () => runBin('vite', ['build', '--logLevel', 'warn'])),
  step('nothing of the simulator in the build', () => {
    const stray = strayIn(path.join(root, 'dist'))
    if (stray.length > 0) console.error(stray.join('\n'))
    return stray.length === 0
  }),
  step('build in a container', () => buildsInContainer(path.join(root, 'dist'))),
  step('build with the simulator', () =>
    runBin('vite', ['build', '--mode', 'simulator', '--outDir', 'dist-simulator', '--logLevel', 'warn']),
  ),
]
if (before.includes(false)) finish(false)

const browser = lighterThan(ensureBrowser())
console.log(`holdfast: browser tests use ${browser}`)
const nginx = ensureNginx()
console.log(`holdfast: the test of a deployment ${nginx ? `uses ${nginx}` : 'is skipped: nginx cannot be had here'}`)
const firefox = findFirefox()
console.log(
  `holdfast: the stories in Firefox ${firefox ? `use ${firefox}` : 'are skipped: no Firefox on this machine'}`,
)
const ok = step('browser', () =>
  run(path.join(root, 'node_modules', '.bin', 'playwright'), ['test', '-c', 'e2e', ...process.argv.slice(2)], {
    env: {
      ...process.env,
      HOLDFAST_CHROMIUM: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
      ...(nginx && { HOLDFAST_NGINX: nginx }),
      ...(firefox && { HOLDFAST_FIREFOX: firefox }),
    },
  }),
)
finish(ok)
