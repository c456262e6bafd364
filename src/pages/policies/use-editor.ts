import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'

import type { Datacenter } from '~/domain/datacenter'
import { mayChangeConfigurations, systemOffers } from '~/domain/may-administer'
import type { BackupConfiguration, OfferedPolicy } from '~/domain/policy'
import { maySavePolicy } from '~/domain/policy-fit'
import { pressable } from '~/domain/pressable'
import type { FleetUsage, PolicyUsage } from '~/domain/usage'
import type { Verdict } from '~/domain/verdict'
import { isTimeZone } from '~/domain/zone'
import { sameJson } from '~/pages/parts/policy/policy-draft'
import { useAdministration } from '~/pages/parts/use-administration'
import { explain, type Explained } from '~/texts/reasons'
import { useNow } from '~/ui/use-now'

import type { EditorContext } from './editor-context'
import { fieldsOf, type PolicyFields } from './fields'
import { usePolicyForm } from './form'
import { complaintsAt, problemsOf, wholeOf } from './problems'
import { tellSaved } from './saved'
import type { ConnectedSystem } from './use-system'

/** What a policy is made or changed with. */
export interface EditorGround {
  readonly datacenter: Datacenter
  readonly connected: ConnectedSystem
  readonly policies: readonly OfferedPolicy[]
  /** When the policies were read, in epoch milliseconds. */
  readonly readAt: number
  readonly usage: FleetUsage | null
  /** The policy to change, as the platform has it; null: a new one. */
  readonly latest: OfferedPolicy | null
  /** It was opened, and is not on the platform any more: what stands in the form can be made anew. */
  readonly gone: boolean
  /** What a new policy begins as, when it is a copy. */
  readonly copy: { readonly fields: PolicyFields; readonly kept: readonly BackupConfiguration[] } | null
}

/** Why the backups of a policy cannot change, and who uses it. */
export interface Frozen {
  readonly policy: OfferedPolicy
  readonly usage: PolicyUsage
  readonly why: Extract<Explained, { readonly ok: false }>
}

function frozenBy(verdict: Verdict, policy: OfferedPolicy | null, usage: PolicyUsage | null): Frozen | null {
  if (verdict.ok || verdict.reason.code !== 'policy-used-change' || !policy || !usage) return null
  const why = explain(verdict)
  return why.ok ? null : { policy, usage, why }
}

/** Everything that the form of a policy stands on: its values, what is wrong with them, what may be done, what is shown. */
export function useEditor({ datacenter, connected, policies, readAt, usage, latest, gone, copy }: EditorGround) {
  const administration = useAdministration()
  const now = useNow(60_000)
  const [tried, setTried] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  const { id: datacenterId, name: datacenterName, timeZone } = datacenter
  const { system } = connected
  const isNew = latest === null || gone
  const content = systemOffers(system, 'choose-disks').ok ? 'vm' : 'system'
  const users = latest && usage ? usage.of(latest.id) : null
  const frozen = frozenBy(mayChangeConfigurations(administration, latest ?? { name: '' }, users), latest, users)
  const form = usePolicyForm({
    datacenterId,
    latest,
    gone,
    start: copy?.fields ?? fieldsOf(null, content),
    copied: copy?.kept ?? [],
    content,
    frozen: frozen !== null,
    policies,
    readAt,
  })
  const { fields, kept, draft, dirty, error } = form
  // What one just made oneself, without knowing it, is no other policy.
  const others = policies.filter(({ id }) => id !== latest?.id && id !== form.lost?.found?.id)
  const found = problemsOf(fields, { kept, others, there: latest?.configurations ?? [], frozen: frozen !== null })
  const complaints = complaintsAt(error, fields)
  // A refusal stands at its field until what was sent is changed, or until we see for ourselves what is wrong there.
  const refused = sameJson(form.sent, draft) ? complaints.filter(({ id }) => !found.some((one) => one.id === id)) : []
  const shown = [...found, ...refused].filter(({ early }) => tried || !early)
  const context: EditorContext = {
    control: form.control,
    datacenterId,
    datacenterName,
    system,
    zone: timeZone !== null && isTimeZone(timeZone) ? timeZone : null,
    now,
    problemAt: (id) => shown.find((one) => one.id === id)?.words ?? null,
  }
  const verdict = pressable(
    maySavePolicy(administration, { changed: dirty || (isNew && !form.arrived), problems: found.length }),
  )
  const look = (): void => top.current?.focus()
  return {
    top,
    form,
    context,
    /** The other policies of the datacenter. */
    others,
    isNew,
    frozen,
    verdict,
    /** Problems worth a list: someone wanted to save, or the platform refused. */
    problems: tried || complaints.length > 0 ? shown : [],
    /** All that the platform complained about is about fields, and is said there. */
    placed: error !== null && complaints.length > 0 && complaints.length === error.complaints.length,
    preview: frozen ? { whole: draft.configurations, missing: 0 } : wholeOf(draft, fields, found),
    save: (): void => {
      if (!verdict.ok) return
      if (found.length === 0 && !form.theirs) {
        form.save((done) => {
          if (done) tellSaved(draft.name, isNew ? { by: administration.actor, datacenterId } : null)
          else look()
        })
        return
      }
      // What is wrong must stand there before it can take the focus.
      flushSync(() => setTried(true))
      look()
    },
  }
}
