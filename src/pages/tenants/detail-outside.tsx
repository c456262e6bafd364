import { useQuery } from '@tanstack/react-query'

import { datacenters } from '~/api/queries/infrastructure'
import type { Allowance } from '~/domain/tenant'
import { formatList } from '~/texts/format'
import { m } from '~/texts/messages'

import classes from './detail.module.css'

/** Datacenters that the tenant may not use at all, and what to do about it. */
export function Outside({ allowances }: { readonly allowances: readonly Allowance[] }) {
  const places = useQuery(datacenters())
  if (places.error && !places.data) return <p className={classes['outside']}>{m.tenants_places_unread()}</p>
  const inside = new Set(allowances.map(({ datacenter }) => datacenter.id))
  const outside = (places.data?.rows ?? []).filter(({ id }) => !inside.has(id)).map(({ name }) => name)
  if (outside.length === 0) return null
  return (
    <p className={classes['outside']}>{m.tenants_places_outside({ n: outside.length, names: formatList(outside) })}</p>
  )
}
