import { mayOpenRoles } from '~/domain/may-administer'
import { Rights } from '~/pages/parts/rights'
import { useActor } from '~/pages/parts/use-actor'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Refusal } from '~/ui/action'
import { Facts } from '~/ui/facts'
import { PageHeader, Panel } from '~/ui/page'

import { FivePrivileges } from './five'
import { RolesMatrix } from './matrix'

import classes from './roles.module.css'

/** Who may do what with backups: for everyone the five privileges and one's own, for some the roles of the platform. */
export function Component() {
  const actor = useActor()
  const roles = explain(mayOpenRoles(actor))
  return (
    <>
      <PageHeader title={m.roles_title()} text={m.roles_text()} />
      <div className={classes['page']}>
        {actor.ungranted ? <Panel title={m.ways_rights_title()} text={m.ways_rights_text()} /> : <FivePrivileges />}
        <Panel title={m.roles_yours()}>
          <div className={classes['mine']}>
            <Facts
              items={[
                [m.account_name(), actor.fullName ?? actor.name],
                [m.account_role(), actor.role],
                [m.account_tenant(), actor.tenant?.name ?? m.account_no_tenant()],
              ]}
            />
            <Rights actor={actor} />
          </div>
        </Panel>
        {roles.ok && <RolesMatrix />}
        {!roles.ok && !actor.ungranted && (
          <Panel title={m.roles_platform_refused()}>
            <Refusal verdict={roles} />
          </Panel>
        )}
      </div>
    </>
  )
}
