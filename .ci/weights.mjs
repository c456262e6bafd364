// What a build weighs: all that ships, and what a browser loads before the list of VMs shows. Builds nothing.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'

const isCode = (name) => /\.(?:js|css)$/.test(name)
const bare = (address) => address.replace(/^\.?\//, '')

/** The files that a chunk names for one dynamic import: the chunk itself, what it imports and its styles. */
function neededBy(text, call) {
  const table = /m\.f\|\|\(m\.f=\[([^\]]*)\]/.exec(text)?.[1]
  const files = table ? Array.from(table.matchAll(/["'`]([^"'`]+)["'`]/g), (match) => match[1]) : []
  const numbers = /__vite__mapDeps\(\[([\d,]*)\]\)/.exec(call)?.[1]
  return numbers ? numbers.split(',').map((number) => `assets/${bare(files[Number(number)])}`) : []
}

/**
 * Each file of a build with what it costs on the wire when it is compressed alone, in bytes of brotli.
 * @param {string} folder
 */
export function weightsOf(folder) {
  const read = (name) => readFileSync(path.join(folder, name))
  const textOf = (name) => read(name).toString('utf8')
  const all = readdirSync(folder, { recursive: true })

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
    ...new Set(early.filter((name) => /^assets\/.*\.js$/.test(name)).flatMap((name) => Array.from(withImports(name)))),
  ]
  if (start.length === 0) throw new Error(`${folder}: no build`)

  const routes = start.map(textOf).find((text) => /path:["'`]vms["'`]/.test(text)) ?? ''
  const call = /path:["'`]vms["'`],.*?import\(["'`]\.\/([^"'`]+)["'`]\)[^)]*\)?[^}]*/.exec(routes)
  if (!call) throw new Error('The route of the list of VMs was not found')
  const list = [...withImports(`assets/${call[1]}`), ...neededBy(routes, call[0])]

  // Asked for before the list, though the list does not wait for it.
  const threads = all.filter((name) => /^assets\/fetch-worker-[\w-]+\.js$/.test(name))
  if (threads.length === 0) throw new Error('The thread that fetches was not found')

  const weigh = (name) => ({ name, isCode: isCode(name), bytes: brotliCompressSync(read(name)).length })
  return {
    /** What comes before the list of VMs shows. */
    first: [...new Set(['index.html', ...early, ...start, ...threads, ...list])].map(weigh),
    /** All JS and CSS that ships. */
    all: all.filter(isCode).map(weigh),
  }
}

/** KB of brotli of the JS and CSS among files. */
export const kilobytes = (files) =>
  files.filter((file) => file.isCode).reduce((sum, file) => sum + file.bytes, 0) / 1_000
