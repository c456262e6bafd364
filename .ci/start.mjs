// `npm start`: the console on its embedded simulator. Arguments go to Vite, e.g. `npm start -- --port 8080`.
import { spawn } from 'node:child_process'
import path from 'node:path'

import { ensureDependencies, ensureTexts, root } from './setup.mjs'

ensureDependencies()
ensureTexts()
console.log('holdfast: the console opens on its simulator; people and passwords are on the sign-in page')
const vite = spawn(path.join(root, 'node_modules', '.bin', 'vite'), ['--mode', 'simulator', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => vite.kill(signal))
vite.on('exit', (code) => process.exit(code ?? 0))
