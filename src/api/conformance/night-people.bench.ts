import { MutationObserver } from '@tanstack/react-query'

import type { Assignment } from '~/domain/assignment'
import { suggestedOrder } from '~/domain/backup-ways'
import { isRunning } from '~/domain/task'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { bulkStore } from '~/pages/vms/bulk-store'

import { ApiError } from '../error'
import type { Platform } from '../port'
import { fleet, policiesInSight, queryClient, serverNow, site, vmTasks } from '../queries'
import { backups } from '../queries/backups'
import { changePolicy, offeredPolicies } from '../queries/infrastructure'
import { setPower } from '../queries/power'
import { backUpNow, cancelBackup, deleteBackup, restore, saveProtection } from '../queries/protection'
import type { SentWrite } from './night-line.bench'
import type { NightPage } from './night-page.bench'
import type { DeedName } from './night-stage.bench'

/** One decision of a person, what was sent for it, and what the person was told. */
export interface Deed {
  readonly what: DeedName
  /** The address below which all that it sends lies. */
  readonly place: string
  readonly about: { readonly vmId: string; readonly kind: 'backup' | 'restore' } | null
  readonly at: number
  told: 'nothing' | 'done' | 'not done' | 'not known'
  why: ApiError | null
  sent: readonly SentWrite[]
}

let pages = 0

/** What a plan comes to, whatever the order. */
const sorted = (plan: readonly Assignment[]): string =>
  JSON.stringify(plan.map(({ policyId: id, values }) => JSON.stringify([id, values])).toSorted())

const goodOne = async (vmId: string): Promise<string> => {
  const { rows } = await queryClient.fetchQuery(backups(vmId))
  return rows.find(({ outcome }) => outcome === 'good')?.id ?? '1'
}

/** The people at one page. Each VM of the first half is somebody's; the others are backed up together. */
export function people(
  { dice, line, time, stage: { placeOf, untouched, valuesOf } }: NightPage,
  vms: readonly VirtualMachine[],
  neighbour: Platform,
) {
  const deeds: Deed[] = []
  pages += 1
  const store = bulkStore(`ada at page ${pages}`)
  const own = new Set(vms.filter((_, at) => at % 2 === 0).map(({ id }) => id))
  const many = vms.filter(({ id }) => !own.has(id))

  /** Sends one thing, as a page does, unless the same button is busy, and notes what the person is told. */
  const decide = (what: Pick<Deed, 'what' | 'place' | 'about'>, send: () => Promise<unknown>): void => {
    if (deeds.some(({ place, told }) => place === what.place && told === 'nothing')) return
    const deed: Deed = { ...what, at: time.now(), told: 'nothing', why: null, sent: [] }
    const before = line.writes.length
    deeds.push(deed)
    const tell = (told: Deed['told'], why: ApiError | null): void => {
      const sent = line.writes.slice(before).filter(({ path }) => path.startsWith(deed.place))
      Object.assign(deed, { told, why, sent })
    }
    void send().then(
      () => tell('done', null),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error
        tell(error.kind === 'unknown-outcome' ? 'not known' : 'not done', error)
      },
    )
  }

  const protect = (what: 'assign' | 'unassign', vm: VirtualMachine): void => {
    const offered = queryClient.getQueryData(policiesInSight().queryKey)?.rows ?? []
    const possible = offered.flatMap(({ id, name }) => {
      const values = valuesOf(id)
      return values ? [{ policyId: id, policyName: name, values }] : []
    })
    const before = what === 'assign' ? (vm.assignments ?? []) : []
    const more = what === 'assign' && possible.length > 0 ? [dice.of(possible)] : []
    const assignments = [...before.filter(({ policyId: id }) => !more.some((one) => one.policyId === id)), ...more]
    // With nothing to change the button is refused.
    const now = vm.assignments ?? []
    if (sorted(assignments) === sorted(now) || now.some(({ policyId: id }) => untouched(id))) return
    decide({ what, place: placeOf(vm.id), about: null }, () =>
      new MutationObserver(queryClient, saveProtection(vm.id)).mutate({ assignments, basedOn: vm.revision }),
    )
  }

  const editPolicy = (datacenterId: string): void => {
    const offered = queryClient.getQueryData(offeredPolicies(datacenterId).queryKey)?.rows ?? []
    if (offered.length === 0) return
    const { id, revision, ...draft } = dice.of(offered)
    const place = `/api/admin/datacenters/${id.replace('-', '/backuppolicies/')}`
    const change = { draft: { ...draft, description: `As of ${time.now()}` }, basedOn: revision }
    decide({ what: 'edit a policy', place, about: null }, () =>
      new MutationObserver(queryClient, changePolicy(datacenterId, id)).mutate(change),
    )
  }

  const backUpMany = (): void =>
    store.start(
      {
        id: String(time.now()),
        startedAt: new Date(time.now()).toISOString(),
        order: { action: 'backup', replicate: false, replicateOwn: {} },
        lines: many.map(({ id, name }) => ({
          id,
          name,
          datacenter: null,
          tenant: null,
          replaces: [],
          replicate: false,
        })),
        states: {},
      },
      () => undefined,
    )

  const restoreAsNew = (vm: VirtualMachine): void => {
    const name = `${vm.name}-restored-${time.now()}`
    decide({ what: 'restore as new', place: `/named/${name}/`, about: null }, async () => {
      const { ways } = await queryClient.fetchQuery(site(vm.id))
      const place = ways.restores.flatMap((one) => (one.way === 'new-vm' ? one.places : []))[0]?.id ?? ''
      const order = { way: 'new-vm', place, name } as const
      return new MutationObserver(queryClient, restore(vm.id)).mutate({ backupId: await goodOne(vm.id), order })
    })
  }

  const deleteOne = async (vm: VirtualMachine): Promise<void> => {
    const rows = queryClient.getQueryData(backups(vm.id).queryKey)?.rows ?? []
    const [oldest] = rows.toReversed()
    if (!oldest) return queryClient.fetchQuery(backups(vm.id)).then(() => undefined)
    const together = rows.filter(({ id, chain }) => id === oldest.id || chain?.id === oldest.chain?.id)
    const request = { id: oldest.id, name: oldest.name, backups: oldest.chain ? together : [oldest] }
    decide({ what: 'delete a backup', place: placeOf(vm.id, oldest.id), about: null }, () =>
      new MutationObserver(queryClient, deleteBackup(vm.id)).mutate(request),
    )
  }

  /** By what is on the screen at this moment, however old it is. */
  const act = (what: DeedName, datacenterId: string): void => {
    const shown = queryClient.getQueryData(fleet().queryKey)?.rows ?? []
    const vm = dice.of(shown.filter(({ id }) => own.has(id)))
    const there = { what, place: placeOf(vm.id) }
    switch (what) {
      case 'back up':
        return decide({ ...there, about: { vmId: vm.id, kind: 'backup' } }, async () => {
          const ways = queryClient.getQueryData(site(vm.id).queryKey)?.ways
          const order = ways ? suggestedOrder(ways, vm.name, new Date(serverNow())) : { replicate: false }
          return new MutationObserver(queryClient, backUpNow(vm.id)).mutate(order)
        })
      case 'take back':
        return decide({ ...there, about: null }, async () => {
          const tasks = await queryClient.fetchQuery(vmTasks(vm.id))
          const task = tasks.find((one) => isRunning(one) || one.standing)
          return new MutationObserver(queryClient, cancelBackup(vm.id)).mutate(task?.id ?? `backup-${vm.id}-0-x`)
        })
      case 'restore':
        return decide({ ...there, about: { vmId: vm.id, kind: 'restore' } }, async () =>
          new MutationObserver(queryClient, restore(vm.id)).mutate({ backupId: await goodOne(vm.id) }),
        )
      case 'restore as new':
        return restoreAsNew(vm)
      case 'delete a backup':
        return void deleteOne(vm).catch(() => null)
      case 'assign':
      case 'unassign':
        return protect(what, vm)
      case 'edit a policy':
        return editPolicy(datacenterId)
      case 'switch':
        return decide({ ...there, about: null }, () =>
          new MutationObserver(queryClient, setPower(vm.id)).mutate(vm.state === 'on' ? 'off' : 'on'),
        )
      case 'back up many':
        return backUpMany()
      case 'go on with many':
        return store.goOn()
      case 'a neighbour backs up':
        return void neighbour.backUpNow(vm.id, { replicate: false }).catch(() => null)
      case 'look':
        return undefined
    }
  }
  return { deeds, store, act }
}

/** What `people` gives to a night. */
export type People = ReturnType<typeof people>
