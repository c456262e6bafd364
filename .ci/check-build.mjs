// Proves that the build for live platforms holds nothing of the simulator, nothing that a strict policy would stop, and
// the style sheet of each part of Mantine that it uses; and that it weighs no more than it may.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

import { limits } from './limits.mjs'
import { unusedColours } from './shipping.mjs'
import { kilobytes, weightsOf } from './weights.mjs'

const forbidden = [
  ['the simulator', /simulat|\bmocks\//i],
  ['Mock Service Worker', /\[MSW\]|msw\/browser|INTEGRITY_CHECK_REQUEST|MOCK_ACTIVATE/],
  ['names of the seeded world', /web-frontend-0|erp-app-0|tenantmanager/],
  ['a colour that a build leaves out', new RegExp(`--mantine-color-(?:${unusedColours.join('|')})-`)],
  ['code made from text', /\beval\(|new Function\(/],
]

/** Read when it is asked for: the dependencies may be installed only then. */
const wholeSheet = () => readFileSync(createRequire(import.meta.url).resolve('@mantine/core/styles.css'), 'utf8')
/** The names of Mantine's classes in a text, e.g. `m_77c9d27d`. */
const classesIn = (text) => new Set(text.match(/\bm_[0-9a-f]{5,8}\b/g))

/** Classes that Mantine has rules for and that a build names without having them. */
function unstyledIn(folder, files) {
  const read = (end) =>
    classesIn(
      files
        .filter((name) => name.endsWith(end))
        .map((name) => readFileSync(path.join(folder, name), 'utf8'))
        .join('\n'),
    )
  const styled = read('.css')
  const known = classesIn(wholeSheet())
  return [...read('.js')]
    .filter((name) => known.has(name) && !styled.has(name))
    .map((name) => `${name}: no style sheet`)
}

/** Where a build weighs more than it may. */
function tooHeavy(folder) {
  const { first, all } = weightsOf(folder)
  return [
    ['before the list of VMs shows, KB', kilobytes(first), limits.first],
    ['before the list of VMs shows, files', first.length, limits.firstFiles],
    ['all that ships, KB', kilobytes(all), limits.all],
  ]
    .filter(([, weight, limit]) => weight > limit)
    .map(([what, weight, limit]) => `${what}: ${weight.toFixed(1)}, may be ${limit} (\`npm run sizes -- --files\`)`)
}

/** What stands in a build that may not, or lacks, or weighs too much; empty when all is well. */
export function strayIn(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:js|css|html|json|svg|map)$/.test(name),
  )
  const stray = files.flatMap((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8')
    return forbidden
      .map(([what, pattern]) => [what, pattern.exec(text)])
      .filter(([, found]) => found)
      .map(([what, found]) => `${name}: ${what}: …${text.slice(Math.max(0, found.index - 60), found.index + 60)}…`)
  })
  const maps = files.filter((name) => name.endsWith('.map')).map((name) => `${name}: a source map`)
  return files.length === 0
    ? [`${folder}: no build`]
    : [...stray, ...maps, ...unstyledIn(folder, files), ...tooHeavy(folder)]
}
