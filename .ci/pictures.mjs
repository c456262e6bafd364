// `npm run pictures`: makes the pictures of the README again, from the running console.
import { ensureBrowser, ensureDependencies, ensureTexts, runBin } from './setup.mjs'

ensureDependencies()
ensureTexts()
const built = runBin('vite', ['build', '--mode', 'simulator', '--outDir', 'dist-simulator', '--logLevel', 'warn'])
const env = { ...process.env, HOLDFAST_CHROMIUM: ensureBrowser(), HOLDFAST_PICTURES: '1' }
process.exit(built && runBin('playwright', ['test', '-c', 'e2e'], { env }) ? 0 : 1)
