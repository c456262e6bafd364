// Writes the tables of the manual anew: `node .ci/manual-tables.mjs`. They are made from the tables by which the console
// itself speaks, so the console's own modules are run for it; a test fails where the manual differs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { createServer } from 'vite'

import { ensureTexts, root } from './setup.mjs'

/** Writes each table between its markers; answers the pages that changed. */
export async function writeTables() {
  const server = await createServer({
    root,
    // Nothing is built here, and the compiled texts are there already.
    configFile: false,
    resolve: { tsconfigPaths: true },
    logLevel: 'error',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    const [{ filled }, { manualTables }] = await Promise.all(
      ['markdown', 'tables'].map((name) => server.ssrLoadModule(`/src/app/manual/${name}.ts`)),
    )
    const made = manualTables()
    const folder = path.join(root, 'docs', 'manual')
    const files = readdirSync(folder).filter((name) => name.endsWith('.md'))
    return files.filter((name) => {
      const file = path.join(folder, name)
      const text = readFileSync(file, 'utf8')
      const now = filled(text, made)
      if (now !== text) writeFileSync(file, now)
      return now !== text
    })
  } finally {
    await server.close()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureTexts()
  const changed = await writeTables()
  console.log(changed.length === 0 ? 'The tables of the manual are current' : `Written: ${changed.join(', ')}`)
}
