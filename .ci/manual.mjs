// Reads the manual in docs/manual and hands it to the console as plain data: `virtual:manual`. Nothing of Markdown is
// left in a build, and no markup: the console draws the data itself.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { marked } from 'marked'

const folder = fileURLToPath(new URL('../docs/manual/', import.meta.url))
const pictures = fileURLToPath(new URL('../docs/pictures/', import.meta.url))

/** The anchor that the code host gives a heading. */
const anchorOf = (text) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/gu, '-')

const textOf = (tokens) => tokens.map((token) => (token.tokens ? textOf(token.tokens) : (token.text ?? ''))).join('')

/** The address in the console of a link of the manual; null for what lies outside of the manual. */
function addressOf(href) {
  if (href.startsWith('#')) return href
  const [, name, anchor = ''] = /^([\w-]+)\.md(#.*)?$/.exec(href) ?? []
  if (name === undefined) return null
  return (name === 'README' ? '' : name) + anchor
}

function inline(tokens) {
  return tokens.flatMap((token) => {
    switch (token.type) {
      case 'strong':
        return [{ label: textOf(token.tokens) }]
      case 'em':
        return [{ em: textOf(token.tokens) }]
      case 'codespan':
        return [{ code: token.text }]
      case 'link': {
        const to = addressOf(token.href)
        const of = inline(token.tokens)
        if (to !== null) return [{ to, of }]
        return token.href.startsWith('https:') ? [{ href: token.href, of }] : of
      }
      case 'text':
      case 'escape':
        return [token.text.replaceAll(/\s+/g, ' ')]
      default:
        throw new Error(`The manual uses ${token.type}, which the console does not draw: ${token.raw}`)
    }
  })
}

const readRecord = () =>
  existsSync(path.join(pictures, 'scenes.json'))
    ? JSON.parse(readFileSync(path.join(pictures, 'scenes.json'), 'utf8')).scenes
    : {}

/** The picture of a scene, with what was recorded when it was taken; nothing while nobody has taken it. */
function picture(name, record) {
  const { title = '', pictures: taken = {} } = record[name] ?? {}
  const size = taken[`${name}.png`]
  if (!size) return { scene: name, alt: title, shown: null }
  const { width, height } = size
  const dark = taken[`${name}-dark.png`] ? `\0${name}-dark` : null
  return { scene: name, alt: title, shown: { light: `\0${name}`, dark, width, height } }
}

const itemsOf = (token, record) => token.items.map((item) => blocks(item.tokens, record))

function blocks(tokens, record) {
  return tokens.flatMap((token) => {
    switch (token.type) {
      case 'space':
        return []
      case 'heading':
        return [{ heading: token.depth, id: anchorOf(textOf(token.tokens)), of: inline(token.tokens) }]
      case 'paragraph':
      case 'text':
        return [{ p: inline(token.tokens ?? [token]) }]
      case 'list':
        return [{ ordered: token.ordered, items: itemsOf(token, record) }]
      case 'blockquote':
        return [{ note: blocks(token.tokens, record) }]
      case 'code':
        return [{ pre: token.text }]
      case 'table':
        return [
          {
            head: token.header.map((cell) => inline(cell.tokens)),
            rows: token.rows.map((row) => row.map((cell) => inline(cell.tokens))),
          },
        ]
      case 'html': {
        const name = /^<!-- scene: ([\w-]+) -->$/.exec(token.raw.trim())?.[1]
        if (name !== undefined) return [picture(name, record)]
        if (/^<!-- \/?table(?:: [\w-]+)? -->$/.test(token.raw.trim())) return []
        break
      }
    }
    throw new Error(`The manual uses ${token.type}, which the console does not draw: ${token.raw}`)
  })
}

const inMarkers = /<!-- scene: ([\w-]+) -->([^]*?)<!-- \/scene -->/g

/**
 * One page: its title, and its blocks with the headings of its sections among them.
 * @param {string} name
 * @param {string} text Markdown
 * @param {Record<string, object>} record of the pictures, by scene
 */
function readPage(name, text, record = {}) {
  // What stands between the markers of a scene is made by a command, from the same record.
  const plain = text.replaceAll(inMarkers, '<!-- scene: $1 -->\n').replaceAll(/(<!-- \/?table.*-->)/g, '\n$1\n')
  const [title, ...rest] = blocks(marked.lexer(plain), record)
  if (title?.heading !== 1) throw new Error(`${name}: a page begins with its title`)
  return { name, title: title.of.join(''), blocks: rest }
}

/** Every page of the manual; the table of contents has the name ''. */
function readManual() {
  const record = readRecord()
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) =>
      readPage(file === 'README.md' ? '' : file.slice(0, -3), readFileSync(path.join(folder, file), 'utf8'), record),
    )
}

/** The module of the manual: its data, and the address of each picture in this build. */
function moduleOf(pages) {
  const names = []
  const data = JSON.stringify(pages).replaceAll(/"\\u0000([\w-]+)"/g, (_, name) => {
    names.push(name)
    return `picture${names.length - 1}`
  })
  const imports = names.map((name, place) => `import picture${place} from '/docs/pictures/${name}.png?url'`)
  return `${imports.join('\n')}\nexport const manual = ${data}\n`
}

const id = '\0virtual:manual'

/** @returns {import('vite').Plugin} */
export const manual = () => ({
  name: 'manual',
  resolveId: (source) => (source === 'virtual:manual' ? id : null),
  load(asked) {
    if (asked !== id) return null
    const pages = readManual()
    this.addWatchFile(path.join(pictures, 'scenes.json'))
    for (const { name } of pages) this.addWatchFile(path.join(folder, `${name || 'README'}.md`))
    return moduleOf(pages)
  },
})
