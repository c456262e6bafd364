// `npm run docs`: takes every picture of the manual from the running console and writes them into its pages.
//   -- --only backup-tab,events    only these scenes
//   -- --locale es                 the console in another language, into docs/pictures/es
//   -- --check                     writes nothing; says which pictures and words changed, with a difference image
//   -- --check --words             the same for words and callouts alone, without taking pictures
//   -- --scenes FILE [--live URL] [--out FOLDER]   scenes from outside (docs/writers.md)
import path from 'node:path'
import { parseArgs } from 'node:util'

import { lighterThan } from './packages.mjs'
import { ensureBrowser, ensureDependencies, ensureTexts, root, say } from './setup.mjs'

const options = {
  only: { type: 'string' },
  locale: { type: 'string', default: 'en' },
  check: { type: 'boolean', default: false },
  words: { type: 'boolean', default: false },
  scenes: { type: 'string' },
  live: { type: 'string' },
  out: { type: 'string' },
}

const stop = (why) => {
  console.error(`holdfast: ${why}`)
  process.exit(1)
}

function readArguments() {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    return stop(error.message)
  }
}

const given = readArguments()
if (given.live !== undefined && given.scenes === undefined) stop('--live needs --scenes FILE')
if (given.words && !given.check) stop('--words goes with --check')

ensureDependencies()
ensureTexts()
const begun = Date.now()
const { run } = await import('./docs/run.mjs')
try {
  const ok = await run({
    ...given,
    root,
    say,
    executable: lighterThan(ensureBrowser()),
    out: given.out && path.resolve(given.out),
  })
  say(`${ok ? 'all is well' : 'not all is well'} (${((Date.now() - begun) / 1000).toFixed(0)} s)`)
  process.exit(ok ? 0 : 1)
} catch (error) {
  stop(error.message)
}
