import { vi } from 'vitest'

import type { Platform } from '../port'
import { abiquo } from './adapter'

/** Where the platform of these tests lies. */
export const base = 'https://cloud.example/api'
/** What it answers to who signs in. */
export const login = {
  nick: 'ada',
  links: [
    { rel: 'role', title: 'OWN', href: `${base}/admin/roles/3` },
    { rel: 'enterprise', title: 'Acme', href: `${base}/admin/enterprises/5` },
    { rel: 'pendingtasks', href: `${base}/users/12/action/pendingtasks` },
  ],
}

/** Where a VM stands that is not deployed, so that it names no datacenter itself. */
export const home = '/cloud/virtualdatacenters/4'
/** A VM whose only place is its virtual datacenter. */
export const undeployed = {
  id: 77,
  label: 'erp',
  links: [
    { rel: 'edit', href: `${base}${home}/virtualappliances/9/virtualmachines/77` },
    { rel: 'virtualdatacenter', href: base + home },
  ],
}

/** Answers by method and path; what is not among them is not found. */
type Answers = Readonly<Record<string, unknown>>

/** A `fetch` that notes what is asked for, and the bodies that are sent. */
export const answered =
  (answers: Answers, seen: string[], bodies: unknown[] = []) =>
  async (address: URL, init: RequestInit) => {
    const key = `${init.method} ${address.pathname.slice(4)}`
    seen.push(key)
    if (typeof init.body === 'string') bodies.push(JSON.parse(init.body))
    const answer = answers[key]
    if (answer instanceof Response) return answer
    const headers = { 'content-type': 'application/json', 'x-abiquo-token': `t${seen.length}` }
    return new Response(JSON.stringify(answer ?? { collection: [{ code: '404-NOT-FOUND' }] }), {
      status: answer === undefined ? 404 : 200,
      headers,
    })
  }

interface Visit {
  readonly api: Platform
  readonly seen: string[]
  readonly bodies: readonly unknown[]
}

/** Signs in where the platform answers just so. Gives what was asked since then, and the bodies that were sent. */
export async function signedIn(
  answers: Answers,
  alsoMay = 'SOMETHING_ELSE',
  options: { readonly mediaVersion?: string } = {},
): Promise<Visit> {
  const seen: string[] = []
  const bodies: unknown[] = []
  const privileges = { collection: [{ name: 'VAPP_MANAGE_BACKUP' }, { name: alsoMay }] }
  vi.stubGlobal('fetch', answered({ 'GET /login': { ...login, privileges }, ...answers }, seen, bodies))
  const api = abiquo({ base, ...options })
  await api.signIn({ user: 'ada', password: 'secret' })
  seen.length = 0
  return { api, seen, bodies }
}
