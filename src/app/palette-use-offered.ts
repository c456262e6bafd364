import { useMantineColorScheme } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

import { type Fleet, fleet, vm as vmQuery } from '~/api/queries'
import { fleetWindow } from '~/api/queries/fleet-windows'
import { datacenters as datacentersQuery } from '~/api/queries/infrastructure'
import { tenants as tenantsQuery } from '~/api/queries/tenants'
import { mayOpenInfrastructure } from '~/domain/may-administer'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { remember } from '~/pages/parts/remember'
import { totalWords } from '~/pages/parts/total-words'
import { useAdministration } from '~/pages/parts/use-administration'
import { useSituationOf } from '~/pages/parts/use-situation'
import { m } from '~/texts/messages'
import { compareWords } from '~/texts/order'
import { useClockChoice } from '~/ui/clock'

import { useHelpAddress } from './help-link'
import { useLanguage } from './language'
import { consoleEntries } from './palette-console'
import type { Entry } from './palette-entry'
import type { Offered } from './palette-look'
import { pageEntries } from './palette-pages'
import { vmActions, vmEntry } from './palette-vm'
import { usePlaces } from './places'

/** Once for each reading of the fleet: ten thousand are put in order before one types, not at each letter. */
const inOrder = remember((vms: readonly VirtualMachine[]): readonly Entry[] =>
  vms.toSorted((a, b) => compareWords(a.name, b.name)).map(vmEntry),
)

const none: readonly never[] = []

const together = remember((read: readonly VirtualMachine[], found: readonly VirtualMachine[]) => {
  const known = new Set(read.map(({ id }) => id))
  return [...read, ...found.filter(({ id }) => !known.has(id))]
})

/** A single letter finds too many to be of use. */
const leastAsked = 2

/** Of a fleet that is not read whole the platform finds VMs by a part of their name: the longest word that was typed. */
function useFound(read: Fleet | undefined, typed: string) {
  const [text = ''] = typed.split(/\s+/u).toSorted((a, b) => b.length - a.length)
  return useQuery({
    ...fleetWindow({ text, descending: false }, 0),
    enabled: read?.long === true && text.length >= leastAsked,
    placeholderData: keepPreviousData,
  })
}

/** The VM in question, as fresh as it is known. */
function useSubject(id: string | null, known: VirtualMachine | null): VirtualMachine | null {
  const own = useQuery({ ...vmQuery(id ?? ''), enabled: id !== null })
  return id === null ? null : (own.data ?? known)
}

/**
 * What the palette can find, and what of it is not there yet or could not be read.
 * @param inView The VM that one looks at.
 * @param chosen The VM that was chosen in the palette instead.
 * @param typed What is sought among the VMs.
 */
export function useOffered(inView: string | null, chosen: VirtualMachine | null, typed: string) {
  const administration = useAdministration()
  const { may } = administration.actor
  const machines = useQuery({ ...fleet(), enabled: may.has('vms.view') })
  const found = useFound(machines.data, typed)
  const datacenters = useQuery({ ...datacentersQuery(), enabled: mayOpenInfrastructure(administration.actor).ok })
  const tenants = useQuery({ ...tenantsQuery(), enabled: may.has('tenants.manage') })
  const vm = useSubject(chosen?.id ?? inView, chosen)
  const known = useSituationOf(vm)
  const places = usePlaces()
  const help = useHelpAddress()
  const clock = useClockChoice()
  const { colorScheme: scheme } = useMantineColorScheme()
  const language = useLanguage()
  const offered: Offered = {
    onVm: known ? vmActions(known.situation, known.settled) : none,
    rest: [
      ...pageEntries(administration, places, datacenters.data?.rows ?? none, tenants.data?.rows ?? none),
      ...consoleEntries({ clock, scheme, language, online: administration.online, help }),
    ],
    vms: inOrder(together(machines.data?.rows ?? none, found.data?.rows ?? none)),
  }
  return { offered, vm, notes: notesOf(machines, found, datacenters.isError, tenants.isError) }
}

/** What cannot be found, or not yet, and why. */
function notesOf(
  vms: { readonly data: Fleet | undefined; readonly isFetching: boolean; readonly isError: boolean },
  found: { readonly isFetching: boolean; readonly isError: boolean },
  datacentersFailed: boolean,
  tenantsFailed: boolean,
): readonly string[] {
  const read = vms.data ? vms.data.rows.length + vms.data.unreadable : 0
  const notes = [
    vms.isFetching && !vms.data && m.palette_reading(),
    vms.isFetching &&
      vms.data &&
      !vms.data.long &&
      (read < vms.data.total || vms.data.untold) &&
      m.palette_reading_some({ read, total: totalWords(vms.data) }),
    found.isFetching && m.palette_asking(),
    !found.isFetching && found.isError && m.palette_not_asked(),
    vms.data?.long === true && m.palette_long({ total: totalWords(vms.data), read }),
    vms.isError && !vms.isFetching && (vms.data ? m.palette_stale() : m.palette_unread()),
    vms.data && vms.data.unreadable > 0 && m.palette_unreadable({ n: vms.data.unreadable }),
    datacentersFailed && m.palette_datacenters_unread(),
    tenantsFailed && m.palette_tenants_unread(),
  ]
  return notes.filter((note) => typeof note === 'string')
}
