import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))

test('each text is said somewhere', () => {
  const sources = filesIn('src', /(?<!\.test)\.tsx?$/u)
  const said = new Set(sources.flatMap((source) => Array.from(source.matchAll(/\bm\.(\w+)/gu), ([, key]) => key)))
  const keys = filesIn('src/texts/messages/en', /\.json$/u).flatMap((text) => Object.keys(JSON.parse(text)))
  expect(keys.length).toBeGreaterThan(1_000)
  expect(keys.filter((key) => !key.startsWith('$') && !said.has(key))).toEqual([])
})
