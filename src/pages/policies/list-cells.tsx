import { Button, Code } from '@mantine/core'
import { Link } from 'react-router'

import { mayChangeBackupSide } from '~/domain/may-administer'
import { CapabilityLink } from '~/pages/parts/capability-link'
import { useAdministration } from '~/pages/parts/use-administration'
import type { UsageReading } from '~/pages/parts/use-usage'
import { UserText } from '~/pages/parts/user-text'
import { paths } from '~/pages/paths'
import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { SkeletonBar } from '~/ui/skeleton-rows'
import { StateMark } from '~/ui/state-mark'

import type { PolicyRow } from './list-rows'

import classes from './list.module.css'

/** What a policy is called, and what its makers say of it. */
export const NameCell = ({
  row: { policy },
  datacenterId,
}: {
  readonly row: PolicyRow
  readonly datacenterId: string
}) => (
  <div className={classes['cell']}>
    <Link className={classes['name']} to={paths.offeredPolicy(datacenterId, policy.id)}>
      <UserText>{policy.name}</UserText>
    </Link>
    {policy.description && (
      <span className={classes['soft']}>
        <UserText>{policy.description}</UserText>
      </span>
    )}
  </div>
)

/** The code by which people and scripts name a policy. */
export const CodeCell = ({ row: { policy } }: { readonly row: PolicyRow }) => (
  <Code className={classes['code'] ?? ''}>
    <UserText>{policy.code}</UserText>
  </Code>
)

/** What a policy does, and what of it the backup system will never do. */
export function DoesCell({
  row: { policy, sentences, unfit },
  datacenterId,
  system,
}: {
  readonly row: PolicyRow
  readonly datacenterId: string
  readonly system: string
}) {
  return (
    <div className={classes['cell']}>
      {sentences.map(({ key, words }) => (
        <span key={key}>{words}</span>
      ))}
      {sentences.length === 0 && <span className={classes['soft']}>{m.offers_no_kind()}</span>}
      {policy.replication === true && <span>{m.offers_replicates()}</span>}
      {unfit.length > 0 && (
        <div className={classes['unfit']}>
          <StateMark tone="warning" shape="alert" label={m.offers_unfit({ system })} />
          {unfit.map((verdict) => {
            const words = explain(verdict)
            return words.ok ? null : (
              <span key={words.because} className={classes['soft']}>
                {words.because}
              </span>
            )
          })}
          <CapabilityLink datacenterId={datacenterId} system={system} />
        </div>
      )}
    </div>
  )
}

/** How many VMs use a policy, as far as they are in sight. */
export function VmsCell({ row: { usage }, state }: { readonly row: PolicyRow; readonly state: UsageReading['state'] }) {
  if (!usage) return <SkeletonBar width="1.5rem" />
  const n = usage.vms.length
  if (state !== 'read' && n > 0) return m.offers_vms_at_least({ n: formatNumber(n) })
  if (n === 0) return <span className={classes['soft']}>{m.offers_vms_none()}</span>
  return formatNumber(n)
}

/** How many tenants use a policy, and who may. */
export const TenantsCell = ({ row: { usage, allowed } }: { readonly row: PolicyRow }) => (
  <div className={classes['cell']}>
    {usage && (
      <span className={usage.tenants.length === 0 ? classes['soft'] : ''}>
        {usage.tenants.length === 0 ? m.offers_tenants_use_none() : m.offers_tenants_use({ n: usage.tenants.length })}
      </span>
    )}
    {allowed && <Allowed tenants={allowed} />}
  </div>
)

function Allowed({ tenants }: { readonly tenants: NonNullable<PolicyRow['allowed']> }) {
  const [only, ...more] = tenants
  if (!only) return <StateMark tone="warning" shape="alert" label={m.offers_allowed_none()} />
  return (
    <span className={classes['soft']}>
      {more.length === 0 ? (
        m.offers_allowed_to({ tenant: only.name })
      ) : (
        <span className={classes['line']}>{m.offers_allowed({ n: tenants.length })}</span>
      )}
    </span>
  )
}

/** What can be done with a policy. */
export function ActionsCell({
  row: { policy },
  datacenterId,
  onDelete,
}: {
  readonly row: PolicyRow
  readonly datacenterId: string
  readonly onDelete: () => void
}) {
  const { id, name } = policy
  const verdict = explain(mayChangeBackupSide(useAdministration()))
  return (
    <div className={classes['actions']}>
      <Button
        component={Link}
        to={paths.offeredPolicy(datacenterId, id)}
        variant="subtle"
        size="compact-sm"
        aria-label={m.offers_edit_of({ name })}
      >
        {m.offers_edit()}
      </Button>
      <Button
        component={Link}
        to={paths.clonePolicy(datacenterId, id)}
        variant="subtle"
        size="compact-sm"
        aria-label={m.offers_clone_of({ name })}
      >
        {m.offers_clone()}
      </Button>
      <Action
        verdict={verdict}
        variant="subtle"
        size="compact-sm"
        aria-label={m.ways_delete_of({ name })}
        onClick={onDelete}
      >
        {m.offers_delete()}
      </Action>
    </div>
  )
}
