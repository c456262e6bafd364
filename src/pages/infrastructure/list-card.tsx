import { Button } from '@mantine/core'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { Link } from 'react-router'

import { manager as managerOf, offeredPolicies, systemTypes } from '~/api/queries/infrastructure'
import type { BackupManager } from '~/domain/backup-manager'
import type { Datacenter } from '~/domain/datacenter'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { SkeletonBar } from '~/ui/skeleton-rows'
import { StateMark } from '~/ui/state-mark'

import { Glance } from './glance'
import { hostOf, systemName } from './system-of'
import type { Sight } from './use-sight'

import classes from './list-card.module.css'

/** Height of a card in pixels, as the stylesheet has it. */
export const cardHeight = 226
/** The least width in pixels; the stylesheet fills the row. */
export const cardWidth = 330

/** A datacenter and its backup system at a glance. What could not be read of one breaks no other. */
export function DatacenterCard({ datacenter, sight }: { readonly datacenter: Datacenter; readonly sight: Sight }) {
  const { id, name, location } = datacenter
  const connection = useQuery(managerOf(id))
  const policies = useQuery(offeredPolicies(id))
  return (
    <article className={classes['card']}>
      <h2 className={classes['name']}>
        <Link to={paths.datacenter(id)} title={name}>
          <bdi>{name}</bdi>
        </Link>
      </h2>
      <p className={classes['soft']}>
        <bdi>{location === name ? null : location}</bdi>
      </p>
      <div className={classes['system']}>
        <Connection datacenter={datacenter} connection={connection} />
      </div>
      <Glance datacenter={datacenter} policies={policies} sight={sight} />
    </article>
  )
}

function Connection({
  datacenter: { id, name },
  connection,
}: {
  readonly datacenter: Datacenter
  readonly connection: UseQueryResult<BackupManager | null>
}) {
  if (connection.data) return <System manager={connection.data} />
  if (connection.data === null)
    return (
      <div className={classes['beside']}>
        <div>
          <StateMark tone="warning" shape="alert" label={m.infrastructure_card_none()} />
          <p className={classes['soft']}>{m.infrastructure_card_none_text()}</p>
        </div>
        <Button
          component={Link}
          to={paths.datacenter(id)}
          size="xs"
          className={classes['above'] ?? ''}
          aria-label={m.infrastructure_card_set_up_of({ name })}
        >
          {m.infrastructure_card_set_up()}
        </Button>
      </div>
    )
  if (!connection.error) return <SkeletonBar width="60%" height="1rem" />
  return (
    <div className={classes['beside']}>
      <StateMark tone="bad" shape="cross" label={m.infrastructure_card_unread()} />
      <Button
        variant="default"
        size="xs"
        className={classes['above'] ?? ''}
        loading={connection.isFetching}
        aria-label={m.infrastructure_card_retry({ name })}
        onClick={() => void connection.refetch()}
      >
        {m.infrastructure_card_retry_short()}
      </Button>
    </div>
  )
}

function System({ manager: { type, endpoint } }: { readonly manager: BackupManager }) {
  const types = useQuery(systemTypes())
  return (
    <>
      <p className={classes['kind']}>
        {types.isPending ? <SkeletonBar width="6rem" /> : <bdi>{systemName(types.data, type)}</bdi>}
      </p>
      <p className={classes['soft']} title={endpoint ?? undefined}>
        {endpoint === null ? m.infrastructure_card_no_endpoint() : <bdi>{hostOf(endpoint)}</bdi>}
      </p>
    </>
  )
}
