import type { Severity, TrailEvent } from '~/domain/event'
import { parseIsoDateTime } from '~/domain/iso'

export const severities = ['info', 'warning', 'error'] as const satisfies readonly Severity[]

/** Which events the reader looks at. All of it lives in the address. Instants are UTC there. */
export interface EventView {
  readonly severity: Severity | null
  /** `backup`: everything about backups and restores; else one action in the platform's own words; null: all. */
  readonly action: string | null
  readonly from: Date | null
  readonly to: Date | null
  /** From 1. */
  readonly page: number
}

/** The ready-made filter: everything about backups and restores. */
export const aboutBackup = 'backup'

export const eventsPerPage = 50

/** How far a filter that the platform does not know is looked for: the newest events, this many. */
const searchDepth = 500

const instant = (text: string | null): Date | null => {
  if (!text) return null
  const parsed = parseIsoDateTime(text)
  return parsed.ok ? parsed.value.instant : null
}

/** Reads the address; anything that it does not know is left out. */
export function readEventView(params: URLSearchParams): EventView {
  const page = Number(params.get('page'))
  return {
    severity: severities.find((severity) => severity === params.get('severity')) ?? null,
    action: params.get('action'),
    from: instant(params.get('from')),
    to: instant(params.get('to')),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** Writes a view into an address. Defaults are left out, and every other part of the address stays. */
export function writeEventView(params: URLSearchParams, view: EventView): URLSearchParams {
  const next = new URLSearchParams(params)
  const put = (key: string, value: string | null): void => {
    if (value) next.set(key, value)
    else next.delete(key)
  }
  put('severity', view.severity)
  put('action', view.action)
  put('from', view.from?.toISOString() ?? null)
  put('to', view.to?.toISOString() ?? null)
  put('page', view.page > 1 ? String(view.page) : null)
  return next
}

export const isFiltered = (view: EventView): boolean =>
  view.severity !== null || view.action !== null || view.from !== null || view.to !== null

/** What the platform is asked for. The ready-made filter spans several actions, so it reads deeper and sifts here. */
export function eventQueryOf(view: EventView): {
  readonly offset: number
  readonly limit: number
  readonly severity?: Severity
  readonly action?: string
  readonly from?: Date
  readonly to?: Date
} {
  const sifted = view.action === aboutBackup
  return {
    offset: sifted ? 0 : (view.page - 1) * eventsPerPage,
    limit: sifted ? searchDepth : eventsPerPage,
    ...(view.severity && { severity: view.severity }),
    ...(view.action && !sifted && { action: view.action }),
    ...(view.from && { from: view.from }),
    ...(view.to && { to: view.to }),
  }
}

const words = /backup|restor/iu

/** Whether an event is about backups or restores: platforms say so in the name of the action or in the text. */
export const concernsBackup = ({ action, text }: Pick<TrailEvent, 'action' | 'text'>): boolean =>
  words.test(action) || words.test(text ?? '')
