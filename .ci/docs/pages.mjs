// The manual's side: which pages use a scene, and the picture that is written between its markers.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const marked = /<!-- scene: ([\w-]+) -->\n(?:[\s\S]*?\n)??<!-- \/scene -->/g

/** Every page of the manual, the README of the repository with it. */
const pagesOf = (root) => {
  const folder = path.join(root, 'docs', 'manual')
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.md'))
  return [path.join(root, 'README.md'), ...names.map((name) => path.join(folder, name))].map((file) => ({
    file,
    text: readFileSync(file, 'utf8'),
  }))
}

/** The pages that show a scene, from the root of the repository: by their markers, or by a picture of it. */
export function usersOf(root) {
  const users = new Map()
  for (const { file, text } of pagesOf(root)) {
    const used = [
      ...Array.from(text.matchAll(marked), ([, name]) => name),
      ...Array.from(text.matchAll(/pictures\/(?:es\/)?([\w-]+?)(?:-dark|-phone)?\.png/g), ([, name]) => name),
    ]
    for (const name of new Set(used)) users.set(name, [...(users.get(name) ?? []), path.relative(root, file)])
  }
  return users
}

const attribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

const element = (to, name, { title, pictures }) => {
  const { width } = pictures[`${name}.png`]
  return [
    '<picture>',
    `<source media="(prefers-color-scheme: dark)" srcset="${to}/${name}-dark.png">`,
    `<img src="${to}/${name}.png" alt="${attribute(title)}" width="${width}">`,
    '</picture>',
  ].join('')
}

/** Writes each scene's picture between its markers; answers the pages that changed and the scenes that nobody made. */
export function writePages(root, scenes) {
  const changed = []
  const unknown = []
  for (const { file, text } of pagesOf(root)) {
    const to = path.relative(path.dirname(file), path.join(root, 'docs', 'pictures')).replaceAll('\\', '/')
    const now = text.replace(marked, (whole, name) => {
      if (!scenes[name]?.pictures?.[`${name}.png`]) {
        unknown.push({ page: path.relative(root, file), name })
        return whole
      }
      return `<!-- scene: ${name} -->\n${element(to, name, scenes[name])}\n<!-- /scene -->`
    })
    if (now === text) continue
    writeFileSync(file, now)
    changed.push(path.relative(root, file))
  }
  return { changed, unknown }
}
