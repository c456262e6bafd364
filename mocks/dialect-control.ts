import * as z from 'zod/mini'

import type { Clock } from './clock'
import { clockChange, type ClockReport, faultsChange, type PersonReport, resetRequest } from './control'
import type { Faults } from './faults'

/** What the simulator's own calls need of a dialect beside Abiquo's. */
export interface DialectHome {
  readonly clock: Clock
  readonly faults: Faults
  readonly endSessions: () => void
  /** Lets everything happen that is due. */
  readonly catchUp: () => void
  /** Keeps where the clock stands. */
  readonly keep: () => void
  readonly report: () => object
  /** Reads and follows the body of `POST /simulator/settings`. */
  readonly change: (body: unknown) => void
  /** A new world at the clock's time; `fleet`: of this size. */
  readonly reset: (fleet: number | undefined) => void
  readonly people: () => readonly PersonReport[]
}

const json = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-cache' } })

const clockOf = ({ clock }: DialectHome): ClockReport => ({
  now: new Date(clock.now()).toISOString(),
  speed: clock.setting().speed,
})

function changeClock(home: DialectHome, body: unknown): void {
  const change = clockChange.parse(body)
  const { clock } = home
  home.catchUp()
  if ('speed' in change) clock.run(change.speed)
  else clock.set('skip' in change ? clock.now() + change.skip : Date.parse(change.now))
  home.catchUp()
  home.keep()
}

function reset({ clock, faults, reset: begin }: DialectHome, body: unknown): void {
  const { now, fleet } = resetRequest.parse(body)
  clock.set(now === undefined ? clock.device() : Date.parse(now))
  clock.run(1)
  faults.replace([])
  begin(fleet)
}

function changeFaults({ faults, endSessions }: DialectHome, body: unknown): void {
  const { rules, endSessions: end } = faultsChange.parse(body)
  if (rules) faults.replace(rules)
  if (end) endSessions()
}

/** The simulator's own calls, `/simulator/...`; nobody has to sign in for them. */
export function controlAnswer(home: DialectHome, method: string, path: string, text: string): Response {
  const body = (): unknown => (text === '' ? {} : JSON.parse(text))
  try {
    switch (`${method} ${path.replace(/\/+$/, '')}`) {
      case 'GET /simulator/clock':
        return json(clockOf(home))
      case 'POST /simulator/clock':
        changeClock(home, body())
        return json(clockOf(home))
      case 'POST /simulator/reset':
        reset(home, body())
        return json(home.report())
      case 'GET /simulator/settings':
        return json(home.report())
      case 'POST /simulator/settings':
        home.change(body())
        return json(home.report())
      case 'GET /simulator/faults':
        return json({ rules: home.faults.rules() })
      case 'POST /simulator/faults':
        changeFaults(home, body())
        return json({ rules: home.faults.rules() })
      case 'GET /simulator/people':
        return json(home.people())
      default:
        return json({ error: `The simulator has no ${method} ${path}` }, 404)
    }
  } catch (error) {
    if (error instanceof z.core.$ZodError || error instanceof SyntaxError) return json({ error: error.message }, 400)
    throw error
  }
}
