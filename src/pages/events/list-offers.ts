import { useQuery } from '@tanstack/react-query'

import { fleet } from '~/api/queries'
import { datacenters } from '~/api/queries/infrastructure'
import { tenants } from '~/api/queries/tenants'
import { eventPlaces, type TrailEvent } from '~/domain/event'
import { mayOpenInfrastructure, mayOpenTenants } from '~/domain/may-administer'
import type { Ref } from '~/domain/ref'
import type { VirtualMachine } from '~/domain/virtual-machine'
import type { RelatedTo } from '~/pages/parts/events/event-drawer'
import type { Offers } from '~/pages/parts/events/event-view'
import { remember } from '~/pages/parts/remember'
import type { Offer } from '~/pages/parts/toolbar/choice-filter'
import { useActor } from '~/pages/parts/use-actor'
import { paths } from '~/pages/paths'
import { compareWords } from '~/texts/order'

/** Each name once, in the order of the alphabet; what is not named is left out. */
const named = (names: readonly (string | null | undefined)[]): readonly Offer[] =>
  [...new Set(names.flatMap((name) => name || []))]
    .map((name) => ({ value: name, label: name }))
    .toSorted((a, b) => compareWords(a.label, b.label))

/** What the VMs in sight say about names. The trail calls a VM as the platform does, people call it otherwise. */
const ofFleet = remember((vms: readonly VirtualMachine[]) => ({
  byPlatformName: new Map(vms.map((vm) => [vm.platformName, vm] as const)),
  vms: vms
    .map((vm): Offer => ({ value: vm.platformName, label: vm.name }))
    .toSorted((a, b) => compareWords(a.label, b.label)),
  datacenters: vms.map(({ datacenter }) => datacenter?.name),
  tenants: vms.map(({ tenant }) => tenant?.name),
  virtualDatacenters: named(vms.map(({ virtualDatacenter }) => virtualDatacenter.name)),
  virtualAppliances: named(vms.map(({ virtualAppliance }) => virtualAppliance.name)),
}))

const noVms: readonly VirtualMachine[] = []
const noRefs: readonly Ref[] = []

/** What is known of the names in a trail: what can be offered to filter by, and where each leads. */
export interface Names {
  readonly offers: Offers
  readonly related: RelatedTo
  readonly vmOf: (event: TrailEvent) => VirtualMachine | undefined
}

/** Names that this person may read; nobody asks for what is not open to them. */
export function useNames(events: readonly TrailEvent[]): Names {
  const actor = useActor()
  const opensInfrastructure = mayOpenInfrastructure(actor).ok
  const opensTenants = mayOpenTenants(actor).ok
  const machines = useQuery({ ...fleet(), enabled: actor.may.has('vms.view') })
  const places = useQuery({ ...datacenters(), enabled: opensInfrastructure }).data?.rows ?? noRefs
  const owners = useQuery({ ...tenants(), enabled: opensTenants }).data?.rows ?? noRefs
  const known = ofFleet(machines.data?.rows ?? noVms)
  const vmOf = ({ vmName }: TrailEvent) => (vmName === null ? undefined : known.byPlatformName.get(vmName))
  return {
    offers: {
      datacenter: named([...places.map(({ name }) => name), ...known.datacenters]),
      tenant: named([...owners.map(({ name }) => name), ...known.tenants]),
      vm: known.vms,
      virtualDatacenter: known.virtualDatacenters,
      virtualAppliance: known.virtualAppliances,
      performedBy: named(events.map(({ performedBy }) => performedBy)),
      user: named(events.map(({ user }) => user)),
      component: named(events.map(({ component }) => component)),
      ...Object.fromEntries(eventPlaces.map((place) => [place, named(events.map((event) => event.places?.[place]))])),
    },
    vmOf,
    related: (event) => {
      const vm = vmOf(event)
      const tenant = owners.find(({ name }) => name === event.tenant)
      const datacenter = places.find(({ name }) => name === event.datacenter)
      return {
        vm: vm && { to: paths.vm(vm.id), name: vm.name },
        tenant: tenant && { to: paths.tenant(tenant.id) },
        datacenter: datacenter && { to: paths.datacenter(datacenter.id) },
      }
    },
  }
}
