import { useQuery } from '@tanstack/react-query'

import { site, vmTasks } from '~/api/queries'
import { platformDecides } from '~/domain/backup-ways'
import { type BackupSite, systemNotKnown } from '~/domain/capability'
import type { Situation } from '~/domain/situation'
import { isRunning, type Task } from '~/domain/task'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { useNow } from '~/ui/use-now'
import { useOnline } from '~/ui/use-online'

import { useActor } from './use-actor'

/** What is known of a datacenter that could not be read: nothing. */
const siteNotKnown = (vm: VirtualMachine): BackupSite => ({
  datacenter: vm.datacenter ?? { id: '', name: '' },
  timeZone: null,
  rules: { manualBackup: null, severalPolicies: null, changeWhileDeployed: null, severalRestores: null },
  system: systemNotKnown,
  ways: platformDecides,
})

/** The piece of work that runs on a VM now; the newest when the platform names several. Where none does, what waits to begin. */
export const runningTask = (tasks: readonly Task[]): Task | null =>
  tasks.find(isRunning) ??
  tasks.find(({ standing }) => standing === 'once') ??
  tasks.find((one) => one.standing) ??
  null

const minute = 60_000

interface Known {
  readonly situation: Situation
  readonly settled: boolean
}

/**
 * Everything that the rules about one VM ask for, gathered from the session, the caches and the clock. `settled` is
 * false until the datacenter's abilities and the running work were read once; until then a button should wait.
 */
export function useSituation(vm: VirtualMachine): Known {
  const known = useKnown(vm)
  return known(vm)
}

/** The same of a VM that may not be chosen yet. */
export function useSituationOf(vm: VirtualMachine | null): Known | null {
  const known = useKnown(vm)
  return vm && known(vm)
}

function useKnown(chosen: VirtualMachine | null): (vm: VirtualMachine) => Known {
  const actor = useActor()
  const online = useOnline()
  const now = useNow(minute)
  const asked = { id: chosen?.id ?? '', enabled: chosen !== null }
  const place = useQuery({ ...site(asked.id), enabled: asked.enabled })
  const tasks = useQuery({ ...vmTasks(asked.id), enabled: asked.enabled })
  return (vm) => ({
    situation: { actor, vm, site: place.data ?? siteNotKnown(vm), task: runningTask(tasks.data ?? []), online, now },
    settled: !place.isPending && !tasks.isPending,
  })
}
