import * as z from 'zod/mini'

import { type ReadableRows, readableRows } from '../readable-rows'

/** What is not of the shape is something else instead. Under zod's own name it would read like a promise's. */
export const orElse = z.catch

/** Text; anything else is an empty one. */
export const text = z.pipe(
  orElse(z.nullish(z.string()), null),
  z.transform((value) => value ?? ''),
)

/** A whole number that must be there. */
export const whole = z.number().check(z.int())

/** A number that may be missing, or something else. */
export const wholeOrNull = z.pipe(
  orElse(z.nullish(z.number()), null),
  z.transform((value) => value ?? null),
)

/** A truth value; anything else is false. */
export const truth = z.pipe(
  orElse(z.nullish(z.boolean()), null),
  z.transform((value) => value === true),
)

const zoned = /(?:z|[+-]\d\d:?\d\d)$/iu
const instantText = /^\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:z|[+-]\d\d:?\d\d)?$/iu

/** An instant that comes without a zone and is UTC: a browser alone would read its own local time. Null for anything else. */
function utc(value: string): Date | null {
  if (!instantText.test(value)) return null
  const iso = value.replace(' ', 'T')
  const at = new Date(zoned.test(iso) ? iso : `${iso}Z`)
  return Number.isNaN(at.getTime()) ? null : at
}

/** An instant; anything else is null. */
export const instant = z.pipe(text, z.transform(utc))

/** Rows of a list; anything else has none. */
export const rowsOf = <Out, In>(item: z.ZodMiniType<Out, In>, found: unknown): ReadableRows<Out> =>
  readableRows(item, Array.isArray(found) ? found : [])

/** A list inside of an object; anything else is none. */
export const many = <Out, In>(item: z.ZodMiniType<Out, In>) =>
  z.pipe(
    z.optional(z.unknown()),
    z.transform((value): readonly Out[] => rowsOf(item, value).rows),
  )

/** `{content: [...], _metadata: {...}}` */
export const listEnvelope = z.looseObject({
  content: z.array(z.unknown()),
  _metadata: orElse(z.looseObject({ total_records: wholeOrNull, warnings: orElse(z.array(z.unknown()), []) }), {
    total_records: null,
    warnings: [],
  }),
})

/** `{content: {...}}` */
export const oneEnvelope = z.looseObject({ content: z.unknown() })
