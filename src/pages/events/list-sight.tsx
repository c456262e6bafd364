import type { Audience } from '~/domain/event-audience'
import type { Actor, Privilege } from '~/domain/privilege'
import { eventWords } from '~/texts/event-words'
import { formatList } from '~/texts/format'
import { m } from '~/texts/messages'
import { privilegeWords } from '~/texts/privilege-names'
import { Notice } from '~/ui/notice'

import classes from './list.module.css'

/** Whose events a person sees who may not see all. */
export function TenantsOnly({ actor }: { readonly actor: Actor }) {
  if (actor.may.has('events.view-all')) return null
  if (actor.ungranted)
    return (
      <p className={classes['note']}>
        {m.ways_own_events({ tenant: actor.tenant?.name ?? m.trail_own_tenant_unnamed() })}
      </p>
    )
  return (
    <p className={classes['note']}>
      {m.trail_own_tenant({ tenant: actor.tenant?.name ?? m.trail_own_tenant_unnamed() })}{' '}
      {m.trail_own_tenant_more({ privilege: privilegeWords('events.view-all') })}
    </p>
  )
}

const quoted = (privilege: Privilege): string => `“${privilegeWords(privilege)}”`

/** What is needed, with all that it would bring into sight; the domain tells it event by event. */
function byNeed(
  audiences: readonly Audience[],
): readonly { readonly needs: string; readonly actions: readonly string[] }[] {
  const found = new Map<string, readonly string[]>()
  for (const { actions, anyOf } of audiences) {
    const needs = anyOf.map(quoted).join(m.trail_or())
    found.set(needs, [...(found.get(needs) ?? []), ...actions])
  }
  return [...found].map(([needs, actions]) => ({ needs, actions }))
}

interface SightProps {
  /** Events that never reach this person. */
  readonly unseen: readonly Audience[]
}

/** Says so where someone asks for events that never reach them: an empty list would be taken for good news. */
export function AskedOutOfSight({ unseen, asked }: SightProps & { readonly asked: readonly string[] }) {
  const missing = unseen.flatMap(({ actions, anyOf }) => {
    const wanted = actions.filter((action) => asked.includes(action))
    return wanted.length > 0 ? [{ actions: wanted, anyOf }] : []
  })
  if (missing.length === 0) return null
  return (
    <Notice tone="unknown" title={m.trail_sight_asked()} announce="status">
      {byNeed(missing).map(({ needs, actions }) => (
        <p key={needs}>{m.trail_sight_asked_item({ n: actions.length, privilege: needs })}</p>
      ))}
    </Notice>
  )
}

/** The platform gives each event an audience of its own: what never reaches this person, and which privilege would change it. */
export function OutOfSight({ unseen }: SightProps) {
  if (unseen.length === 0) return null
  return (
    <details className={classes['sight']}>
      <summary>{m.trail_sight({ n: unseen.flatMap(({ actions }) => actions).length })}</summary>
      <p>{m.trail_sight_text()}</p>
      <ul>
        {byNeed(unseen).map(({ needs, actions }) => (
          <li key={needs}>
            {m.trail_sight_item({
              what: formatList(actions.map((action) => eventWords(action) ?? action)),
              privilege: needs,
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
