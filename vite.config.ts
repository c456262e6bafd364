import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'

import { paraglideVitePlugin } from '@inlang/paraglide-js'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** Serves MSW's worker from its package, so that no copy of it lies in `public/` or in a build that goes live. */
const simulatorWorker = (): Plugin => ({
  name: 'simulator-worker',
  configureServer(server) {
    const file = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')
    server.middlewares.use('/mockServiceWorker.js', (_request, response) => {
      response.setHeader('content-type', 'text/javascript')
      response.setHeader('cache-control', 'no-cache')
      createReadStream(file).pipe(response)
    })
  },
  configurePreviewServer(server) {
    const file = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')
    server.middlewares.use('/mockServiceWorker.js', (_request, response) => {
      response.setHeader('content-type', 'text/javascript')
      response.setHeader('cache-control', 'no-cache')
      createReadStream(file).pipe(response)
    })
  },
})

export default defineConfig(({ command }) => ({
  plugins: [
    paraglideVitePlugin({
      project: './src/texts/project.inlang',
      outdir: './src/texts/compiled',
      // One module a text lets the bundler ship a route only its own words; the dev server prefers one module in all.
      outputStructure: command === 'build' ? 'message-modules' : 'locale-modules',
      strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
    }),
    react(),
    simulatorWorker(),
  ],
  resolve: { tsconfigPaths: true },
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: { include: ['src/**/*.test.ts', 'mocks/**/*.test.ts'], testTimeout: 20_000 },
}))
