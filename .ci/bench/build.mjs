// Builds the floors: the least that the libraries themselves cost, as small pages of their own.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'

import react from '@vitejs/plugin-react'
import { build } from 'vite'

import { root } from '../setup.mjs'
import { ownSheets } from '../shipping.mjs'

const sources = path.join(root, '.ci', 'bench', 'floors')

const shell = `<header style="display:flex;align-items:center;height:56px;padding:0 16px;border-bottom:1px solid #ccc;font:600 16px system-ui">Floor</header>`
const preload =
  '<link rel="preload" as="fetch" href="/api/cloud/virtualmachines?limit=50&by=name" crossorigin="use-credentials">'

/** `early` has a header in its page, before any script runs. */
const floors = {
  mantine: { source: 'mantine.jsx' },
  early: { source: 'mantine.jsx', head: preload, body: shell },
  grid: { source: 'grid.jsx', card: 'card-plain.jsx', sheet: true },
  'grid-mantine': { source: 'grid.jsx', card: 'card-mantine.jsx', sheet: true },
}

const page = ({ source, head = '', body = '', sheet = false }) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Floor</title>
<link rel="icon" href="data:,">${head}${sheet ? '<link rel="stylesheet" href="./grid.css">' : ''}
</head><body>${body}<div id="root"></div><script type="module" src="./${source}"></script></body></html>`

const card = (file) => ({
  name: 'floor-card',
  resolveId: (id) => (id === 'floor:card' ? path.join(sources, file) : null),
})

/** A page with the console's code that judges, and nothing else. */
async function buildJudging(folder) {
  const home = path.join(root, '.ci', 'bench', 'judging')
  const entry = path.join(home, 'index.html')
  writeFileSync(entry, '<!doctype html><title>Judging</title><script type="module" src="./main.js"></script>')
  try {
    await build({
      root: home,
      base: '/floor/judging/',
      configFile: false,
      logLevel: 'error',
      resolve: { alias: { '~': path.join(root, 'src') } },
      worker: { format: 'es' },
      build: { outDir: path.join(folder, 'judging'), emptyOutDir: true, target: 'esnext' },
    })
  } finally {
    rmSync(entry, { force: true })
  }
}

/** Lays each floor as a built page into a folder of its own. */
export async function buildFloors(folder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await buildJudging(folder)
  for (const [name, floor] of Object.entries(floors)) {
    const entry = path.join(sources, 'index.html')
    writeFileSync(entry, page(floor))
    const outDir = path.join(folder, name)
    try {
      // One after the other: the page of each lies in the same place.
      await build({
        root: sources,
        base: `/floor/${name}/`,
        configFile: false,
        logLevel: 'error',
        plugins: [react(), ownSheets(), ...(floor.card ? [card(floor.card)] : [])],
        build: { outDir, emptyOutDir: true, modulePreload: { polyfill: false } },
      })
    } finally {
      rmSync(entry, { force: true })
    }
    for (const file of readdirSync(outDir, { recursive: true }).filter((one) => /\.(?:js|css)$/.test(one))) {
      const place = path.join(outDir, file)
      writeFileSync(`${place}.br`, brotliCompressSync(readFileSync(place)))
    }
  }
}
