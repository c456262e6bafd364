// Texts as they ship: a text and its number in the chunk of the page that says it, in English; those of each other
// language in one chunk of that language, which only its readers load. Used by vite.config.ts.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'

const folder = path.resolve(import.meta.dirname, '../src/texts/compiled/messages')
/** Where people write the texts of a language. */
const sources = (locale) => path.resolve(import.meta.dirname, '../src/texts/messages', locale)
const said = path.resolve(import.meta.dirname, '../src/texts/said.ts')
const tables = /^virtual:texts\/([a-z-]+)$/
const table = (locale) => `\0virtual:texts/${locale}`
/** Stands in the chunk of a language until it is known which texts the build holds. */
const place = (locale) => `texts of ${locale}`

/** The text that a module holds; null for other modules. */
const keyOf = (id) => /\/texts\/compiled\/messages\/([a-z]\w*)\.js$/.exec(id)?.[1] ?? null

/** The compiler of another command may be writing the file at this moment. */
async function readAgain(file) {
  await setTimeout(500)
  return readFileSync(file, 'utf8')
}

/** What the compiler wrote of a text in one language, as a plain string or a function; null when it has none. */
function bodyOf(code, locale, key) {
  const found = new RegExp(
    `^const ${locale}1?_${key} = /\\*\\* @type [^\n]*? \\*/ \\((i)?\\) => \\{([^]*?)\\n\\};?$`,
    'm',
  ).exec(code)
  if (!found) return null
  const [, inputs, body] = found
  const words = body.replaceAll('/** @type {LocalizedString} */ ', '').trim()
  const alone = /^return \((`[^]*`)\);?$/.exec(words)?.[1]
  if (alone !== undefined)
    return inputs && alone.includes('${') ? `(i, plural, number) => ${grouped(plain(alone))}` : alone
  return `(i, plural, number) => { ${grouped(plain(words))} }`
}

/** An input that is a number is written as the language writes numbers; what is written already stays (`said.ts`). */
const grouped = (words) => words.replaceAll(/\$\{(i\.\w+)\}/g, '${number($1)}')

const plain = (words) =>
  words
    .replaceAll('${i?.', '${i.')
    .replace(/registry\.plural\("[\w-]+", i\?(\.\w+), \{\}\)/g, 'plural(i$1)')
    // The last form of a plural is what is said of all other numbers, also of those that a language counts by itself.
    .replace(/\n\tif \(\w+ === "other"\) (return [^\n]*;)\n\treturn \("\w+"\);?$/, '\n\t$1')

/**
 * @param {readonly string[]} locales The first is the one that each text has.
 * @returns {import('vite').Plugin}
 */
export function spokenTexts([first, ...others]) {
  const numbers = new Map()
  const numberOf = (key) => {
    if (numbers.size === 0) for (const name of keys()) numbers.set(name, numbers.size)
    if (!numbers.has(key)) numbers.set(key, numbers.size)
    return numbers.get(key)
  }
  const keys = () =>
    readdirSync(folder)
      .filter((name) => /^[a-z]\w*\.js$/.test(name))
      .map((name) => name.slice(0, -'.js'.length))
      .toSorted()
  /** All texts of a language at their numbers, of those that are asked for. */
  const listed = (locale, wanted) => {
    const list = []
    for (const key of wanted)
      list[numberOf(key)] = bodyOf(readFileSync(path.join(folder, `${key}.js`), 'utf8'), locale, key)
    return `[${Array.from(list, (text) => text ?? '').join(',')}]`
  }
  let building = false
  return {
    name: 'texts',
    // Before any other plugin writes what the compiler wrote in another form.
    enforce: 'pre',
    configResolved: ({ command }) => {
      building = command === 'build'
    },
    resolveId: (source) => {
      const locale = tables.exec(source)?.[1]
      return locale !== undefined && others.includes(locale) ? table(locale) : null
    },
    load(id) {
      const locale = others.find((one) => table(one) === id)
      if (locale === undefined) return null
      // In development the texts are read again after each change of them.
      if (!building)
        for (const name of readdirSync(sources(locale))) this.addWatchFile(path.join(sources(locale), name))
      return `export default ${building ? `["${place(locale)}"]` : listed(locale, keys())}`
    },
    async transform(code, id) {
      const key = keyOf(id)
      if (key === null) return null
      const body = bodyOf(code, first, key) ?? bodyOf(await readAgain(id), first, key)
      if (body === null) throw new Error(`${id}: the compiler writes texts in another form now`)
      return {
        code: `import { said } from ${JSON.stringify(said)}\nexport const ${key} = /*#__PURE__*/ said(${numberOf(key)}, ${body})`,
        map: null,
      }
    },
    renderChunk(code, chunk, _options, { chunks }) {
      const locale = others.find((one) => chunk.moduleIds.includes(table(one)))
      if (locale === undefined) return null
      const held = Object.values(chunks).flatMap(({ modules }) =>
        Object.entries(modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [keyOf(id)] : [])),
      )
      const list = listed(locale, held.filter((key) => key !== null).toSorted())
      const whole = code.replace(`["${place(locale)}"]`, () => list)
      if (whole === code) throw new Error(`The place for the texts of ${locale} was not found`)
      return { code: whole, map: null }
    },
  }
}
