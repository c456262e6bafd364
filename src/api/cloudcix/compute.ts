import type { Page } from '~/domain/page'

import type { Connection, Params } from './connection'
import { type Generation, mostRows } from './generation'
import type { Copy, Machine } from './records'
import { copyPhase, isThere } from './states'
import * as wire from './wire'

/** Containers and their machines on LXD, the others on Hyper-V. */
const types: Readonly<Record<string, string>> = { lxd: 'lxd', hyperv: 'hyperv' }

const still = (page: Page<Copy>): Page<Copy> => ({ ...page, rows: page.rows.filter(({ phase }) => isThere(phase)) })

/** The second generation: words for states, projects, neither repositories nor a history. */
export function compute({ list, read }: Connection): Generation {
  const backups = (params: Params, signal?: AbortSignal) =>
    list(
      ['compute', 'compute/backups/', { order: '-id', limit: mostRows, page: 0, ...params }],
      wire.computeBackup,
      signal,
    ).then(still)

  const instances = (params: Params, signal?: AbortSignal): Promise<Page<Machine>> =>
    list(['compute', 'compute/instances/', params], wire.instance, signal).then((page) => ({
      ...page,
      rows: page.rows.filter(({ state }) => copyPhase(state) !== 'gone'),
    }))

  const machine = (id: number, signal?: AbortSignal) =>
    read(['compute', `compute/instances/${id}/`], wire.instance, signal)

  /** Nobody states whether a state can be searched by its word: the newest are looked through instead. */
  const sifted = async (fits: (copy: Copy) => boolean, signal?: AbortSignal): Promise<readonly Copy[]> =>
    (await backups({}, signal)).rows.filter(fits)

  return {
    repositories: false,
    machines: ({ page, limit, text, descending }, signal) =>
      instances(
        { ...(text && { 'search[name__icontains]': text }), order: descending ? '-id' : 'id', page, limit },
        signal,
      ),
    machine,
    named: async (ids, signal) =>
      (await instances({ 'search[id__in]': ids.join(','), limit: mostRows, page: 0 }, signal)).rows,
    copies: (page, signal) => backups({ page }, signal),
    copiesOf: async (vm, page, signal) => {
      // The number of an instance is the other end of a link of its backups.
      const found = await backups({ 'search[resource_links__contra_resource_id]': vm, page }, signal)
      return { ...found, rows: found.rows.filter((copy) => copy.vm === vm) }
    },
    failed: () => sifted(({ phase }) => phase === 'failed'),
    moving: (signal) => sifted(({ phase }) => ['waiting', 'copying', 'deleting', 'moving'].includes(phase), signal),
    copy: (id, signal) => read(['compute', `compute/backups/${id}/`], wire.computeBackup, signal),
    history: null,
    create: async (vm, { name = '' }) => {
      const { project, kind } = await machine(vm)
      return {
        service: 'compute',
        method: 'POST',
        path: 'compute/backups/',
        body: { instance_id: vm, project_id: project?.id ?? 0, type: types[kind] ?? 'lxd', name: name.trim() },
      }
    },
    rename: (copy, name) => ({ service: 'compute', method: 'PUT', path: `compute/backups/${copy}/`, body: { name } }),
    remove: (copy) => ({
      service: 'compute',
      method: 'PUT',
      path: `compute/backups/${copy}/`,
      body: { state: 'delete' },
    }),
    power: (vm, power) => ({
      service: 'compute',
      method: 'PUT',
      path: `compute/instances/${vm}/`,
      body: { state: power === 'on' ? 'restart' : 'stop' },
    }),
  }
}
