import { MutationObserver } from '@tanstack/react-query'

import type { VirtualMachine } from '~/domain/virtual-machine'
import { bulkStore } from '~/pages/vms/bulk-store'

import { ApiError } from '../error'
import type { Platform } from '../port'
import { backUpNow, fleet, policiesInSight, queryClient, restore, saveProtection } from '../queries'
import { backups } from '../queries/backups'
import { changePolicy, offeredPolicies } from '../queries/infrastructure'
import type { SentWrite } from './night-line.bench'
import type { NightPage } from './night-page.bench'

/** What people do in a night. */
export const deedNames = [
  'back up',
  'restore',
  'assign',
  'unassign',
  'edit a policy',
  'back up many',
  'go on with many',
  'a neighbour backs up',
  'look',
] as const
export type DeedName = (typeof deedNames)[number]

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

/** The address of a VM on the line. */
export const placeOf = (id: string): string => {
  const [vdc, vapp, vm] = id.split('-')
  return `/api/cloud/virtualdatacenters/${vdc}/virtualappliances/${vapp}/virtualmachines/${vm}`
}

let pages = 0

/** The people at one page. Each VM of the first half is somebody's; the others are backed up together. */
export function people({ dice, line, time }: NightPage, vms: readonly VirtualMachine[], neighbour: Platform) {
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
    const more = what === 'assign' && offered.length > 0 ? [dice.of(offered)] : []
    const assignments = [
      ...(what === 'assign' ? (vm.assignments ?? []) : []),
      ...more.map(({ id, name }) => ({ policyId: id, policyName: name, values: [] })),
    ]
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

  /** By what is on the screen at this moment, however old it is. */
  const act = (what: DeedName, datacenterId: string): void => {
    const shown = queryClient.getQueryData(fleet().queryKey)?.rows ?? []
    const vm = dice.of(shown.filter(({ id }) => own.has(id)))
    const place = placeOf(vm.id)
    switch (what) {
      case 'back up':
        return decide({ what, place, about: { vmId: vm.id, kind: 'backup' } }, () =>
          new MutationObserver(queryClient, backUpNow(vm.id)).mutate({ replicate: false }),
        )
      case 'restore':
        return decide({ what, place, about: { vmId: vm.id, kind: 'restore' } }, async () => {
          const { rows } = await queryClient.fetchQuery(backups(vm.id))
          const backupId = rows.find(({ outcome }) => outcome === 'good')?.id ?? '1'
          return new MutationObserver(queryClient, restore(vm.id)).mutate({ backupId })
        })
      case 'assign':
      case 'unassign':
        return protect(what, vm)
      case 'edit a policy':
        return editPolicy(datacenterId)
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

export type People = ReturnType<typeof people>
