import { type Audience, outOfSight } from '~/domain/event-audience'
import type { Actor } from '~/domain/privilege'
import { formatList } from '~/texts/format'
import { m } from '~/texts/messages'
import { privilegeWords } from '~/texts/reasons'
import { eventWords } from '~/texts/states'
import { Notice } from '~/ui/notice'

import classes from './list.module.css'

/** Whose events a person sees who may not see all. */
export function TenantsOnly({ actor }: { readonly actor: Actor }) {
  if (actor.may.has('events.view-all')) return null
  return (
    <p className={classes['note']}>
      {m.trail_own_tenant({ tenant: actor.tenant?.name ?? m.trail_own_tenant_unnamed() })}{' '}
      {m.trail_own_tenant_more({ privilege: privilegeWords('events.view-all') })}
    </p>
  )
}

const item = ({ actions, anyOf }: Audience): string =>
  m.trail_sight_item({
    what: formatList(actions.map((action) => eventWords(action) ?? action)),
    privilege: anyOf.map((privilege) => `“${privilegeWords(privilege)}”`).join(m.trail_or()),
  })

/** Says so where someone asks for events that never reach them: an empty list would be taken for good news. */
export function AskedOutOfSight({ actor, asked }: { readonly actor: Actor; readonly asked: readonly string[] }) {
  const missing = outOfSight(actor).filter(({ actions }) => actions.some((action) => asked.includes(action)))
  if (missing.length === 0) return null
  return (
    <Notice tone="unknown" title={m.trail_sight_asked()} announce="status">
      <ul className={classes['missing']}>
        {missing.map((audience) => (
          <li key={audience.actions.join(' ')}>{item(audience)}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** The platform gives each event an audience of its own: what never reaches this person, and which privilege would change it. */
export function OutOfSight({ actor }: { readonly actor: Actor }) {
  const missing = outOfSight(actor)
  if (missing.length === 0) return null
  return (
    <details className={classes['sight']}>
      <summary>{m.trail_sight({ n: missing.length })}</summary>
      <p>{m.trail_sight_text()}</p>
      <ul>
        {missing.map((audience) => (
          <li key={audience.actions.join(' ')}>{item(audience)}</li>
        ))}
      </ul>
    </details>
  )
}
