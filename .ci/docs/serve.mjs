// What the scenes run on: the console with its simulator, built and served on a free port of this machine.
import { createServer } from 'node:net'
import path from 'node:path'

import { root, runBin } from '../setup.mjs'

const folder = path.join(root, 'node_modules', '.cache', 'holdfast-docs')

const freePort = () =>
  new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => found(port))
    })
  })

/** Builds and serves; answers the port and how to stop. */
export async function serveConsole() {
  const built = runBin('vite', [
    'build',
    '--mode',
    'simulator',
    '--outDir',
    folder,
    '--emptyOutDir',
    '--logLevel',
    'error',
  ])
  if (!built) throw new Error('the console could not be built')
  const { preview } = await import('vite')
  const port = await freePort()
  const server = await preview({
    root,
    mode: 'simulator',
    logLevel: 'error',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port, strictPort: true, open: false },
  })
  return { port, stop: () => server.close() }
}

/** The scenes of the repository and the helpers of the browser tests, from their TypeScript. */
export async function loadScenes() {
  const { runnerImport } = await import('vite')
  const options = { root, configFile: false, logLevel: 'error', resolve: { tsconfigPaths: true } }
  const { module: scenes } = await runnerImport('./e2e/scenes/index.ts', options)
  const { module: helpers } = await runnerImport('./e2e/test.ts', options)
  return { scenes: scenes.scenes, helpers }
}
