import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useForm, useWatch } from 'react-hook-form'

import type { ConfigurationValues } from '~/domain/assignment'
import type { BackupPolicy } from '~/domain/policy'
import type { Disk, VirtualMachine } from '~/domain/virtual-machine'
import { isTimeZone } from '~/domain/zone'
import { valuesOf } from '~/pages/parts/policy/policy-assignment'
import { fieldId, type Place, type PolicyContext } from '~/pages/parts/policy/policy-context'
import { configurationDraft, draftOf, type ProtectionDraft } from '~/pages/parts/policy/policy-draft'
import { useActor } from '~/pages/parts/use-actor'
import { useNow } from '~/ui/use-now'
import { useOnline } from '~/ui/use-online'

import { problemsOf } from './backup/policy-problems'
import type { Ground } from './use-grounds'

interface EnteredOf {
  readonly policy: BackupPolicy
  /** The VM that the values are for, or one that stands for several. */
  readonly vm: VirtualMachine
  readonly ground: Ground
  /** Null while they are not known, or where the values are for several VMs. */
  readonly disks: readonly Disk[] | null
  /** How the form opens; it does not follow later ones. */
  readonly start: readonly ConfigurationValues[]
  /** Tells two forms on one page apart. */
  readonly form: string
}

/** The form of what a policy leaves to a VM: what was entered, and what is wrong with it. */
export function useEntered({ policy, vm, ground, disks, start, form }: EnteredOf) {
  const actor = useActor()
  const online = useOnline()
  const now = useNow(60_000)
  const [tried, setTried] = useState(false)
  const assignments = start.length > 0 ? [{ policyId: policy.id, policyName: policy.name, values: start }] : []
  const bare = { ...vm, assignments: [] }
  const base = { vm: bare, policies: [policy] }
  const { control } = useForm<ProtectionDraft>({ defaultValues: draftOf({ ...base, vm: { ...vm, assignments } }) })
  const [drafts] = useWatch({ control, name: ['policies'] })
  const { timeZone } = ground.site
  const problems = problemsOf({ chosen: [policy.id], policies: drafts }, base, {
    disks,
    os: vm.os,
    assignments: vm.assignments,
  })
  const placeOf = (configuration: number): Place => ({ policy: 0, configuration, form })
  const context: PolicyContext = {
    control,
    base,
    situation: { actor, site: ground.site, vm: bare, task: null, online, now },
    disks,
    zone: timeZone !== null && isTimeZone(timeZone) ? timeZone : null,
    readOnly: false,
    problemAt: ({ configuration }, field) =>
      problems.find((one) => (tried || !one.early) && one.place.configuration === configuration && one.field === field)
        ?.words ?? null,
  }
  return {
    context,
    placeOf,
    complete: problems.length === 0,
    values: policy.configurations.map((configuration) =>
      valuesOf(
        configuration,
        drafts[0]?.configurations.find(({ key }) => key === configuration.key) ??
          configurationDraft(configuration.key, undefined),
        undefined,
      ),
    ),
    /** Leads to the first value that is missing or wrong. */
    lead: (): void => {
      // What is wrong must stand there before it can take the focus.
      flushSync(() => setTried(true))
      const [one] = problems
      if (one) document.getElementById(fieldId(placeOf(one.place.configuration), one.field))?.focus()
    },
  }
}
