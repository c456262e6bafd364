import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'

import { queryClient, task as taskQuery, vm as vmQuery } from '~/api/queries'
import { saveProtection } from '~/api/queries/protection'
import type { BackupPolicy } from '~/domain/policy'
import { isOver } from '~/domain/task'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { assignmentsOf } from '~/pages/parts/policy/policy-assignment'
import { type Base, draftOf, type ProtectionDraft } from '~/pages/parts/policy/policy-draft'
import { standingError } from '~/pages/parts/standing-error'
import { useFollow } from '~/pages/parts/use-follow'
import { useOnce } from '~/pages/parts/use-once'

import { type Sent, standingOf } from './policies-standing'

/** Whether a form has a place for each configuration of the policies; not for a moment after their list changed. */
const fits = (draft: ProtectionDraft, { policies }: Base): boolean =>
  draft.policies.length === policies.length &&
  policies.every(({ id, configurations }, place) => {
    const entered = draft.policies[place]
    return (
      entered?.id === id &&
      entered.configurations.length === configurations.length &&
      configurations.every(({ key }, at) => entered.configurations[at]?.key === key)
    )
  })

/** How far the platform is with a task that was sent. One that it does not know any more is over. */
function useSent(sent: { readonly draft: ProtectionDraft; readonly task: string | null } | null): Sent | null {
  const followed = useQuery({ ...taskQuery(sent?.task ?? ''), enabled: sent !== null && sent.task !== null })
  if (!sent) return null
  const gone = sent.task === null || followed.error?.kind === 'not-found'
  if (gone || followed.data?.state === 'done') return { draft: sent.draft, state: 'done' }
  return { draft: sent.draft, state: followed.data && isOver(followed.data) ? 'failed' : 'running' }
}

/** What the form was opened on. */
interface Opened {
  readonly base: Base
  /** What was entered stays. */
  readonly keep: boolean
  /** When the save was sent whose outcome the VM has shown since, as `sentAt`. */
  readonly shownAt?: number
  /** It showed what was entered. */
  readonly mine?: boolean
}

/**
 * The form over the backup configuration of a VM. It follows the platform as long as nothing is entered; from then on
 * it stays as it is, until it is saved, thrown away, or a person decides between two versions.
 */
export function usePoliciesForm(vm: VirtualMachine, policies: readonly BackupPolicy[]) {
  const latest: Base = { vm, policies }
  const [opened, setOpened] = useState<Opened>({ base: latest, keep: false })
  const [last, setLast] = useState<{ readonly draft: ProtectionDraft; readonly task: string | null } | null>(null)
  const { base } = opened
  const form = useForm<ProtectionDraft>({ values: draftOf(base), resetOptions: { keepValues: opened.keep } })
  const [chosen, entered] = useWatch({ control: form.control, name: ['chosen', 'policies'] })
  const draft: ProtectionDraft = { chosen, policies: entered }
  const standing = standingOf({ base, latest, draft, sent: useSent(last) })
  const once = useOnce()
  const follow = useFollow(vm)
  const mutation = useMutation({
    ...saveProtection(vm.id),
    onError: (error) => {
      // What the VM has now decides what a person can do next: it is read at once.
      if (error.kind === 'unknown-outcome') void queryClient.invalidateQueries({ queryKey: vmQuery(vm.id).queryKey })
    },
  })
  // The pattern of React for state that follows a prop: at once, before anything is drawn with the old one.
  if (standing.adopts) setOpened({ base: latest, keep: false, shownAt: mutation.submittedAt, mine: standing.differs })
  const shown = mutation.submittedAt > 0 && mutation.submittedAt === opened.shownAt
  return {
    control: form.control,
    base,
    latest,
    draft,
    standing,
    ready: fits(draft, base),
    /** The task of the last save; null when there is none to follow. */
    task: last?.task ?? null,
    saved: last !== null && last.task === null,
    saving: mutation.isPending,
    error: shown ? null : standingError(mutation.error),
    /** No answer came, and the VM has what was entered. */
    arrived: shown && opened.mine === true && !standing.differs && mutation.error?.kind === 'unknown-outcome',
    /** When the last save was sent, by this device's clock in epoch milliseconds; 0: none was. */
    sentAt: mutation.submittedAt,
    /** Sends what was entered, once for one decision; `settled` is called when it is answered, or refused. */
    save: (settled: () => void): void =>
      once(async () => {
        try {
          const accepted = await mutation.mutateAsync({
            assignments: assignmentsOf(draft, base),
            basedOn: base.vm.revision,
          })
          setLast({ draft, task: accepted.task })
          follow(accepted, 'reconfigure')
        } finally {
          settled()
        }
      }),
    /** Throws away what was entered, and shows what the VM has now. */
    reset: (): void => {
      mutation.reset()
      setLast(null)
      setOpened({ base: latest, keep: false })
      form.reset(draftOf(latest))
    },
    /** Keeps what was entered, over what someone else saved meanwhile. */
    keepMine: (): void => {
      mutation.reset()
      setOpened({ base: { vm: latest.vm, policies: base.policies }, keep: true })
    },
  }
}

/** What `usePoliciesForm` gives to the parts of the page. */
export type PoliciesForm = ReturnType<typeof usePoliciesForm>
