// Says what a live build weighs: all that ships, and what a browser loads before the list of VMs shows.
// Builds nothing: run `npm run build` first. A folder may be named: `npm run sizes -- dist-simulator`.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'

const folder = path.resolve(process.argv[2] ?? 'dist')
/** The goals, in KB of brotli and in files: see the README. */
const goals = { first: 165, firstFiles: 12, all: 420 }

const read = (name) => readFileSync(path.join(folder, name))
const weights = new Map()
/** What a file costs on the wire when each is compressed alone, in bytes. */
function weigh(name) {
  if (!weights.has(name)) weights.set(name, brotliCompressSync(read(name)).length)
  return weights.get(name)
}
const sum = (names) => names.reduce((total, name) => total + weigh(name), 0) / 1000
const isCode = (name) => /\.(?:js|css)$/.test(name)

const textOf = (name) => read(name).toString('utf8')
const bare = (address) => address.replace(/^\.?\//, '')

/** The files that a chunk names for one dynamic import: the chunk itself, what it imports and its styles. */
function neededBy(text, call) {
  const table = /m\.f\|\|\(m\.f=\[([^\]]*)\]/.exec(text)?.[1]
  const files = table ? Array.from(table.matchAll(/["'`]([^"'`]+)["'`]/g), (match) => match[1]) : []
  const numbers = /__vite__mapDeps\(\[([\d,]*)\]\)/.exec(call)?.[1]
  return numbers ? numbers.split(',').map((number) => bare(files[Number(number)])) : []
}

/** A chunk and all that it imports, in turn, before it runs. */
function withImports(name, seen = new Set()) {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const [, file] of textOf(name).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
    withImports(`assets/${file}`, seen)
  return seen
}

const page = textOf('index.html')
const early = Array.from(page.matchAll(/<(?:script|link|img)\b[^>]*?\b(?:src|href)="(\/[^"]+)"/g), (match) =>
  bare(match[1]),
)
const start = [
  ...new Set(early.filter((name) => /^assets\/.*\.js$/.test(name)).flatMap((name) => [...withImports(name)])),
]
if (start.length === 0) throw new Error(`${folder}: no build`)

const routes = start.map(textOf).find((text) => /path:["'`]vms["'`]/.test(text)) ?? ''
const call = /path:["'`]vms["'`],.*?import\(["'`]\.\/([^"'`]+)["'`]\)[^)]*\)?[^}]*/.exec(routes)
if (!call) throw new Error('The route of the list of VMs was not found')
const list = [...withImports(`assets/${call[1]}`), ...neededBy(routes, call[0])]

const first = [...new Set(['index.html', ...early, ...start, ...list])]
const all = readdirSync(folder, { recursive: true }).filter(isCode)

const kb = (number) => `${number.toFixed(1)} KB`
const verdict = (value, goal) => (value <= goal ? 'within' : 'ABOVE')
const line = (what, value, goal, shown) =>
  console.log(`${what.padEnd(46)}${shown.padStart(10)}   goal ${goal}: ${verdict(value, goal)}`)

if (process.argv.includes('--files'))
  for (const name of first) console.log(`${kb(weigh(name) / 1000).padStart(9)}  ${name}`)
const firstKb = sum(first.filter(isCode))
line('Before the list shows: JS and CSS, brotli', firstKb, goals.first, kb(firstKb))
line('Before the list shows: files', first.length, goals.firstFiles, String(first.length))
line('All that ships: JS and CSS, brotli', sum(all), goals.all, kb(sum(all)))
console.log(`All that ships: ${all.length} files of JS and CSS`)
