import type { FaultRule } from './control'

interface Counted {
  readonly rule: FaultRule
  seen: number
}

const pattern = (path: string): RegExp => {
  const escaped = path
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('**', '\u0000')
    .replaceAll('*', '[^/]+')
    .replaceAll('\u0000', '.*')
  return new RegExp(path.includes('*') ? `^${escaped}$` : `^${escaped}(/.*)?$`)
}

/** Rules of trouble, counted. They live in the memory of the server that was told. */
export function createFaults() {
  let counted: readonly Counted[] = []
  return {
    replace: (rules: readonly FaultRule[]): void => void (counted = rules.map((rule) => ({ rule, seen: 0 }))),
    rules: (): readonly FaultRule[] => counted.map(({ rule }) => rule),

    /** The rules less what is used up of them: what a reloaded page goes on with. */
    remaining: (): readonly FaultRule[] =>
      counted.flatMap(({ rule, seen }) => {
        const after = rule.after ?? 0
        const used = Math.max(0, seen - after)
        if (rule.times === undefined) return [Object.assign({}, rule, { after: Math.max(0, after - seen) })]
        return used < rule.times
          ? [Object.assign({}, rule, { after: Math.max(0, after - seen), times: rule.times - used })]
          : []
      }),

    /** The rule that bends this request, or null. Each question counts. */
    match(method: string, path: string): FaultRule | null {
      for (const one of counted) {
        const { rule } = one
        if (rule.method !== undefined && rule.method.toUpperCase() !== method) continue
        if (rule.path !== undefined && !pattern(rule.path).test(path)) continue
        one.seen += 1
        const turn = one.seen - (rule.after ?? 0)
        if (turn < 1 || turn > (rule.times ?? Number.POSITIVE_INFINITY)) continue
        return rule
      }
      return null
    },
  }
}

export type Faults = ReturnType<typeof createFaults>

const pages = {
  html: '<!doctype html><html><head><title>503 Service Unavailable</title></head><body><h1>Service Unavailable</h1></body></html>',
  garbage: '{"links": [], "collection": [{"id": 1, "na',
  empty: '',
} as const

/** What a rule with a status answers instead of the platform. */
export function faultAnswer(rule: FaultRule, headers: Headers): Response {
  const status = rule.status ?? 500
  const kind = rule.body ?? 'errors'
  if (kind === 'errors') {
    const complaint = { code: rule.code ?? `${status}-SIMULATED`, message: rule.message ?? 'A fault of the simulator' }
    headers.set('content-type', 'application/vnd.abiquo.errors+json; version=6.0')
    return new Response(JSON.stringify({ links: [], collection: [complaint] }), { status, headers })
  }
  headers.set('content-type', kind === 'html' ? 'text/html; charset=utf-8' : 'application/json')
  const bodiless = status === 204 || status === 304
  return new Response(bodiless ? null : pages[kind], { status, headers })
}
