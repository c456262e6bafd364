// `npm run simulator -- --port 4600 [--fleet 10000] [--speed 60] [--now 2026-03-02T08:00:00Z] [--base URL]
// [--platform opennebula --version 6.4] [--platform cloudcix]`
import { parseArgs } from 'node:util'

import { runnerImport } from 'vite'

const names = { abiquo: 'Abiquo', opennebula: 'OpenNebula', cloudcix: 'CloudCIX' }

const stop = (why) => {
  console.error(`holdfast: ${why}\nholdfast: the simulator's options are in mocks/README.md`)
  process.exit(1)
}

function readArguments() {
  const text = { type: 'string' }
  const options = {
    port: { ...text, default: '4600' },
    fleet: text,
    seed: text,
    speed: text,
    now: text,
    base: text,
    platform: { ...text, default: 'abiquo' },
    version: text,
  }
  try {
    return parseArgs({ options }).values
  } catch (error) {
    return stop(error.message)
  }
}

const values = readArguments()
if (!Object.hasOwn(names, values.platform)) stop(`--platform is one of ${Object.keys(names).join(', ')}`)
const number = (name) => {
  const value = Number(values[name])
  return Number.isFinite(value) ? value : stop(`--${name} is not a number: ${String(values[name])}`)
}
const numbers = Object.fromEntries(
  ['port', 'fleet', 'seed', 'speed'].filter((name) => values[name] !== undefined).map((name) => [name, number(name)]),
)
const texts = Object.fromEntries(
  ['now', 'base', 'platform', 'version']
    .filter((name) => values[name] !== undefined)
    .map((name) => [name, values[name]]),
)

const { module } = await runnerImport('./mocks/node.ts', {
  root: new URL('..', import.meta.url).pathname,
  configFile: false,
  logLevel: 'error',
  resolve: { tsconfigPaths: true },
})
const { address, people } = await module.listen({ ...numbers, ...texts }).catch((error) => stop(error.message))
console.log(`The simulated ${names[values.platform]} answers at ${address}`)
console.log('Sign in as one of these; the password is the name, unless another one is named:')
for (const person of people) console.log(`  ${person}`)
