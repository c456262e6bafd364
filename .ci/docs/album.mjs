// The pictures that are kept, and what is recorded of them: docs/pictures, scenes.json beside them.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { digestOf, sizeOfPicture } from './ink.mjs'

const recordName = 'scenes.json'

export const folderOf = (root, locale) =>
  locale === 'en' ? path.join(root, 'docs', 'pictures') : path.join(root, 'docs', 'pictures', locale)

/** What is recorded of each scene, by its name. */
export function readRecord(folder) {
  const file = path.join(folder, recordName)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).scenes : {}
}

export const keptPicture = (folder, name) => {
  const file = path.join(folder, name)
  return existsSync(file) ? readFileSync(file) : null
}

const ordered = (object) => Object.fromEntries(Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** Lays the pictures of a scene into a folder. */
export function layPictures(folder, { pictures }) {
  mkdirSync(folder, { recursive: true })
  for (const { name, bytes } of pictures) writeFileSync(path.join(folder, name), bytes)
}

/** What is recorded of a scene: sizes in CSS pixels, digests, callouts, words. */
async function recordOf({ title, callouts, words, pictures }) {
  const entries = await Promise.all(
    pictures.map(async ({ name, bytes, width, height }) => {
      const dots = await sizeOfPicture(bytes)
      return [name, { width, height, dots: `${dots.width} × ${dots.height}`, digest: digestOf(bytes) }]
    }),
  )
  return { title, pictures: Object.fromEntries(entries), callouts, words }
}

/** Records what was seen. When every scene was taken, pictures and records of scenes that are gone go as well. */
export async function keepRecord(folder, results, { whole }) {
  mkdirSync(folder, { recursive: true })
  const record = whole ? {} : readRecord(folder)
  for (const { scene, seen } of results) if (seen) record[scene.name] = await recordOf(seen)
  const text = JSON.stringify({ about: 'Written by `npm run docs`.', scenes: ordered(record) }, null, 1)
  writeFileSync(path.join(folder, recordName), `${text}\n`)
  if (!whole) return record
  const mine = new Set(Object.values(record).flatMap(({ pictures }) => Object.keys(pictures)))
  for (const name of readdirSync(folder)) if (name.endsWith('.png') && !mine.has(name)) rmSync(path.join(folder, name))
  return record
}
