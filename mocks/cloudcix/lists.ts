import { refuse } from './refusal'

/** What a list can be searched by. A date may be declared with the operators of text, as the platform does it. */
export interface Field<T> {
  readonly kind: 'text' | 'number' | 'date'
  readonly declared?: 'text'
  readonly of: (row: T) => string | number | boolean | null
}

export interface ListRules<T> {
  readonly fields: Readonly<Record<string, Field<T>>>
  /** The first is the default. */
  readonly order: readonly string[]
  /** The code of a value that is none. */
  readonly code: string
}

const operators = {
  text: ['in', 'icontains', 'iendswith', 'iexact', 'istartswith'],
  number: ['gt', 'gte', 'in', 'isnull', 'lt', 'lte', 'range'],
  date: ['gt', 'gte', 'in', 'isnull', 'lt', 'lte', 'range'],
} as const

const several = (value: string): readonly string[] =>
  value
    .replaceAll(/[[\]()'"]/gu, '')
    .split(',')
    .map((one) => one.trim())

function valueOf<T>({ kind }: Field<T>, value: string, code: string): string | number | boolean {
  if (kind === 'text') return value
  if (value === 'true' || value === 'false') return value === 'true'
  const number =
    kind === 'date' ? Date.parse(/z$/iu.test(value) ? value : `${value.replace(' ', 'T')}Z`) : Number(value)
  if (value.trim() === '' || Number.isNaN(number)) throw refuse(code)
  return number
}

type Test<T> = (row: T) => boolean

function testOf<T>(field: Field<T>, operator: string, value: string, code: string): Test<T> {
  const one = (text: string) => valueOf(field, text, code)
  const low = value.toLowerCase()
  const text = (row: T): string => String(field.of(row) ?? '').toLowerCase()
  const [from = '', to = ''] = several(value)
  switch (operator) {
    case 'in': {
      const all = several(value).map(one)
      return (row) => all.some((wanted) => wanted === field.of(row))
    }
    case 'icontains':
      return (row) => text(row).includes(low)
    case 'istartswith':
      return (row) => text(row).startsWith(low)
    case 'iendswith':
      return (row) => text(row).endsWith(low)
    case 'iexact':
      return (row) => text(row) === low
    case 'isnull':
      return (row) => (field.of(row) === null) === (low === 'true')
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte': {
      const edge = Number(one(value))
      return (row) => {
        const at = Number(field.of(row))
        return operator.startsWith('g')
          ? at > edge || (operator === 'gte' && at === edge)
          : at < edge || (operator === 'lte' && at === edge)
      }
    }
    case 'range': {
      const edges = [Number(one(from)), Number(one(to))] as const
      return (row) => Number(field.of(row)) >= edges[0] && Number(field.of(row)) <= edges[1]
    }
    default: {
      const wanted = one(value)
      return (row) => field.of(row) === wanted
    }
  }
}

const bracketed =
  /^(search|exclude)\[(\w+?)(?:__(in|icontains|iendswith|iexact|istartswith|gt|gte|isnull|lt|lte|range))?\]$/u
const oldStyle = /^(\w+?)__(in|icontains|iendswith|iexact|istartswith|gt|gte|isnull|lt|lte|range)$/u
const known = new Set(['page', 'limit', 'order', 'include_related'])

interface Page {
  readonly content: readonly unknown[]
  readonly _metadata: object
}

/** A list as the platform answers it: an unknown filter is left out with a warning, a bad limit is fifty. */
export function listed<T>(
  rows: readonly T[],
  params: URLSearchParams,
  rules: ListRules<T>,
  write: (row: T) => unknown,
): Page {
  const warnings: string[] = []
  const tests: Test<T>[] = []
  for (const [name, value] of params) {
    if (known.has(name)) continue
    const [, way = 'search', path = '', operator = ''] = bracketed.exec(name) ?? [
      name,
      'search',
      ...(oldStyle.exec(name) ?? []).slice(1),
    ]
    const field = rules.fields[path]
    const kind = field && (field.declared ?? field.kind)
    const fits = kind && (operator === '' || operators[kind].some((one) => one === operator))
    if (oldStyle.test(name)) warnings.push(`DeprecationWarning: ${name} is an old style of filter.`)
    if (!field || !fits) {
      warnings.push(`Invalid ${way} filter: ${name}`)
      continue
    }
    const test = testOf(field, operator, value, rules.code)
    tests.push(way === 'exclude' ? (row) => !test(row) : test)
  }
  const found = rows.filter((row) => tests.every((test) => test(row)))

  const asked = params.get('order') ?? ''
  const isKnown = rules.order.includes(asked.replace(/^-/u, ''))
  const order = isKnown ? asked : (rules.order[0] ?? '')
  const by = rules.fields[order.replace(/^-/u, '')]
  const sign = order.startsWith('-') ? -1 : 1
  const ordered = by
    ? found.toSorted((a, b) => {
        const [one, other] = [by.of(a), by.of(b)]
        if (one === other) return 0
        if (one === null || other === null) return one === null ? 1 : -1
        return (one < other ? -1 : 1) * sign
      })
    : found

  const page = Math.max(0, Math.trunc(Number(params.get('page') ?? 0)) || 0)
  const wanted = Number(params.get('limit') ?? 50)
  const limit = Number.isInteger(wanted) && wanted >= 1 && wanted <= 100 ? wanted : 50
  return {
    content: ordered.slice(page * limit, (page + 1) * limit).map(write),
    _metadata: { page, limit, order, total_records: found.length, warnings },
  }
}
