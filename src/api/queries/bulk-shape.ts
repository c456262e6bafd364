import * as z from 'zod/mini'

import type { BulkJob, BulkLineState, Said } from '~/domain/bulk-job'

const text = z.string()
const orNull = z.nullable(text)
/** The place of words in the piece's list of words: the same refusal stands in many lines. */
const place = z.number()

const packed = z.discriminatedUnion('at', [
  z.object({ at: z.literal('waiting') }),
  z.object({ at: z.literal('sending'), since: text }),
  z.object({ at: z.literal('done'), time: text, task: orNull }),
  z.object({ at: z.literal('unknown'), since: text, time: text }),
  z.object({ at: z.literal('failed'), time: text, said: place }),
  z.object({ at: z.literal('skipped'), time: text, said: place }),
])

const piece = z.object({
  job: text,
  said: z.array(z.object({ title: text, detail: orNull, next: orNull, code: orNull })),
  states: z.record(text, packed),
})

type Packed = z.infer<typeof packed>
type Piece = z.infer<typeof piece>

const values = z.object({
  key: text,
  at: z.optional(text),
  hours: z.optional(z.number()),
  time: z.optional(z.object({ hour: z.number(), minute: z.number(), second: z.number(), offset: z.number() })),
  days: z.optional(z.array(text)),
  content: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('disks'), ids: z.array(text) }),
    z.object({ kind: z.literal('paths'), paths: z.array(text) }),
  ]),
})

const policy = z.object({ id: text, name: text })

const plan = z.object({
  id: text,
  startedAt: text,
  order: z.discriminatedUnion('action', [
    z.object({ action: z.literal('backup'), replicate: z.boolean(), replicateOwn: z.record(text, z.boolean()) }),
    z.object({
      action: z.literal('assign'),
      policy,
      values: z.array(values),
      own: z.record(text, z.array(values)),
      replaces: z.boolean(),
    }),
    z.object({ action: z.literal('remove'), policy }),
  ]),
  lines: z.array(
    z.object({
      id: text,
      name: text,
      datacenter: orNull,
      tenant: orNull,
      replaces: z.array(text),
      replicate: z.boolean(),
    }),
  ),
})

/** What was decided, without what became of it. */
export type KeptPlan = Omit<BulkJob, 'states'>

/** Whether what the browser kept is a plan of ours: it may hold anything (failure catalogue, 45). */
export const isPlan = (value: unknown): value is KeptPlan => plan.safeParse(value).success

type States = BulkJob['states']

/** What became of some lines of a job, as it is kept: words that several lines share stand there once. */
export function packStates(job: string, states: States): Piece {
  const said: Said[] = []
  const places = new Map<string, number>()
  const placeOf = (words: Said): number => {
    const key = JSON.stringify([words.title, words.detail, words.next, words.code])
    const known = places.get(key) ?? said.push(words) - 1
    places.set(key, known)
    return known
  }
  const pack = (state: BulkLineState): Packed =>
    state.at === 'failed' || state.at === 'skipped' ? { ...state, said: placeOf(state.said) } : state
  return { job, states: Object.fromEntries(Object.entries(states).map(([id, state]) => [id, pack(state)])), said }
}

/** Reads what `packStates` made; null when it is of another job or cannot be read. */
export function unpackStates(job: string, value: unknown): States | null {
  const read = piece.safeParse(value)
  if (!read.success || read.data.job !== job) return null
  const { said, states } = read.data
  const unpacked = Object.entries(states).flatMap(([id, state]): readonly (readonly [string, BulkLineState])[] => {
    if (state.at !== 'failed' && state.at !== 'skipped') return [[id, state]]
    const words = said[state.said]
    return words ? [[id, { ...state, said: words }]] : []
  })
  return unpacked.length === Object.keys(states).length ? Object.fromEntries(unpacked) : null
}
