import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Navigate } from 'react-router'

import type { BackupRules } from '~/domain/capability'
import type { Datacenter } from '~/domain/datacenter'
import { mayChangeConfigurations, systemOffers } from '~/domain/may-administer'
import type { BackupConfiguration, OfferedPolicy } from '~/domain/policy'
import { maySavePolicy } from '~/domain/policy-fit'
import type { FleetUsage } from '~/domain/usage'
import { type Verdict, yes } from '~/domain/verdict'
import { isTimeZone } from '~/domain/zone'
import { useAdministration } from '~/pages/parts/use-administration'
import { paths } from '~/pages/paths'
import { explain } from '~/texts/reasons'
import { useNow } from '~/ui/use-now'
import { UnsavedGuard } from '~/ui/use-unsaved-guard'

import { EditorBar } from './editor-bar'
import type { EditorContext } from './editor-context'
import { EditorKinds } from './editor-kinds'
import { EditorTop } from './editor-top'
import { fieldsOf, type PolicyFields } from './fields'
import { type PolicyForm, usePolicyForm } from './form'
import { General } from './general'
import { offerId } from './kinds'
import { FrozenKinds } from './kinds-read'
import { Preview } from './preview'
import { complaintsAt, problemsOf, wholeOf } from './problems'
import { tellSaved } from './saved'
import type { ConnectedSystem } from './use-system'

import editor from './editor.module.css'
import classes from '~/pages/parts/policy/policy.module.css'

interface EditorProps {
  readonly datacenter: Datacenter
  readonly connected: ConnectedSystem
  readonly rules: BackupRules
  readonly policies: readonly OfferedPolicy[]
  /** When the policies were read, in epoch milliseconds. */
  readonly readAt: number
  readonly usage: FleetUsage | null
  /** The policy to change, as the platform has it; null: a new one. */
  readonly latest: OfferedPolicy | null
  readonly gone?: boolean
  /** What a new policy begins as, when it is a copy. */
  readonly copy?: { readonly fields: PolicyFields; readonly kept: readonly BackupConfiguration[] } | null
}

/** Wrong values do not lock the button: pressing it leads to them. */
const pressable = (verdict: Verdict): Verdict => (!verdict.ok && verdict.reason.code === 'values-wrong' ? yes : verdict)

/** The refusals of the last save that stand at fields, until what they are about is changed. */
const refusedAt = ({ error, sent, draft, fields }: PolicyForm) =>
  error && JSON.stringify(sent) === JSON.stringify(draft) ? complaintsAt(error, fields) : []

/** Makes or changes a policy, and shows beside it what tenants will see of it. */
export function Editor({
  datacenter,
  connected,
  rules,
  policies,
  readAt,
  usage,
  latest,
  gone = false,
  copy = null,
}: EditorProps) {
  const administration = useAdministration()
  const now = useNow(60_000)
  const [tried, setTried] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  const { id: datacenterId, name: datacenterName, timeZone } = datacenter
  const { system } = connected
  const content = systemOffers(system, 'choose-disks').ok ? 'vm' : 'system'
  const users = latest && usage ? usage.of(latest.id) : null
  const freezing = mayChangeConfigurations(administration, latest ?? { name: '' }, users)
  const frozen = !freezing.ok && freezing.reason.code === 'policy-used-change'
  const form = usePolicyForm({
    datacenterId,
    latest,
    start: copy?.fields ?? fieldsOf(null, content),
    copied: copy?.kept ?? [],
    content,
    frozen,
    policies,
    readAt,
  })
  const { fields, kept, draft, dirty } = form
  // What one just made oneself, without knowing it, is no other policy.
  const others = policies.filter(({ id }) => id !== latest?.id && id !== form.lost?.found?.id)
  const found = problemsOf(fields, { kept, others, frozen })
  const refused = refusedAt(form).filter(({ id }) => !found.some((one) => one.id === id))
  const problems = [...found, ...refused]
  const shown = problems.filter(({ early }) => tried || !early)
  const context: EditorContext = {
    control: form.control,
    datacenterId,
    datacenterName,
    system,
    zone: timeZone !== null && isTimeZone(timeZone) ? timeZone : null,
    now,
    problemAt: (id) => shown.find((one) => one.id === id)?.words ?? null,
  }
  const verdict = maySavePolicy(administration, { changed: dirty || latest === null, problems: found.length })
  const save = (): void => {
    if (!pressable(verdict).ok) return
    if (found.length === 0 && !form.theirs) {
      form.save((done) => {
        if (done) tellSaved(draft.name, latest ? null : { by: administration.actor, datacenterId })
        else top.current?.focus()
      })
      return
    }
    // What is wrong must stand there before it can take the focus.
    flushSync(() => setTried(true))
    top.current?.focus()
  }
  if (form.saved) return <Navigate to={paths.offeredPolicies(datacenterId)} replace />
  const { whole, missing } = frozen ? { whole: draft.configurations, missing: 0 } : wholeOf(draft, fields, found)
  const explained = explain(freezing)
  return (
    <div>
      <UnsavedGuard dirty={dirty} />
      <EditorTop
        box={top}
        datacenterId={datacenterId}
        form={form}
        gone={gone}
        problems={tried ? problems : refused}
        placed={refused.length > 0 || (form.error !== null && found.some(({ id }) => id === offerId('code')))}
      />
      <div className={classes['layout']}>
        <form
          noValidate
          className={editor['form']}
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <General context={context} used={frozen} />
          {frozen && latest && users && !explained.ok ? (
            <FrozenKinds datacenterId={datacenterId} of={latest} usage={users} verdict={explained} />
          ) : (
            <EditorKinds
              context={context}
              connected={connected}
              kept={kept}
              problem={context.problemAt(offerId('kinds'))}
            />
          )}
          {/* Enter in any field sends the form; what shows is the button beside the preview. */}
          <input type="submit" hidden />
        </form>
        <div className={classes['side']}>
          <div className={classes['review']}>
            <Preview
              context={context}
              policy={{ ...draft, id: latest?.id ?? 'new', configurations: whole }}
              missing={missing}
              rules={rules}
            />
          </div>
          <EditorBar
            datacenterId={datacenterId}
            isNew={latest === null}
            verdict={pressable(verdict)}
            dirty={dirty}
            saving={form.saving}
            onSave={save}
          />
        </div>
      </div>
    </div>
  )
}
