import type * as z from 'zod/mini'

import { ApiError } from './error'

/** What was read; rejects with `contract` what is not of the shape that we know: better loud here than `undefined` in a table. */
export function inShape<Out>(result: z.core.util.SafeParseResult<Out>, what: string): Out {
  if (!result.success) throw new ApiError('contract', `${what} came in an unknown shape`, { cause: result.error })
  return result.data
}

/** The same for an answer that was not looked at yet. `what` names it for whoever reads the error. */
export const parsed = <Out, In>(reply: z.ZodMiniType<Out, In>, found: unknown, what: string): Out =>
  inShape(reply.safeParse(found), what)
