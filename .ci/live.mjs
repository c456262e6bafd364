// `npm run live -- --api https://host/api [--insecure] [-- arguments of Vite]`: the console from its sources on a real
// platform. Calls to /api go through this machine, so that the browser needs no leave of the platform (CORS).
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'

import { ensureDependencies, ensureTexts, root } from './setup.mjs'

const usage = 'npm run live -- --api https://cloud.example.org/api [--insecure] [--port 5173] [--host 127.0.0.1]'

const stop = (why) => {
  console.error(`holdfast: ${why}\nholdfast: ${usage}`)
  process.exit(1)
}

const options = {
  api: { type: 'string' },
  insecure: { type: 'boolean', default: false },
  port: { type: 'string', default: '5173' },
  host: { type: 'string', default: '127.0.0.1' },
}

function readArguments() {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    return stop(error.message)
  }
}

const isLoopback = (host) => host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

/** The address of the API; over http only on this machine, since names and passwords go there. */
function readApi(text) {
  if (!text) return stop('where is the API?')
  if (!URL.canParse(text)) return stop(`--api is no address: ${text}`)
  const url = new URL(text)
  if (url.username !== '' || url.search !== '' || url.hash !== '') return stop('--api takes a plain address')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
    return stop('--api takes https, or http on this machine')
  return url
}

const { api, insecure, port, host } = readArguments()
const target = readApi(api)
if (!/^\d{1,5}$/.test(String(port))) stop(`--port is not a number: ${String(port)}`)

ensureDependencies()
ensureTexts()
const { createServer } = await import('vite')

/** The settings of `public/config.json`; the platform writes its links with its own address, which is no longer ours. */
const settings = {
  name: 'live-settings',
  configureServer: ({ middlewares }) => {
    middlewares.use('/config.json', (_request, response) => {
      const written = JSON.parse(readFileSync(path.join(root, 'public', 'config.json'), 'utf8'))
      const canonicalLocation = written.canonicalLocation ?? target.href.replace(/\/+$/, '')
      response.setHeader('content-type', 'application/json')
      response.setHeader('cache-control', 'no-cache')
      response.end(JSON.stringify({ ...written, apiBase: '/api', canonicalLocation }))
    })
  },
}

const folder = target.pathname.replace(/\/+$/, '')
const server = await createServer({
  root,
  mode: 'live',
  plugins: [settings],
  server: {
    port: Number(port),
    host,
    proxy: {
      '/api': {
        target: target.origin,
        changeOrigin: true,
        secure: !insecure,
        // Only where the API lies at another path than the console asks for.
        ...(folder !== '/api' && { rewrite: (address) => folder + address.slice('/api'.length) }),
        configure: (proxy) => {
          // The browser would open its own password box.
          proxy.on('proxyRes', (answer) => delete answer.headers['www-authenticate'])
          proxy.on('error', (error) => console.error(`holdfast: ${target.origin} did not answer: ${error.message}`))
        },
      },
    },
  },
})
await server.listen()
server.printUrls()
console.log(`holdfast: /api is ${target.href}`)
if (insecure)
  console.warn(
    '\nholdfast: *** THE CERTIFICATE OF THE PLATFORM IS NOT CHECKED ***\nholdfast: whoever stands between can read every password that is typed; for trials on a network that you trust\n',
  )
