// Proves that the build for live platforms holds nothing of the simulator, and nothing that a strict policy would stop.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const forbidden = [
  ['the simulator', /simulat|\bmocks\//i],
  ['Mock Service Worker', /mockServiceWorker|\[MSW\]|msw\/browser/],
  ['names of the seeded world', /web-frontend-0|erp-app-0|tenantmanager/],
  ['code made from text', /\beval\(|new Function\(/],
]

/** What stands in a build that may not; empty when all is well. */
export function strayIn(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => /\.(?:js|css|html|json|svg|map)$/.test(name))
  const stray = files.flatMap((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8')
    return forbidden
      .map(([what, pattern]) => [what, pattern.exec(text)])
      .filter(([, found]) => found)
      .map(([what, found]) => `${name}: ${what}: …${text.slice(Math.max(0, found.index - 60), found.index + 60)}…`)
  })
  const maps = files.filter((name) => name.endsWith('.map')).map((name) => `${name}: a source map`)
  return files.length === 0 ? [`${folder}: no build`] : [...stray, ...maps]
}
