import { readFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

import { paraglideVitePlugin } from '@inlang/paraglide-js'
import react from '@vitejs/plugin-react'
import type { Plugin, PreviewServer, ViteDevServer } from 'vite'
import { defineConfig } from 'vitest/config'

import { calledFirst } from './.ci/called-first.mjs'
import { leanMantine, leanRouter } from './.ci/lean.mjs'
import { manual } from './.ci/manual.mjs'
import {
  anyFolder,
  chunks,
  fewWords,
  oneByteScripts,
  ownSheets,
  sharedThread,
  shortClasses,
  usualFirst,
} from './.ci/shipping.mjs'
import { simulatorWorker } from './.ci/simulator-worker.mjs'
import { spokenTexts } from './.ci/texts.mjs'
import { locales } from './src/texts/project.inlang/settings.json' with { type: 'json' }

const serveWorker = ({ middlewares }: Pick<ViteDevServer | PreviewServer, 'middlewares'>): void => {
  const workerText = simulatorWorker()
  middlewares.use('/mockServiceWorker.js', (_request, response) => {
    response.setHeader('content-type', 'text/javascript')
    response.setHeader('cache-control', 'no-cache')
    response.end(workerText)
  })
}

/** Serves MSW's worker from its package, so that no copy of it lies in `public/` or in a build that goes live. */
const servedWorker = (): Plugin => ({
  name: 'simulator-worker',
  configureServer: serveWorker,
  configurePreviewServer: serveWorker,
})

const squeezed = [
  ['br', promisify(brotliCompress)],
  ['gz', promisify(gzip)],
] as const

/**
 * Lays a `.br` and a `.gz` beside each text of more than 1 KB, for servers that send such files as they are. The page and
 * its settings are left out: the server writes into the one, and people into the other.
 */
const compressed = (): Plugin => {
  let folder = ''
  return {
    name: 'compressed',
    apply: (_config, { command, mode }) => command === 'build' && mode !== 'simulator',
    configResolved: ({ root, build }) => {
      folder = path.resolve(root, build.outDir)
    },
    // Only a build that succeeded comes here; `closeBundle` would hide why one failed behind a folder that is not there.
    writeBundle: {
      order: 'post',
      async handler() {
        const names = await readdir(folder, { recursive: true })
        const texts = names.filter((name) => /\.(?:js|css|svg)$/.test(name)).map((name) => path.join(folder, name))
        await Promise.all(
          texts.map(async (file) => {
            const text = await readFile(file)
            if (text.length <= 1_024) return
            await Promise.all(squeezed.map(async ([end, squeeze]) => writeFile(`${file}.${end}`, await squeeze(text))))
          }),
        )
      },
    },
  }
}

const headersFile = new URL('docs/deploy/nginx/holdfast-headers.conf', import.meta.url)

/**
 * The headers of a deployment, so that whatever they forbid fails in a test and not at someone's site. The page keeps
 * the nonce of `index.html`, which a real server makes anew.
 */
function deployedHeaders(): Record<string, string> {
  const lines = readFileSync(headersFile, 'utf8').matchAll(/^add_header (\S+) "([^"]+)" always;$/gm)
  return Object.fromEntries(
    Array.from(lines, ([, name = '', value = '']) => [name, value.replace('$request_id', 'holdfast-nonce')]),
  )
}

export default defineConfig(() => ({
  plugins: [
    paraglideVitePlugin({
      project: './src/texts/project.inlang',
      outdir: './src/texts/compiled',
      // One module a text lets the bundler ship a route only its own words.
      outputStructure: 'message-modules',
      // Which language it is, and where it is remembered, is told by `src/texts/language.ts`.
      strategy: ['baseLocale'],
    }),
    spokenTexts(locales),
    leanRouter(),
    leanMantine(),
    react(),
    ownSheets(),
    shortClasses(),
    sharedThread(),
    calledFirst(),
    usualFirst(),
    fewWords(),
    oneByteScripts(),
    anyFolder(),
    servedWorker(),
    manual(),
    compressed(),
  ],
  resolve: { tsconfigPaths: true },
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: chunks } },
  },
  preview: { headers: deployedHeaders() },
  // One world for all files: making a new one for each took four times as long as the tests themselves.
  test: { include: ['src/**/*.test.ts', 'mocks/**/*.test.ts'], testTimeout: 20_000, pool: 'threads', isolate: false },
}))
