// What `npm start` and `npm test` need before they can do their work, installed when it is missing and said out loud.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, lstatSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const windowsShell = process.platform === 'win32'

export const say = (text) => console.log(`holdfast: ${text}`)

/** Runs a command in the project, its output shown; answers whether it went well. */
export const run = (command, args, options = {}) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windowsShell, ...options }).status === 0

/** Runs a program of node_modules/.bin. */
export const runBin = (name, args, options = {}) => run(path.join(root, 'node_modules', '.bin', name), args, options)

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Holdfast needs Node.js 20.19 or newer; this is ${process.version}. See https://nodejs.org`)
  process.exit(1)
}

/** Installs the dependencies of the lock file when they are missing or older than it. */
export function ensureDependencies() {
  checkNode()
  const lock = path.join(root, 'package-lock.json')
  const installed = path.join(root, 'node_modules', '.package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return
  // An installation empties the folder first: behind a link that would be the folder of another working copy.
  if (lstatSync(path.join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error('node_modules is a link: install the dependencies where it leads to, or take the link away')
    process.exit(1)
  }
  say('installing the dependencies of package-lock.json (once; about a minute)')
  if (!run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])) {
    console.error('The dependencies could not be installed: is the npm registry within reach?')
    process.exit(1)
  }
}

/** Compiles the texts into typed messages. */
export function ensureTexts() {
  if (
    !runBin('paraglide-js', [
      'compile',
      '--project',
      'src/texts/project.inlang',
      '--outdir',
      'src/texts/compiled',
      '--silent',
    ])
  )
    process.exit(1)
}

export const onPath = (name) => {
  const found = spawnSync(windowsShell ? 'where' : 'which', [name], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.split('\n')[0].trim() : null
}

const knownBrowsers = () => [
  process.env.HOLDFAST_CHROMIUM,
  ...['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map(onPath),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Debian's Chromium as root needs `--no-sandbox`; a browser that cannot start is as good as none. */
export const starts = (file) => {
  try {
    execFileSync(file, ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--dump-dom', 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: 60_000,
    })
    return true
  } catch {
    return false
  }
}

const installedBrowser = () => knownBrowsers().find((file) => file && existsSync(file) && starts(file)) ?? null

const playwrightsBrowser = () => {
  const { chromium } = createRequire(path.join(root, 'package.json'))('@playwright/test')
  const file = chromium.executablePath()
  return existsSync(file) && starts(file) ? file : null
}

export const isRoot = () => process.getuid?.() === 0

/**
 * Finds a Chromium for the browser tests, or gets one: an installed one, else Playwright's own, else, as root, the
 * package of the system. Answers the path of its executable.
 */
export function ensureBrowser() {
  const found = installedBrowser() ?? playwrightsBrowser()
  if (found) return found
  say("no Chromium on this machine: fetching Playwright's own")
  if (runBin('playwright', ['install', 'chromium'], { timeout: 10 * 60_000 })) {
    const own = playwrightsBrowser()
    if (own) return own
    // It is there and does not start: a bare Linux lacks the libraries that a browser links to.
    if (isRoot() && runBin('playwright', ['install-deps', 'chromium'])) {
      const mended = playwrightsBrowser()
      if (mended) return mended
    }
  }
  if (isRoot() && onPath('apt-get')) {
    say("Playwright's Chromium cannot be had here: installing the system's package")
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    if (
      run('apt-get', ['update', '-qq'], { env }) &&
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env })
    ) {
      const system = installedBrowser()
      if (system) return system
    }
  }
  console.error(
    'The browser tests need Chromium. Install it, or name one: HOLDFAST_CHROMIUM=/path/to/chromium npm test',
  )
  process.exit(1)
}

/**
 * The Firefox of this machine for the main stories, or null: then they are skipped. Nothing is installed for it, and
 * Playwright's own is another build.
 */
export function findFirefox() {
  const known = [
    process.env.HOLDFAST_FIREFOX,
    ...['firefox', 'firefox-esr'].map(onPath),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]
  // It prints its version where it can start at all; a package that only points to a shop does not.
  const answers = (file) => spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
  return known.find((file) => file && existsSync(file) && answers(file)) ?? null
}
