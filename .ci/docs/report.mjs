// What the command says: one line for each scene, and for whatever is wrong the page of the manual to mend.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { differenceOf, digestOf } from './ink.mjs'

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`

export const pagesTold = (users, name) => {
  const pages = users.get(name) ?? []
  return pages.length === 0 ? 'no page shows it' : `to mend: ${pages.join(', ')}`
}

/** A scene that failed: where, what was looked for, what is there instead, which pages need it. */
export function failureTold(users, { scene, at, message, near, cause }) {
  const lines = [`✗ ${scene.name}, ${at}: ${message}`]
  const why = cause?.message?.split('\n')[0]
  if (why && why !== message) lines.push(`    ${why}`)
  if (near.length > 0) lines.push(`    closest on the screen: ${near.join('; ')}`)
  lines.push(`    ${pagesTold(users, scene.name)}`)
  return lines.join('\n')
}

export const takenTold = (scene, ms, { pictures }) => {
  const weight = pictures.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const covered = [...new Set(pictures.flatMap((one) => one.covered))]
  const shots = pictures.length === 0 ? 'words' : `${pictures.length} pictures, ${Math.round(weight / 1024)} KB`
  const warning = covered.length === 0 ? '' : `; a disc covers words: ${covered.join(', ')}`
  return `✓ ${scene.name} (${shots}, ${seconds(ms)}${warning})`
}

/** What is in one list and not in the other. */
const missing = (from, other) => {
  const there = new Set(other)
  return from.filter((one) => !there.has(one))
}

const quoted = (list, most = 8) =>
  list
    .slice(0, most)
    .map((one) => `“${one}”`)
    .join(', ') + (list.length > most ? ` and ${list.length - most} more` : '')

/** What changed in the words and callouts of a scene since they were recorded. */
export function wordsChanged(recorded, { callouts, words }) {
  if (recorded === undefined) return ['it is not recorded yet: npm run docs']
  const gone = missing(recorded.words, words)
  const come = missing(words, recorded.words)
  const numbers = [...callouts.keys(), ...recorded.callouts.keys()]
  const renamed = [...new Set(numbers)].filter((at) => callouts[at] !== recorded.callouts[at])
  return [
    ...renamed.map((at) => `callout ${at + 1} was “${recorded.callouts[at] ?? ''}”, is “${callouts[at] ?? ''}”`),
    ...(gone.length > 0 ? [`no longer there: ${quoted(gone)}`] : []),
    ...(come.length > 0 ? [`new: ${quoted(come)}`] : []),
  ]
}

/** Below this share of pixels two pictures are one: the edge of a letter may fall differently. */
const slight = 0.0005

/** How a picture compares to the one that is kept; the difference is laid into a folder. Null when it is the same. */
export async function pictureChanged(picture, recorded, kept, folder) {
  if (recorded?.pictures[picture.name]?.digest === digestOf(picture.bytes)) return null
  if (kept === null) return `${picture.name} is missing`
  const { share, picture: difference } = await differenceOf(kept, picture.bytes)
  if (share <= slight) return null
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, picture.name), picture.bytes)
  if (difference === null) return `${picture.name} has another size; the new one lies in ${folder}`
  const file = path.join(folder, picture.name.replace('.png', '-difference.png'))
  writeFileSync(file, difference)
  return `${picture.name} differs by ${(share * 100).toFixed(2)} %: ${file}`
}
