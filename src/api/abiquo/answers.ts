import { ApiError } from '../error'
import type { Answer } from '../http'
import type { Accepted } from '../port'
import { taskId } from './ids'
import { type Addresses, ownPathOfLink, pathOfLink } from './links'
import { acceptedRequest } from './wire'
import { saved } from './wire-admin'

/**
 * What a write came to. An answer that says "accepted" without a task that we can follow leaves the end unknown: the
 * person is sent to look, rather than told that it is done.
 */
export function accepted(places: Addresses, { status, json }: Answer): Accepted {
  const reply = acceptedRequest.safeParse(json)
  try {
    const path = reply.success ? pathOfLink(places, reply.data.links, 'status') : null
    if (path !== null) return { task: taskId(path) }
    if (status !== 202) return { task: null }
  } catch (cause) {
    throw new ApiError('unknown-outcome', 'The platform accepted it, and named a task out of reach', { status, cause })
  }
  throw new ApiError('unknown-outcome', 'The platform accepted it, and named no task', { status })
}

/** Where a saved entity lies. It is saved all the same when its address is out of reach. */
export function addressOf(places: Addresses, { json, headers }: Answer): string | null {
  const reply = saved.safeParse(json)
  const links = reply.success ? reply.data.links : []
  const location = headers.get('location')
  return (
    ownPathOfLink(places, links, 'edit') ??
    ownPathOfLink(places, links, 'self') ??
    (location === null ? null : ownPathOfLink(places, [{ rel: 'edit', href: location }], 'edit'))
  )
}
