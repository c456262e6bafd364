import type { Page } from '~/domain/page'
import type { VirtualMachine } from '~/domain/virtual-machine'

import type { Accepted, Platform, VmQuery } from '../port'
import type { Connection } from './connection'
import type { Fleet } from './fleet'
import { numberOf } from './ids'
import { seconds } from './times'
import { type Target, taskId } from './to-task'
import { toDisks } from './to-vm'

/** Lists of VMs, their disks and their power. */
export function machines({ write, clockSkew }: Connection, fleet: Fleet) {
  /** Names are compared here: the platform can search only where its database can. */
  const found = async (
    { text = '', offset, limit, descending }: VmQuery,
    signal?: AbortSignal,
  ): Promise<Page<VirtualMachine>> => {
    const { rows, unreadable } = await fleet.readShort(signal)
    const wanted = text.trim().toLowerCase()
    const fits = rows.filter(({ ID, NAME }) => NAME.toLowerCase().includes(wanted) || `${ID}` === wanted)
    const ordered = descending ? fits.toReversed() : fits
    const window = ordered.slice(offset, offset + limit).map(({ ID }) => ID)
    const { rows: whole } = await fleet.readSet(window, signal)
    return { rows: await fleet.translate(whole, signal), total: fits.length, unreadable: offset === 0 ? unreadable : 0 }
  }

  const listed = async (
    { offset, limit, descending }: VmQuery,
    signal?: AbortSignal,
  ): Promise<Page<VirtualMachine>> => {
    const total = descending ? await fleet.count(0, signal) : null
    const end = total === null ? offset + limit : Math.max(0, total - offset)
    const start = total === null ? offset : Math.max(0, end - limit)
    const { rows, unreadable } = await (descending ? fleet.readWindow : fleet.readOn)(start, end - start, signal)
    const read = rows.length + unreadable
    const isLast = read < end - start
    const all =
      total ??
      (isLast
        ? read > 0 || offset === 0
          ? offset + read
          : await fleet.count(0, signal)
        : await fleet.count(offset + read, signal))
    const vms = await fleet.translate(rows, signal)
    return { rows: descending ? vms.toReversed() : vms, total: all, unreadable }
  }

  const act = async (id: string, action: string, target: Target): Promise<Accepted> => {
    const vm = numberOf(id, 'VM')
    const since = seconds(new Date(Date.now() + clockSkew()))
    await write('one.vm.action', [action, vm])
    return { task: taskId({ kind: 'state', vm, since, target }) }
  }

  return {
    listVms: (query, signal) => (query.text ? found(query, signal) : listed(query, signal)),
    getVm: async (id, signal) => fleet.toMachine(await fleet.machine(id, signal), signal),
    listDisks: async (id, signal) => toDisks(await fleet.machine(id, signal)),
    setPower: (id, power) => act(id, power === 'on' ? 'resume' : 'poweroff', power),
    deploy: (id) => act(id, 'resume', 'deployed'),
    undeploy: (id) => act(id, 'undeploy', 'undeployed'),
  } satisfies Partial<Platform>
}
