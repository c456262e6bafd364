import * as z from 'zod/mini'

import type { Kept } from '../fetching/kept'
import { readableRow, type ReadableRows, readableRows } from '../readable-rows'
import { mapUnhurried } from '../unhurried'

/** A link of an entity. Captured answers leave out `title`, `type`, or both; `length` (MB, as text) is on disks only. */
export interface Link {
  readonly rel: string
  readonly href: string
  readonly title?: string | null | undefined
  readonly type?: string | null | undefined
  readonly length?: string | number | null | undefined
  readonly [more: string]: unknown
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isLink = (value: unknown): value is Link =>
  isObject(value) && typeof value['rel'] === 'string' && typeof value['href'] === 'string'

// Under its own name `catch` reads like a promise's.
// Taken by its member, not by destructuring: else all of zod, with the messages of fifty languages, comes to the bundle.
const fallingBack = z.catch

/** A member that may be missing, null or of a wrong type; then it is null: a gap in a row is no reason to lose the row. */
export const maybe = <Out, In>(schema: z.ZodMiniType<Out, In>) =>
  z.pipe(
    fallingBack(z.nullish(schema), null),
    z.transform((value): Out | null => value ?? null),
  )

/** Text that must be there. */
export const text = z.string()

/** Ids are numbers in most entities and text in some. */
export const idText = z.pipe(z.union([z.number(), z.string()]), z.transform(String))

/** A number that some versions write as text. */
const numeric = z.pipe(z.union([z.number(), z.string().check(z.regex(/^\s*-?\d+(\.\d+)?\s*$/))]), z.transform(Number))

/** A truth value that option bags write as text. */
const truth = z.pipe(
  z.union([z.boolean(), z.enum(['true', 'false', 'TRUE', 'FALSE', 'True', 'False'])]),
  z.transform((value) => String(value).toLowerCase() === 'true'),
)

/** A date in any of the forms of the wire; `times.ts` reads it. */
const stamp = z.union([z.number(), z.string()])

// A schema takes a browser its time to make, and nearly all members are one of these.
/** Text, or null for what is missing or something else; so do all that begin with `maybe`. */
export const maybeText = maybe(text)
/** An id as text, or null. */
export const maybeId = maybe(idText)
/** A number, written as one or as text, or null. */
export const maybeNumber = maybe(numeric)
/** A truth value, written as one or as text, or null. */
export const maybeTruth = maybe(truth)
/** A date in any of the forms of the wire, not yet read, or null. */
export const maybeStamp = maybe(stamp)

/** A title that is no text would be shown as a name, searched and sorted; the link goes on without it. */
const titled = (link: Link): Link => (typeof (link.title ?? '') === 'string' ? link : { ...link, title: null })

/** Links are many (forty on a VM, ten thousand VMs in a list), so they are checked by hand; a broken one is left out. */
export const links = z.pipe(
  z.nullish(z.custom<readonly Link[]>(() => true)),
  z.transform((value): readonly Link[] => (Array.isArray(value) ? value.filter(isLink).map(titled) : [])),
)

/** Any JSON object, kept with everything that it holds. */
export const entity = z.custom<Readonly<Record<string, unknown>>>(isObject)

const arrayOf = <In>() => z.custom<readonly In[]>((value) => Array.isArray(value))

/** `readableRows` for so many that the page would stand still for them. */
async function readManyRows<Out, In>(
  item: z.ZodMiniType<Out, In>,
  found: readonly unknown[],
): Promise<ReadableRows<Out>> {
  const rows = (await mapUnhurried(found, (one) => readableRow(item, one))).flat()
  return { rows, unreadable: found.length - rows.length }
}

/** So many rows are read at once, within one frame. */
const fewRows = 50

/**
 * A collection, read row by row: a broken row never breaks the list. Without `collection` it is no list at all. A long one
 * is read between frames, and so only by `safeParseAsync`.
 */
export const collection = <Out, In>(item: z.ZodMiniType<Out, In>) =>
  z.pipe(
    z.looseObject({ links, totalSize: maybe(z.number()), collection: arrayOf<In>() }),
    z.transform(({ collection: found, links: own, totalSize: total }) =>
      found.length <= fewRows
        ? { ...readableRows(item, found), links: own, total }
        : readManyRows(item, found).then((read) => ({ ...read, links: own, total })),
    ),
  )

const keptOf = new WeakMap<object, Kept>()

/**
 * A collection that may come long: each row is shortened, on its way, to the members that its schema names, and to links of
 * these rels (see `Kept`). A link that is wanted newly must be named.
 */
export function longCollection<Shape extends z.core.$ZodShape>(
  item: z.ZodMiniObject<Shape, z.core.$loose>,
  rels: readonly string[],
) {
  const schema = collection(item)
  keptOf.set(schema, { members: Object.keys(item.shape), rels })
  return schema
}

/** What is wanted of the rows of a long collection; undefined: all of any other answer. */
export const wantedBy = (schema: object): Kept | undefined => keptOf.get(schema)

/** A list inside an entity, plain or as a collection object; missing or null is an empty one. */
export const nested = <Out, In>(item: z.ZodMiniType<Out, In>) =>
  z.pipe(
    maybe(z.looseObject({ collection: z.nullish(arrayOf<In>()) })),
    z.transform((list): readonly Out[] => readableRows(item, list?.collection ?? []).rows),
  )

/** An array that may be missing or null; then it is null, which is another thing than empty. */
export const maybeRows = <Out, In>(item: z.ZodMiniType<Out, In>) =>
  z.pipe(
    maybe(arrayOf<In>()),
    z.transform((list): readonly Out[] | null => (list === null ? null : readableRows(item, list).rows)),
  )

/** Rows of a list that may be missing or null, and how many of them could not be read. What is no list is no answer. */
export const countedRows = <Out, In>(item: z.ZodMiniType<Out, In>) =>
  z.pipe(
    z.nullish(arrayOf<In>()),
    z.transform((list) => readableRows(item, list ?? [])),
  )

/** A list of words or ids, as text. */
export const texts = z.pipe(
  z.custom<readonly (string | number)[]>(
    (value) => Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number'),
  ),
  z.transform((list): readonly string[] => list.map(String)),
)

/** A list that counts only as a whole; missing or null is an empty one. */
export const whole = <Out, In>(item: z.ZodMiniType<Out, In>) =>
  z.pipe(
    z.nullish(arrayOf<In>()),
    z.transform((list, context): readonly Out[] => {
      const { rows, unreadable } = readableRows(item, list ?? [])
      if (unreadable > 0) context.issues.push({ code: 'custom', input: list, message: 'A line cannot be read' })
      return rows
    }),
  )
