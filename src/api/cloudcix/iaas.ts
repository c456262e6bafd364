import { ApiError } from '../error'
import type { Connection, Params } from './connection'
import { type Generation, mostRows } from './generation'
import { code, moving } from './states'
import * as wire from './wire'

const notClosed = { 'exclude[state]': code.closed }
/** The platform takes and gives its times without a zone, in UTC. */
const timeText = (at: Date): string => at.toISOString().slice(0, 23)

/** The first generation: numbers for states, two repositories, a history. */
export function iaas({ list, read }: Connection): Generation {
  const backups = (params: Params, signal?: AbortSignal) =>
    list(['iaas', 'backup/', { order: '-created', limit: mostRows, page: 0, ...params }], wire.backup, signal)
  return {
    repositories: true,
    machines: ({ page, limit, text, descending }, signal) =>
      list(
        [
          'iaas',
          'vm/',
          {
            ...notClosed,
            ...(text && { 'search[name__icontains]': text }),
            order: descending ? '-created' : 'created',
            page,
            limit,
          },
        ],
        wire.vm,
        signal,
      ),
    machine: (id, signal) => read(['iaas', `vm/${id}/`], wire.vm, signal),
    named: async (ids, signal) =>
      (await list(['iaas', 'vm/', { 'search[id__in]': ids.join(','), limit: mostRows, page: 0 }], wire.vm, signal))
        .rows,
    copies: (page, signal) => backups({ ...notClosed, page }, signal),
    copiesOf: (vm, page, signal) => backups({ 'search[vm_id]': vm, ...notClosed, page }, signal),
    failed: async () => (await backups({ 'search[state]': code.failed })).rows,
    moving: async (signal) => (await backups({ 'search[state__in]': moving.join(',') }, signal)).rows,
    copy: (id, signal) => read(['iaas', `backup/${id}/`], wire.backup, signal),
    history: ({ page, limit, vm, from, to }, signal) =>
      list(
        [
          'iaas',
          'backup_history/',
          {
            ...(vm !== undefined && { 'search[vm_id]': vm }),
            ...(from && { 'search[created__gte]': timeText(from) }),
            ...(to && { 'search[created__lte]': timeText(to) }),
            order: '-created',
            page,
            limit,
          },
        ],
        wire.historyLine,
        signal,
      ),
    create: async (vm, { name = '', place }) => {
      const repository = Number(place)
      if (repository !== 1 && repository !== 2) throw new ApiError('invalid', 'A backup needs a repository')
      return {
        service: 'iaas',
        method: 'POST',
        path: 'backup/',
        body: { vm_id: vm, name: name.trim(), repository },
      }
    },
    rename: (copy, name) => ({ service: 'iaas', method: 'PUT', path: `backup/${copy}/`, body: { name } }),
    remove: (copy) => ({ service: 'iaas', method: 'PUT', path: `backup/${copy}/`, body: { state: code.scrub } }),
    power: (vm, power) => ({
      service: 'iaas',
      method: 'PUT',
      path: `vm/${vm}/`,
      body: { state: power === 'on' ? code.restart : code.quiesce },
    }),
  }
}
