import { askConfig } from './asked'
import { type Misfit, readSettings, type Settings } from './schema'

/** Why `config.json` cannot be used; the page that tells it names the place. */
export type ConfigProblem =
  | Misfit
  /** A page came in place of the file: many servers answer any unknown address with `index.html`. */
  | { readonly kind: 'page' }
  /** No JSON; the line where it stops being so, when the browser says it. */
  | { readonly kind: 'no-json'; readonly line: number | null }
  /** Written in an encoding of two bytes a character, as some editors and shells do. */
  | { readonly kind: 'not-utf8' }
  /** JSON, but not one object. */
  | { readonly kind: 'no-object' }
  /** The server answered with this status; null: it did not answer. */
  | { readonly kind: 'unread'; readonly status: number | null }

/** What came of reading it; `unknown` are members that we do not know, which do no harm. */
export type Config =
  | { readonly kind: 'settings'; readonly settings: Settings; readonly unknown: readonly string[] }
  | { readonly kind: 'problem'; readonly problem: ConfigProblem }

const problem = (found: ConfigProblem): Config => ({ kind: 'problem', problem: found })

/** What the text of the file says, with the media type it came with. */
export function configOf(text: string, type: string): Config {
  if (/^text\/html\b/i.test(type) || text.trimStart().startsWith('<')) return problem({ kind: 'page' })
  const json = parse(text)
  if (json.kind !== 'json') return problem(json)
  if (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value))
    return problem({ kind: 'no-object' })
  const reading = readSettings(json.value)
  return reading.kind === 'settings' ? reading : problem(reading)
}

type Parsed =
  | { readonly kind: 'json'; readonly value: unknown }
  | Extract<ConfigProblem, { readonly kind: 'no-json' | 'not-utf8' }>

function parse(text: string): Parsed {
  try {
    return { kind: 'json', value: text.trim() === '' ? {} : JSON.parse(text) }
  } catch (error) {
    // Read as UTF-8, every other character of such a file is this one.
    if (text.includes('\0')) return { kind: 'not-utf8' }
    return { kind: 'no-json', line: lineOf(error instanceof Error ? error.message : '', text) }
  }
}

/** Browsers name the place of a mistake in their message: as a line, or as a count of characters. */
function lineOf(message: string, text: string): number | null {
  const line = /line (\d+)/.exec(message)?.[1]
  if (line !== undefined) return Number(line)
  const position = /position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return text.slice(0, Number(position)).split('\n').length
  return /end of/i.test(message) ? text.trimEnd().split('\n').length : null
}

/** What the file says, as it was asked for. No file at all is as good as an empty one: everything has its default. */
export async function readConfig(asked = askConfig()): Promise<Config> {
  const answer = await asked
  if (answer === null) return problem({ kind: 'unread', status: null })
  const { status, text, type } = answer
  if (status === 404) return configOf('{}', '')
  return status >= 200 && status < 300 ? configOf(text, type) : problem({ kind: 'unread', status })
}
