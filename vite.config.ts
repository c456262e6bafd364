import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'

import { paraglideVitePlugin } from '@inlang/paraglide-js'
import react from '@vitejs/plugin-react'
import type { Plugin, PreviewServer, ViteDevServer } from 'vite'
import { defineConfig } from 'vitest/config'

const workerFile = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')

const serveWorker = ({ middlewares }: Pick<ViteDevServer | PreviewServer, 'middlewares'>): void => {
  middlewares.use('/mockServiceWorker.js', (_request, response) => {
    response.setHeader('content-type', 'text/javascript')
    response.setHeader('cache-control', 'no-cache')
    createReadStream(workerFile).pipe(response)
  })
}

/** Serves MSW's worker from its package, so that no copy of it lies in `public/` or in a build that goes live. */
const simulatorWorker = (): Plugin => ({
  name: 'simulator-worker',
  configureServer: serveWorker,
  configurePreviewServer: serveWorker,
})

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './src/texts/project.inlang',
      outdir: './src/texts/compiled',
      // One module a text lets the bundler ship a route only its own words.
      outputStructure: 'message-modules',
      strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
    }),
    react(),
    simulatorWorker(),
  ],
  resolve: { tsconfigPaths: true },
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: { include: ['src/**/*.test.ts', 'mocks/**/*.test.ts'], testTimeout: 20_000 },
})
