/** Texts of one file by their keys, as people write them: a line, or forms with what chooses among them. */
export type Messages = Readonly<Record<string, unknown>>

/** Files of texts by name, of one language. */
export type Files = Readonly<Record<string, Messages>>

interface Forms {
  readonly declarations: readonly string[]
  readonly match: Readonly<Record<string, string>>
}

const isForms = (value: unknown): value is Forms => typeof value === 'object' && value !== null && 'match' in value

/** What a text is made of, whatever its words are. */
interface Make {
  readonly inputs: string
  readonly forms: string
  readonly empty: boolean
}

const list = (values: Iterable<string>): string => [...new Set(values)].toSorted((a, b) => (a < b ? -1 : 1)).join(', ')

const inputsIn = (words: readonly string[]): string =>
  list(words.flatMap((text) => Array.from(text.matchAll(/\{(\w+)\}/gu), ([, name = '']) => name)))

/** `p=*` is the form for all other numbers, also for those that a language counts by itself. */
const lastAsRest = (form: string): string => form.replaceAll('=*', '=other')

function makeOf(value: unknown): Make {
  if (typeof value === 'string') return { inputs: inputsIn([value]), forms: '', empty: value.trim() === '' }
  const several: readonly unknown[] = Array.isArray(value) ? value : [value]
  const forms = several.filter(isForms)
  const words = forms.flatMap(({ match }) => Object.values(match))
  return {
    inputs: inputsIn(words),
    forms: list([
      ...forms.flatMap(({ declarations }) => declarations),
      ...forms.flatMap(({ match }) => Object.keys(match)).map(lastAsRest),
    ]),
    empty: words.length === 0 || words.some((text) => text.trim() === ''),
  }
}

function faultOf(original: unknown, translated: unknown): string | null {
  if (translated === undefined) return 'is missing'
  const [wanted, found] = [makeOf(original), makeOf(translated)]
  if (found.empty) return 'is empty'
  if (wanted.forms !== found.forms) return `has the forms ${found.forms || '(none)'}, not ${wanted.forms || '(none)'}`
  if (wanted.inputs !== found.inputs) return `takes ${found.inputs || 'nothing'}, not ${wanted.inputs || 'nothing'}`
  return null
}

/** What is wrong with one file, as lines. */
function faultsIn(file: string, wanted: Messages, found: Messages): readonly string[] {
  const short = Object.keys(wanted).map((key) => ({ key, fault: faultOf(wanted[key], found[key]) }))
  const extra = Object.keys(found).filter((key) => !(key in wanted))
  return short
    .filter(({ fault }) => fault !== null)
    .concat(extra.map((key) => ({ key, fault: 'is not asked for' })))
    .map(({ key, fault }) => `${file}: ${key} ${fault}`)
}

/**
 * What keeps one language from saying all that another says: texts that are missing, that nobody asks for, that are
 * empty, or that take something else; each as a line that names file and key.
 */
export const translationFaults = (locale: string, original: Files, translated: Files): readonly string[] =>
  [...new Set([...Object.keys(original), ...Object.keys(translated)])].flatMap((name) =>
    faultsIn(`${locale}/${name}`, original[name] ?? {}, translated[name] ?? {}),
  )
