import * as z from 'zod/mini'

import { readableRows } from '../readable-rows'

// Under its own name `catch` reads like a promise's.
const fallingBack = z.catch

/** Text; missing, or elements in its place, is an empty one. */
export const text = z.pipe(
  fallingBack(z.optional(z.string()), undefined),
  z.transform((value) => value ?? ''),
)

/** Text that must be there. */
export const word = z.string().check(z.minLength(1))

/** A whole number as text; anything else is null. Ids of 0 and of -1 are numbers like others. */
export const whole = z.pipe(
  text,
  z.transform((value) => (/^-?\d{1,15}$/u.test(value.trim()) ? Number(value) : null)),
)

/** A whole number that must be there. */
export const needed = z.pipe(z.string().check(z.regex(/^\s*-?\d{1,15}\s*$/u)), z.transform(Number))

/** A number with a fraction; anything else is null. */
export const decimal = z.pipe(
  text,
  z.transform((value) => (/^\d+(?:\.\d+)?$/u.test(value.trim()) ? Number(value) : null)),
)

/** An instant in seconds since 1970; nothing, 0 and -1 mean that there is none. */
export const instant = z.pipe(
  whole,
  z.transform((value) => (value === null || value <= 0 ? null : new Date(value * 1_000))),
)

/** Elements of one name: none is a missing member, one is itself, several are a list. */
const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]

const anything = z.optional(z.unknown())

/** Elements of one name inside of another, with how many of them cannot be read. */
export const counted = <Out, In>(item: z.ZodMiniType<Out, In>) =>
  z.pipe(
    anything,
    z.transform((value) => readableRows(item, listOf(value))),
  )

/** The same where nobody counts what cannot be read. */
export const many = <Out, In>(item: z.ZodMiniType<Out, In>) =>
  z.pipe(
    counted(item),
    z.transform(({ rows }): readonly Out[] => rows),
  )

/** An element with members; missing or empty it has none. The first counts when there are two of it. */
export const section = <Out, In>(shape: z.ZodMiniType<Out, In>) =>
  z.pipe(
    z.pipe(
      anything,
      z.transform((value) => {
        const [first = {}] = listOf(value)
        return typeof first === 'object' ? first : {}
      }),
    ),
    z.transform((value, context): Out => {
      const read = shape.safeParse(value)
      if (read.success) return read.data
      context.issues.push({ code: 'custom', input: value, message: 'A section cannot be read' })
      return z.NEVER
    }),
  )

/** Whole numbers of a comma list, in their order. */
export const numberList = z.pipe(
  text,
  z.transform((value): readonly number[] =>
    value
      .split(',')
      .map((one) => one.trim())
      .filter((one) => /^\d{1,15}$/u.test(one))
      .map(Number),
  ),
)

/** `<…><ID>1</ID><ID>2</ID></…>`, with how many of them cannot be read. */
export const countedIds = z.pipe(
  section(z.looseObject({ ID: counted(needed) })),
  z.transform(({ ID }) => ID),
)

/** The same where nobody counts what cannot be read. */
export const ids = z.pipe(
  section(z.looseObject({ ID: many(needed) })),
  z.transform(({ ID }) => ID),
)

/** A pool, read row by row: a broken row never breaks the list, and is counted. */
export const pool = <Out, In>(name: string, item: z.ZodMiniType<Out, In>) =>
  z.pipe(
    z.unknown(),
    z.transform((value) => {
      const members =
        typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)) : null
      return counted(item).parse(members?.get(name))
    }),
  )
