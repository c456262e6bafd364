import type { Actor, Privilege } from './privilege'
import { no, type Verdict, yes } from './verdict'

/** Refused with the privilege that is missing; a rule asks this first, so that a stranger learns nothing else. */
export function holds({ may, absent, ungranted }: Actor, privilege: Privilege): Verdict {
  if (may.has(privilege)) return yes
  if (ungranted && !absent.has(privilege)) return no({ code: 'administrators-only' })
  return no({ code: absent.has(privilege) ? 'not-on-platform' : 'privilege', privilege })
}
