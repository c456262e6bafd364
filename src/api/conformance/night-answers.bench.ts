import type { Chance } from './night-chance.bench'

/** A page of a proxy. */
export const page = (status: number, more: Readonly<Record<string, string>> = {}): Response =>
  new Response(`<!doctype html><h1>${status}</h1>`, { status, headers: { 'content-type': 'text/html', ...more } })

type Garble = (answer: Record<string, unknown>, dice: Chance) => unknown

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @param list The member that holds the rows of a list. */
function garblesOf(list: string): readonly Garble[] {
  const everyRow =
    (change: (row: unknown, dice: Chance) => unknown): Garble =>
    (answer, dice) => {
      const rows = answer[list]
      return Array.isArray(rows)
        ? { ...answer, [list]: rows.map((row: unknown) => (dice.between(0, 2) === 0 ? change(row, dice) : row)) }
        : change(answer, dice)
    }
  return [
    (answer) => ({ ...answer, [list]: null }),
    (answer) => ({ ...answer, [list]: { 0: 'first' } }),
    (answer) => ({ ...answer, links: 'none', _metadata: 'none' }),
    (answer) => ({ ...answer, totalSize: 'many', _metadata: { total_records: 'many' } }),
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
}

/** The same answer of JSON, in which something is of another type than the platform gives. */
export const garbled =
  (list: string) =>
  async (answer: Response, dice: Chance): Promise<Response> => {
    const text = await answer.text()
    const json: unknown = text === '' ? {} : JSON.parse(text)
    const changed = isRecord(json) ? dice.of(garblesOf(list))(json, dice) : json
    const empty = answer.status === 204
    return new Response(empty ? null : JSON.stringify(changed), { status: answer.status, headers: answer.headers })
  }

/** The same answer, cut off in the middle of its text. */
export async function cut(answer: Response): Promise<Response> {
  const text = await answer.text()
  const { status, headers } = answer
  return new Response(status === 204 ? null : text.slice(0, Math.floor(text.length * 0.7)), { status, headers })
}
