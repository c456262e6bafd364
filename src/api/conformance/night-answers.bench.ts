import type { Chance } from './night-chance.bench'

/** A page of a proxy. */
export const page = (status: number, more: Readonly<Record<string, string>> = {}): Response =>
  new Response(`<!doctype html><h1>${status}</h1>`, { status, headers: { 'content-type': 'text/html', ...more } })

/** A refusal as the platform words it. */
export const refusal = (status: number, code: string, more: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify({ links: [], collection: [{ code, message: 'The line says so' }] }), {
    status,
    headers: { 'content-type': 'application/vnd.abiquo.errors+json; version=6.0', ...more },
  })

type Garble = (answer: Record<string, unknown>, dice: Chance) => unknown

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const everyRow =
  (change: (row: unknown, dice: Chance) => unknown): Garble =>
  (answer, dice) =>
    Array.isArray(answer['collection'])
      ? {
          ...answer,
          collection: answer['collection'].map((row: unknown) => (dice.between(0, 2) === 0 ? change(row, dice) : row)),
        }
      : change(answer, dice)

const garbles: readonly Garble[] = [
  (answer) => ({ ...answer, collection: null }),
  (answer) => ({ ...answer, collection: { 0: 'first' } }),
  (answer) => ({ ...answer, links: 'none' }),
  (answer) => ({ ...answer, totalSize: 'many' }),
  (answer) => [answer],
  () => 'text',
  () => null,
  everyRow(() => 7),
  everyRow((row) => (isRecord(row) ? { ...row, links: null } : row)),
  everyRow((row) => (isRecord(row) ? { ...row, id: null, taskId: {}, timestamp: 'soon' } : row)),
  everyRow((row, dice) => {
    if (!isRecord(row)) return row
    const name = dice.of(Object.keys(row))
    return { ...row, [name]: dice.of([null, {}, [], true]) }
  }),
]

/** The same answer, in which something is of another type than the platform gives. */
export async function garbled(answer: Response, dice: Chance): Promise<Response> {
  const text = await answer.text()
  const json: unknown = text === '' ? {} : JSON.parse(text)
  const changed = isRecord(json) ? dice.of(garbles)(json, dice) : json
  const empty = answer.status === 204
  return new Response(empty ? null : JSON.stringify(changed), { status: answer.status, headers: answer.headers })
}

/** The same answer, cut off in the middle of its text. */
export async function cut(answer: Response): Promise<Response> {
  const text = await answer.text()
  const { status, headers } = answer
  return new Response(status === 204 ? null : text.slice(0, Math.floor(text.length * 0.7)), { status, headers })
}
