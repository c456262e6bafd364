import { mayBackUpNow, mayReadEvents, mayReadResults } from '~/domain/may-back-up'
import { mayDeploy, mayPower, mayUndeploy } from '~/domain/may-power'
import { mayChangePolicies } from '~/domain/may-protect'
import { mayLookForRestore } from '~/domain/may-restore'
import type { Situation } from '~/domain/situation'
import { type Verdict, yes } from '~/domain/verdict'
import { isDeployed, placeWithin, type VirtualMachine } from '~/domain/virtual-machine'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'

import { type Act, allowed, type Entry, type Icon } from './palette-entry'
import { line } from './palette-match'

/** Names of VMs may be used by people for anything; ids of the console's own entries begin otherwise. */
export const vmEntryId = (id: string): string => `vm/${id}`

const madeOf = new WeakMap<VirtualMachine, Entry>()

/** A VM as the palette finds it: by its names, its UUID, where it is and whose it is. */
export function vmEntry(vm: VirtualMachine): Entry {
  const known = madeOf.get(vm)
  if (known) return known
  const place = placeWithin(vm)
  const others = [place, vm.tenant?.name, vm.datacenter?.name, vm.platformName, vm.uuid]
  const entry: Entry = {
    id: vmEntryId(vm.id),
    name: line(vm.name),
    others: others.filter((text) => text !== undefined).map(line),
    group: 'vms',
    icon: 'vm',
    detail: [place, vm.tenant?.name].filter((part) => part !== undefined && part !== '').join(' · '),
    verdict: allowed,
    chosen: false,
    act: { do: 'go', to: paths.vm(vm.id) },
    vm,
  }
  madeOf.set(vm, entry)
  return entry
}

interface Offer {
  readonly key: string
  readonly name: string
  readonly also?: string
  readonly icon: Icon
  readonly verdict: Verdict
  readonly act: Act
}

/** Where the backups are that can be restored. */
const restorable = (id: string): string => `${paths.vmResults(id)}?restorable=yes`

function power(situation: Situation): readonly Offer[] {
  const { vm } = situation
  // The same choice as on the VM's page: of each pair the one that could make sense.
  const off = vm.state === 'off' || !isDeployed(vm)
  return [
    off
      ? {
          key: 'power-on',
          name: m.vm_power_on(),
          also: m.palette_also_power_on(),
          icon: 'power-on',
          verdict: mayPower(situation, 'on'),
          act: { do: 'ask', what: 'power-on', vm },
        }
      : {
          key: 'power-off',
          name: m.vm_power_off(),
          also: m.palette_also_power_off(),
          icon: 'power-off',
          verdict: mayPower(situation, 'off'),
          act: { do: 'ask', what: 'power-off', vm },
        },
    isDeployed(vm)
      ? {
          key: 'undeploy',
          name: m.vm_undeploy(),
          also: m.palette_also_undeploy(),
          icon: 'undeploy',
          verdict: mayUndeploy(situation),
          act: { do: 'ask', what: 'undeploy', vm },
        }
      : {
          key: 'deploy',
          name: m.vm_deploy(),
          icon: 'deploy',
          verdict: mayDeploy(situation),
          act: { do: 'ask', what: 'deploy', vm },
        },
  ]
}

const page = (key: string, name: string, also: string, verdict: Verdict, to: string): Offer => ({
  key,
  name,
  also,
  icon: 'page',
  verdict,
  act: { do: 'go', to },
})

function offers(situation: Situation): readonly Offer[] {
  const { vm, actor } = situation
  const results = mayReadResults(actor)
  return [
    {
      key: 'back-up-now',
      name: m.backup_now(),
      also: m.palette_also_back_up_now(),
      icon: 'back-up-now',
      verdict: mayBackUpNow(situation),
      act: { do: 'ask', what: 'back-up-now', vm },
    },
    {
      key: 'restore',
      name: m.palette_restore(),
      also: m.palette_also_restore(),
      icon: 'restore',
      verdict: mayLookForRestore(situation),
      act: { do: 'go', to: restorable(vm.id) },
    },
    {
      key: 'policies',
      name: m.palette_policies(),
      also: m.palette_also_policies(),
      icon: 'policies',
      verdict: mayChangePolicies(situation),
      act: { do: 'go', to: paths.vmPolicies(vm.id) },
    },
    ...power(situation),
    page('overview', m.palette_overview(), '', yes, paths.vm(vm.id)),
    page('timeline', m.palette_timeline(), m.palette_also_timeline(), results, paths.vmTimeline(vm.id)),
    page('results', m.palette_results(), m.palette_also_results(), results, paths.vmResults(vm.id)),
    page('events', m.palette_events(), m.palette_also_events(), mayReadEvents(actor), paths.vmEvents(vm.id)),
    page('tasks', m.palette_tasks(), m.palette_also_tasks(), yes, paths.vmTasks(vm.id)),
  ]
}

/**
 * What can be done with a VM and seen of it, each under the verdict of its own button or page.
 * @param settled False while it is not known yet what the backup system can do: then nothing is promised.
 */
export const vmActions = (situation: Situation, settled: boolean): readonly Entry[] =>
  offers(situation).map(({ key, name, also = '', icon, verdict, act }) => ({
    id: `on-vm/${key}`,
    name: line(name),
    others: [also, situation.vm.name].map(line),
    group: 'vm',
    icon,
    detail: null,
    // What a page asks for is known at once.
    verdict: settled || icon === 'page' ? explain(verdict) : null,
    chosen: false,
    act,
    vm: null,
  }))
