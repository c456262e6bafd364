import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'

import { queryClient } from '~/api/queries'
import { changeProperties, properties as propertiesOf } from '~/api/queries/infrastructure'
import type { BackupProperties, BackupRules } from '~/domain/capability'
import type { Datacenter } from '~/domain/datacenter'
import { changedSwitches } from '~/domain/site-switches'
import { standingError } from '~/pages/parts/standing-error'
import { useOnce } from '~/pages/parts/use-once'
import { useVersions } from '~/pages/parts/use-versions'

/** What a person turned, over what someone else saved: untouched switches become theirs. */
const rulesOver = (rules: BackupRules, before: BackupRules, theirs: BackupRules): BackupRules => ({
  manualBackup: rules.manualBackup === before.manualBackup ? theirs.manualBackup : rules.manualBackup,
  severalPolicies: rules.severalPolicies === before.severalPolicies ? theirs.severalPolicies : rules.severalPolicies,
  changeWhileDeployed:
    rules.changeWhileDeployed === before.changeWhileDeployed ? theirs.changeWhileDeployed : rules.changeWhileDeployed,
  severalRestores: rules.severalRestores === before.severalRestores ? theirs.severalRestores : rules.severalRestores,
})

/** The form over the switches of a datacenter. It follows the platform while nothing is turned. */
export function usePropertiesForm(datacenter: Datacenter, latest: BackupProperties) {
  const once = useOnce()
  const mutation = useMutation({
    ...changeProperties(datacenter.id),
    onError: ({ kind }) => {
      if (kind === 'unknown-outcome')
        void queryClient.invalidateQueries({ queryKey: propertiesOf(datacenter.id).queryKey })
    },
  })
  const [opened, setOpened] = useState({ base: latest, shown: latest.rules })
  const form = useForm<BackupRules>({ values: opened.shown })
  const [manualBackup, severalPolicies, changeWhileDeployed, severalRestores] = useWatch({
    control: form.control,
    name: ['manualBackup', 'severalPolicies', 'changeWhileDeployed', 'severalRestores'],
  })
  const rules: BackupRules = { manualBackup, severalPolicies, changeWhileDeployed, severalRestores }
  const { base, conflicts, keepMine } = useVersions(latest, {
    dirty: changedSwitches(opened.base.rules, rules).length > 0,
    saving: mutation.isPending,
    sameAsMine: ({ rules: theirs }) => changedSwitches(theirs, rules).length === 0,
  })
  // The pattern of React for state that follows a prop: at once, before anything is drawn with the old one.
  if (base.revision !== opened.base.revision) setOpened({ base, shown: base.rules })
  const openOn = (next: BackupRules): void => {
    mutation.reset()
    keepMine()
    setOpened({ base: latest, shown: next })
    form.reset(next)
  }
  const changed = changedSwitches(base.rules, rules)
  const arrived = mutation.error?.kind === 'unknown-outcome' && changed.length === 0
  return {
    control: form.control,
    rules,
    /** What the form was opened on. */
    known: base.rules,
    changed,
    conflicts,
    saving: mutation.isPending,
    error: conflicts || arrived ? null : standingError(mutation.error),
    /** No answer came, and the platform has what was entered. */
    arrived,
    /** The stamp of what the form was opened on. */
    basedOn: base.revision,
    /** When what failed was sent, in milliseconds of this device's clock; 0: nothing did. */
    failedAt: mutation.error ? mutation.submittedAt : 0,
    /** Sends all switches, once for one decision. */
    save: (saved: () => void): void =>
      once(async () => {
        await mutation.mutateAsync({ rules, basedOn: base.revision })
        form.reset(rules)
        saved()
      }),
    takeTheirs: (): void => openOn(latest.rules),
    keepMine: (): void => openOn(rulesOver(rules, opened.base.rules, latest.rules)),
  }
}

/** What `usePropertiesForm` gives to the parts of the page. */
export type PropertiesForm = ReturnType<typeof usePropertiesForm>
