import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'

import type { ApiError } from '~/api/error'
import { fleet, queryClient } from '~/api/queries'
import { changePolicy, createPolicy, offeredPolicies } from '~/api/queries/infrastructure'
import type { BackupConfiguration, OfferedPolicy, PolicyDraft } from '~/domain/policy'
import { standingError } from '~/pages/parts/standing-error'
import { useOnce } from '~/pages/parts/use-once'
import { useVersions } from '~/pages/parts/use-versions'

import { fieldsOf, type KindFields, keptOf, type PolicyFields } from './fields'
import { fieldsOver } from './fields-over'
import { sameFields, sameOffer, toDraft } from './to-draft'

interface FormOf {
  readonly datacenterId: string
  /** The policy as the platform has it; null: a new one. */
  readonly latest: OfferedPolicy | null
  /** It is not on the platform any more: a save makes it anew. */
  readonly gone: boolean
  /** How the form of a new policy opens. */
  readonly start: PolicyFields
  /** Configurations of the policy that a new one copies, beside the grid. */
  readonly copied: readonly BackupConfiguration[]
  /** Who chooses the disks of kinds that are new. */
  readonly content: KindFields['content']
  /** The kinds cannot change: they go back exactly as they came. */
  readonly frozen: boolean
  readonly policies: readonly OfferedPolicy[]
  /** When the policies were read, in epoch milliseconds. */
  readonly readAt: number
}

/** Nobody knows what came of it: what the platform has now decides what a person can do next. */
function lookAgain(datacenterId: string, { kind }: ApiError): void {
  if (kind !== 'unknown-outcome') return
  void queryClient.invalidateQueries({ queryKey: offeredPolicies(datacenterId).queryKey })
  void queryClient.invalidateQueries({ queryKey: fleet().queryKey, exact: true })
}

/**
 * The form over one policy. It follows the platform as long as nothing is entered; from then on it stays as it is, until
 * it is saved, or a person decides between two versions.
 */
export function usePolicyForm({
  datacenterId,
  latest,
  gone,
  start,
  copied,
  content,
  frozen,
  policies,
  readAt,
}: FormOf) {
  const version = { revision: latest?.revision ?? '', policy: latest }
  const fieldsNow = latest ? fieldsOf(latest, content) : start
  const [opened, setOpened] = useState({ revision: version.revision, fields: fieldsNow, keep: false })
  const form = useForm<PolicyFields>({ values: opened.fields, resetOptions: { keepValues: opened.keep } })
  const [name, code, description, replication, replicationSaid, kinds] = useWatch({
    control: form.control,
    name: ['name', 'code', 'description', 'replication', 'replicationSaid', 'kinds'],
  })
  const fields: PolicyFields = { name, code, description, replication, replicationSaid, kinds }
  const entered = !sameFields(fields, opened.fields)

  const onError = (error: ApiError): void => lookAgain(datacenterId, error)
  const creating = useMutation({ ...createPolicy(datacenterId), onError })
  const changing = useMutation({ ...changePolicy(datacenterId, latest?.id ?? ''), onError })
  const saving = creating.isPending || changing.isPending

  const draftOver = (policy: OfferedPolicy | null): PolicyDraft => {
    const draft = toDraft(fields, policy ? keptOf(policy) : copied)
    return frozen && policy
      ? { ...draft, replication: policy.replication, configurations: policy.configurations }
      : draft
  }
  const { base, conflicts, keepMine } = useVersions(version, {
    dirty: entered,
    saving,
    sameAsMine: ({ policy }) => policy !== null && sameOffer(policy, draftOver(policy)),
  })
  // The pattern of React for state that follows a prop: at once, before anything is drawn with the old one.
  if (base.revision !== opened.revision)
    setOpened({
      revision: base.revision,
      fields: base.policy ? fieldsOf(base.policy, content) : start,
      keep: false,
    })
  const openOn = (keep: boolean): void => {
    keepMine()
    setOpened({ revision: version.revision, fields: fieldsNow, keep })
  }

  const once = useOnce()
  const draft = draftOver(base.policy)
  // That a policy cannot be changed any more is said by that it is gone.
  const error = standingError(creating.error ?? (gone ? null : changing.error))
  const failedAt = error ? Math.max(creating.submittedAt, changing.submittedAt) : 0
  const sent = creating.variables ?? changing.variables?.draft ?? null
  // After an answer that was lost: what the platform has of it now, and whether it was asked since.
  const lost =
    error?.kind === 'unknown-outcome'
      ? { looked: readAt > failedAt, found: policies.find((one) => sent && sameOffer(one, sent)) ?? null }
      : null
  const arrived = lost !== null && lost.found !== null && sameOffer(lost.found, draft)
  return {
    control: form.control,
    fields,
    base: base.policy,
    kept: base.policy ? keptOf(base.policy) : copied,
    draft,
    /** Something was entered that the platform does not have. */
    dirty: entered && !arrived,
    saving,
    saved: creating.isSuccess || changing.isSuccess,
    error,
    failedAt,
    /** What was sent last; null when nothing was. */
    sent,
    lost,
    /** No answer came, and the platform has what stands in the form. */
    arrived,
    /** Two people changed the policy: theirs, to choose between. */
    theirs: conflicts ? latest : null,
    keepMine: (): void => {
      creating.reset()
      changing.reset()
      form.reset(fieldsOver(fields, opened.fields, fieldsNow))
      openOn(true)
    },
    takeTheirs: (): void => {
      creating.reset()
      changing.reset()
      openOn(false)
    },
    /** Sends what was entered, once for one decision; `settled` is called when it is answered, or refused. */
    save: (settled: (done: boolean) => void): void =>
      once(async () => {
        let done = false
        try {
          if (base.policy && !gone) await changing.mutateAsync({ draft, basedOn: base.revision })
          else await creating.mutateAsync(draft)
          done = true
        } finally {
          settled(done)
        }
      }),
  }
}

/** What `usePolicyForm` gives to the parts of the page. */
export type PolicyForm = ReturnType<typeof usePolicyForm>
