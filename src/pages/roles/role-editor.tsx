import { Button, Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'

import { described } from '~/api/queries/requests'
import { mayChangeRole } from '~/domain/may-administer'
import { backupPrivileges, type Role, type RolePrivileges, trapsOf } from '~/domain/role'
import { firstRefusal, no, yes } from '~/domain/verdict'
import { AsRequest } from '~/pages/parts/requests/as-request'
import { PrivilegeList } from '~/pages/parts/rights'
import { useAdministration } from '~/pages/parts/use-administration'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { backupPrivilegeWords } from '~/texts/privilege-words'
import { explain } from '~/texts/reasons'
import { Action, Refusal } from '~/ui/action'
import { FormError } from '~/ui/form-error'
import { Notice } from '~/ui/notice'

import { RoleReview } from './role-review'
import { RoleTraps } from './role-traps'
import type { RoleEditing } from './use-role'

import classes from './roles.module.css'

/** The five privileges of a role: what they come to, what would change, and the save. */
export function RoleEditor({
  role,
  held,
  editing,
}: {
  readonly role: Role
  readonly held: RolePrivileges
  readonly editing: RoleEditing
}) {
  const administration = useAdministration()
  const { wanted, change, dirty, want, error } = editing
  const may = mayChangeRole(administration, role)
  // A lost connection passes; what was chosen stays changeable until then.
  const closed = !may.ok && may.reason.code !== 'offline'
  const refused = explain(may)
  return (
    <form
      className={classes['editor']}
      onSubmit={(event) => {
        event.preventDefault()
        if (may.ok && dirty) editing.save()
      }}
    >
      {closed && !refused.ok && (
        <div className={classes['refused']}>
          <Refusal verdict={refused} />
        </div>
      )}
      {closed ? (
        <PrivilegeList label={m.roles_privileges_of({ role: role.name })} of={backupPrivileges} held={held} />
      ) : (
        <Choices role={role} editing={editing} />
      )}
      <RoleTraps
        traps={trapsOf(wanted)}
        holds={backupPrivileges.some((privilege) => wanted.has(privilege))}
        {...(!closed && { onGive: (privilege) => want(privilege, true) })}
      />
      {!closed && <RoleReview change={change} own={administration.actor.role === role.name} />}
      {error?.kind === 'unknown-outcome' && !editing.reading.isFetching ? (
        <Notice tone={dirty ? 'unknown' : 'good'} title={explainError(error).title} announce="urgent">
          <p>{dirty ? m.roles_unknown_not_done() : m.roles_unknown_done()}</p>
        </Notice>
      ) : (
        <FormError error={error && explainError(error)} />
      )}
      {dirty && (
        <AsRequest
          sentAt={editing.failedAt}
          described={described(['role', role.id, change], (describe) => describe.changeRole(role.id, change))}
        />
      )}
      <div className={classes['answers']}>
        {dirty && (
          <Button variant="subtle" onClick={editing.discard}>
            {m.roles_discard()}
          </Button>
        )}
        <Action
          type="submit"
          loading={editing.saving}
          verdict={explain(firstRefusal(may, dirty ? yes : no({ code: 'nothing-changed' })))}
        >
          {m.roles_save()}
        </Action>
      </div>
    </form>
  )
}

function Choices({ role, editing }: { readonly role: Role; readonly editing: RoleEditing }): ReactNode {
  return (
    <fieldset className={classes['choices']}>
      <legend>{m.roles_privileges_of({ role: role.name })}</legend>
      {backupPrivileges.map((privilege) => {
        const { label, key, opens } = backupPrivilegeWords(privilege)
        return (
          <Checkbox
            key={privilege}
            label={label}
            description={
              <>
                {opens} <code translate="no">{key}</code>
              </>
            }
            checked={editing.wanted.has(privilege)}
            onChange={({ currentTarget }) => editing.want(privilege, currentTarget.checked)}
          />
        )
      })}
      <p className={classes['soft']}>{m.roles_other_kept()}</p>
    </fieldset>
  )
}
