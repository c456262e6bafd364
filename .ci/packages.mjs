import { spawnSync } from 'node:child_process'
// Programs of the system that the tests alone use: where they are not installed, their packages are unpacked beside the
// dependencies. Nothing is installed, and no server is started on this machine.
import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'

import { isRoot, onPath, root, run, say, starts } from './setup.mjs'

const folderOf = (name) => path.join(root, 'node_modules', '.cache', name)

/** Unpacks a package of the system, e.g. `nginx` or `nginx=1.22.1-9`; answers whether it could be had. */
function unpack(name, folder) {
  if (!onPath('apt-get') || !onPath('dpkg')) return false
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const options = { cwd: folder, stdio: 'ignore', timeout: 60_000 }
  const quick = ['-qq', '-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=15']
  const fetched = () => run('apt-get', ['download', ...quick, name], options)
  if (!fetched() && !(isRoot() && run('apt-get', ['update', ...quick], options) && fetched())) return false
  const file = readdirSync(folder).find((one) => one.endsWith('.deb'))
  return file !== undefined && run('dpkg', ['-x', file, '.'], options)
}

const hasVersion = (file) => spawnSync(file, ['-v'], { stdio: 'ignore', timeout: 10_000 }).status === 0

/** Finds nginx for the test of a real deployment, or unpacks it. Null when it cannot be had: that test is skipped. */
export function ensureNginx() {
  const folder = folderOf('nginx')
  const unpacked = path.join(folder, 'usr', 'sbin', 'nginx')
  const known = () =>
    [process.env.HOLDFAST_NGINX, onPath('nginx'), '/usr/sbin/nginx', unpacked].find(
      (file) => file && existsSync(file) && hasVersion(file),
    ) ?? null
  const found = known()
  if (found) return found
  say('no nginx on this machine: unpacking the package of the system for the tests')
  return unpack('nginx', folder) ? known() : null
}

const shellName = 'chromium-headless-shell'
/** Where the packages of Debian keep the browser and what it reads. */
const browserFolder = '/usr/lib/chromium'

const installedVersion = (name) => {
  const told = spawnSync('dpkg-query', ['-W', '-f', '${Version}', name], { encoding: 'utf8' })
  return told.status === 0 ? told.stdout.trim() : null
}

/**
 * The browser without its windows: the same engine for half of the processor time, because nothing is drawn around the
 * pages. Debian has it as a package of its own; where that cannot be had, the browser as it is. A browser that somebody
 * named is used as named.
 */
export function lighterThan(browser) {
  if (process.env.HOLDFAST_CHROMIUM) return browser
  const installed = onPath(shellName)
  if (installed && starts(installed)) return installed
  const version = existsSync(browserFolder) ? installedVersion('chromium') : null
  if (version === null) return browser
  const folder = folderOf(`${shellName}-${version.replace(/[^\w.]/g, '-')}`)
  const place = path.join(folder, browserFolder)
  const shell = path.join(place, shellName)
  if (!existsSync(shell)) {
    say(`unpacking ${shellName} ${version} for the tests`)
    if (!unpack(`${shellName}=${version}`, folder) || !existsSync(shell)) return browser
    // What both read is in the package of the installed browser, of the same version.
    for (const name of readdirSync(browserFolder))
      if (!existsSync(path.join(place, name)))
        symlinkSync(realpathSync(path.join(browserFolder, name)), path.join(place, name))
  }
  return starts(shell) ? shell : browser
}
