// Scenes name things in English. For another language each name is looked up in the messages that the console itself
// uses, so that one scene makes the pictures of all languages.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The forms of a message by what they are for: one, or one for each count. */
const forms = (message) => {
  if (Array.isArray(message)) return new Map(message.flatMap((one) => Object.entries(one.match ?? {})))
  return new Map(typeof message === 'string' ? [['', message]] : [])
}

const read = (folder) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => Object.entries(JSON.parse(readFileSync(path.join(folder, file), 'utf8')))),
  )

const placeholder = /\{(\w+)\}/g
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `{state} ({name}: show why)` as an expression that finds what was put in. */
const pattern = (text) => {
  const names = []
  const parts = text.split(placeholder)
  const source = parts.map((part, at) => (at % 2 === 0 ? escaped(part) : (names.push(part), '(.+)'))).join('')
  return { names, expression: new RegExp(`^${source}$`) }
}

const filled = (text, values) => text.replace(placeholder, (whole, name) => values[name] ?? whole)

/** Names that the console puts together from several messages: a count before a state, a reason behind it. */
const compounds = [/^(?<first>\d+) (?<second>.+)$/, /^(?<first>.+) (?<second>\(.+\))$/, /^(?<first>.+), (?<second>.+)$/]

/**
 * Answers how a name of the English console may read in another language: each way that some message has, the likeliest
 * first. What no message says stays as it is.
 */
export function translator(messages, locale) {
  if (locale === 'en') return (name) => [name]
  const english = read(path.join(messages, 'en'))
  const other = read(path.join(messages, locale))
  const pairs = Object.entries(english).flatMap(([key, message]) => {
    const there = forms(other[key])
    return [...forms(message)].map(([form, text]) => [text, there.get(form) ?? [...there.values()].at(-1) ?? text])
  })
  const whole = new Map()
  for (const [text, there] of pairs) whole.set(text, [...new Set([...(whole.get(text) ?? []), there])])
  const literal = (text) => text.replace(placeholder, '').trim().length
  const patterns = pairs
    .filter(([text]) => text.includes('{') && literal(text) > 2)
    .toSorted(([left], [right]) => literal(right) - literal(left))
    .map(([text, there]) => Object.assign(pattern(text), { there }))

  const inPattern = (name) => {
    for (const { names, expression, there } of patterns) {
      const found = expression.exec(name)
      if (found) return filled(there, Object.fromEntries(names.map((one, at) => [one, translate(found[at + 1])[0]])))
    }
    return null
  }
  const inParts = (name) => {
    for (const compound of compounds) {
      const { first, second } = compound.exec(name)?.groups ?? {}
      if (first === undefined) continue
      const between = name.slice(first.length, name.length - second.length)
      const ways = translate(first).flatMap((left) => translate(second).map((right) => left + between + right))
      if (ways.some((way) => way !== name)) return ways
    }
    return [name]
  }
  const translate = (name) => {
    const there = whole.get(name)
    if (there) return there
    const one = inPattern(name)
    return one === null ? inParts(name) : [one]
  }
  return translate
}
