import type { ReactNode } from 'react'

import type { TrailEvent } from '~/domain/event'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { m } from '~/texts/messages'

import classes from './list.module.css'

/** What an event is about: the VM as people call it, whose it is, and where. */
export function whereOf(event: TrailEvent, vm: VirtualMachine | undefined): ReactNode {
  const name = vm?.name ?? event.vmName
  const around = [event.tenant, event.datacenter].filter((part) => part !== null)
  if (name === null && around.length === 0) return <span className={classes['soft']}>{m.trail_where_none()}</span>
  return (
    <span className={classes['where']}>
      {name !== null && <bdi>{name}</bdi>}
      {around.length > 0 && <bdi className={classes['soft']}>{around.join(' · ')}</bdi>}
    </span>
  )
}
