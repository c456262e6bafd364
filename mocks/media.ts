import { refuse } from './refusal'

/** A release of the platform: what `GET /version` answers, what is spoken when no version is asked for, and what can be. */
export interface Release {
  readonly version: string
  readonly newest: string
  readonly spoken: RegExp
}

const latest: Release = { version: '6.0.2', newest: '6.0', spoken: /^[2-6]\.\d{1,2}$/ }
const early: Release = { version: '3.10', newest: '3.10', spoken: /^[23]\.\d{1,2}$/ }

export const releaseOf = (world: { readonly early: boolean }): Release => (world.early ? early : latest)

interface MediaRange {
  readonly type: string
  readonly version: string | null
  readonly quality: number
}

const rangesOf = (header: string): readonly MediaRange[] =>
  header
    .split(',')
    .map((part) => {
      const [type, ...rest] = part.split(';').map((piece) => piece.trim())
      const parameters = new Map(
        rest.filter(Boolean).map((piece) => {
          const [name, value] = piece.split('=')
          return [(name ?? '').trim().toLowerCase(), (value ?? '').trim()]
        }),
      )
      return {
        type: (type ?? '').toLowerCase(),
        version: parameters.get('version') ?? null,
        quality: Number(parameters.get('q') ?? 1),
      }
    })
    .filter(({ type }) => type !== '')

const entityOf = (type: string): string | null =>
  /^application\/vnd\.abiquo\.([a-z0-9-]+)(?:\+json)?$/.exec(type)?.[1] ?? null

const isAny = (type: string): boolean => type === '*/*' || type === 'application/*' || type === 'application/json'

/** What to answer in: one of the entities that the resource offers, and the version that was asked for. */
export interface Choice {
  readonly entity: string
  readonly version: string
}

/** 406 when none of what is accepted is offered, or a version is not one of ours. No `Accept` accepts the first offer. */
export function negotiate(accept: string | null, offers: readonly string[], { newest, spoken }: Release): Choice {
  const first = offers[0] ?? 'errors'
  const ranges = rangesOf(accept ?? '').toSorted((a, b) => b.quality - a.quality)
  if (ranges.length === 0) return { entity: first, version: newest }
  for (const range of ranges) {
    const entity = isAny(range.type) ? first : entityOf(range.type)
    if (entity === null || !offers.includes(entity)) continue
    if (range.version !== null && !spoken.test(range.version)) continue
    return { entity, version: range.version ?? newest }
  }
  throw refuse('406-NOT-ACCEPTABLE')
}

/** 415 when the body is of a type that the resource does not take. No `Content-Type` is taken for the right one. */
export function checkContentType(contentType: string | null, takes: readonly string[], { spoken }: Release): void {
  const [range] = rangesOf(contentType ?? '')
  if (!range || isAny(range.type)) return
  const entity = entityOf(range.type)
  if (entity === null || !takes.includes(entity)) throw refuse('415-UNSUPPORTED-MEDIA-TYPE')
  if (range.version !== null && !spoken.test(range.version)) throw refuse('415-UNSUPPORTED-MEDIA-TYPE-VERSION')
}

/** Since 5.0 page links always say `asc`. */
export const writesAsc = (version: string): boolean => Number.parseInt(version, 10) >= 5

export const contentType = ({ entity, version }: Choice): string =>
  `application/vnd.abiquo.${entity}+json; version=${version}`
