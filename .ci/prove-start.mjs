// Proves that `npm start` serves the console on a machine where nothing is installed, then stops it.
import { spawn } from 'node:child_process'

import { root } from './setup.mjs'

const port = 4599
const url = `http://127.0.0.1:${port}/`
const start = spawn('npm', ['start', '--', '--port', String(port), '--strictPort', '--host', '127.0.0.1'], {
  cwd: root,
  stdio: 'inherit',
  detached: true,
})

const answers = async () => {
  try {
    const [page, main, worker] = await Promise.all([
      fetch(url),
      fetch(`${url}src/app/main.tsx`),
      fetch(`${url}mockServiceWorker.js`),
    ])
    return page.ok && main.ok && worker.ok && (await page.text()).includes('/src/app/main.tsx')
  } catch {
    return false
  }
}

const until = Date.now() + 5 * 60_000
let served = false
while (!served && Date.now() < until && start.exitCode === null) {
  await new Promise((resolve) => setTimeout(resolve, 500))
  served = await answers()
}
// The whole group: npm, its script and the server. It may have ended by itself, when it could not install.
if (start.exitCode === null && start.pid !== undefined) process.kill(-start.pid, 'SIGTERM')
console.log(served ? 'holdfast: npm start serves the console' : 'holdfast: npm start did not serve the console')
process.exit(served ? 0 : 1)
