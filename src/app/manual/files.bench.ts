import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The folder of all documents; tests run at the root of the repository. */
const docs = path.resolve('docs')

/** A page as it lies in the repository. */
export interface PageFile {
  /** Its path from the folder of documents, e.g. `manual/restore.md`. */
  readonly name: string
  readonly text: string
}

const filesIn = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' })

/** Pages of the manual, or with `all` every Markdown file of the documents. */
export const pageFiles = (folder = 'manual'): readonly PageFile[] =>
  filesIn(path.join(docs, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.posix.join(folder, name))
    .map((name) => ({ name, text: readFileSync(path.join(docs, name), 'utf8') }))

/** The pictures that are kept, by the name of their scene: `-dark` and `-phone` are the same scene. */
export const pictureNames = (): readonly string[] =>
  filesIn(path.join(docs, 'pictures'))
    .filter((name) => name.endsWith('.png'))
    .map((name) => path.basename(name, '.png').replace(/(?:-phone)?(?:-dark)?$/u, ''))

/** Whether a file of this name lies in `docs`. */
export const isThere = (name: string): boolean => existsSync(path.join(docs, name))

/** What was recorded of a scene when its pictures were taken. */
export interface SceneRecord {
  readonly words: readonly string[]
  /** What the numbers in the picture stand at. */
  readonly callouts: object
  readonly pictures: Readonly<Record<string, object>>
}

const isRecord = (value: unknown): value is { readonly scenes: Readonly<Record<string, SceneRecord>> } =>
  typeof value === 'object' && value !== null && 'scenes' in value

/** Every scene that has pictures. */
export function sceneRecords(): ReadonlyMap<string, SceneRecord> {
  if (!isThere('pictures/scenes.json')) return new Map()
  const value: unknown = JSON.parse(readFileSync(path.join(docs, 'pictures', 'scenes.json'), 'utf8'))
  return new Map(isRecord(value) ? Object.entries(value.scenes) : [])
}

/** Texts of messages: a plain text, or the forms that it has. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'declarations' || key === 'selectors' ? [] : textsOf(inner),
  )
}

/** Every text of the console in English. */
export function englishTexts(): readonly string[] {
  const folder = path.resolve('src/texts/messages/en')
  return readdirSync(folder).flatMap((name) => {
    const value: unknown = JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
    return textsOf(value)
  })
}
