// Says what a live build weighs, against what it may weigh. Builds nothing: run `npm run build` first. A folder may be
// named: `npm run sizes -- dist-simulator`; `--files` names each file that comes before the list.
import path from 'node:path'

import { limits } from './limits.mjs'
import { kilobytes, weightsOf } from './weights.mjs'

const folder = path.resolve(process.argv.slice(2).find((word) => !word.startsWith('--')) ?? 'dist')
const { first, all } = weightsOf(folder)

const kb = (number) => `${number.toFixed(1)} KB`
const verdict = (value, limit) => (value <= limit ? 'within' : 'ABOVE')
const line = (what, value, limit, shown) =>
  console.log(`${what.padEnd(46)}${shown.padStart(10)}   limit ${limit}: ${verdict(value, limit)}`)

if (process.argv.includes('--files'))
  for (const { name, bytes } of first) console.log(`${kb(bytes / 1_000).padStart(9)}  ${name}`)
line('Before the list shows: JS and CSS, brotli', kilobytes(first), limits.first, kb(kilobytes(first)))
line('Before the list shows: files', first.length, limits.firstFiles, String(first.length))
line('All that ships: JS and CSS, brotli', kilobytes(all), limits.all, kb(kilobytes(all)))
console.log(`All that ships: ${all.length} files of JS and CSS`)
