import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'

import { described } from '~/api/queries/requests'
import { mayChangePolicies, mayProtect } from '~/domain/may-protect'
import type { BackupPolicy } from '~/domain/policy'
import { pressable } from '~/domain/pressable'
import type { Situation } from '~/domain/situation'
import type { Verdict } from '~/domain/verdict'
import type { Disk } from '~/domain/virtual-machine'
import { isTimeZone } from '~/domain/zone'
import { assignmentsOf } from '~/pages/parts/policy/policy-assignment'
import { fieldId, type PolicyContext } from '~/pages/parts/policy/policy-context'
import { AsRequest } from '~/pages/parts/requests/as-request'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { ConfirmDialog } from '~/ui/confirm'
import { UnsavedGuard } from '~/ui/use-unsaved-guard'

import { type PoliciesForm, usePoliciesForm } from './policies-form'
import { PoliciesList } from './policies-list'
import { PoliciesReview } from './policies-review'
import { PoliciesTop } from './policies-top'
import { complaintsAt, problemsOf } from './policy-problems'

import classes from '~/pages/parts/policy/policy.module.css'

interface PoliciesEditorProps {
  readonly situation: Situation
  readonly policies: readonly BackupPolicy[]
  readonly disks: readonly Disk[] | null
}

/** A VM that may not change now is shown, and not edited; what was entered before stays where it is. */
const isClosed = (verdict: Verdict): boolean => !verdict.ok && verdict.reason.code !== 'offline'

/** Chooses policies, enters what they leave open, shows what a save would do, and saves. */
export function PoliciesEditor({ situation, policies, disks }: PoliciesEditorProps) {
  const form = usePoliciesForm(situation.vm, policies)
  const [tried, setTried] = useState(false)
  const [discarding, setDiscarding] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  const { base, draft, standing } = form
  const { timeZone } = situation.site
  const unsaved = standing.differs && !standing.pending
  const changeable = mayChangePolicies(situation)
  const problems = problemsOf(draft, base, {
    disks,
    os: situation.vm.os,
    assignments: situation.vm.assignments,
  })
  const refused = complaintsAt(form.error, base.policies, draft.chosen)
  const context: PolicyContext = {
    control: form.control,
    base,
    situation,
    disks,
    zone: timeZone !== null && isTimeZone(timeZone) ? timeZone : null,
    readOnly: isClosed(changeable) && !unsaved,
    problemAt: (place, field) => {
      const id = fieldId(place, field)
      const found = [...refused, ...problems.filter((one) => tried || !one.early)].find(
        (one) => fieldId(one.place, one.field) === id,
      )
      return found?.words ?? null
    },
  }
  const verdict = mayProtect(situation, {
    policies: base.policies,
    assignments: assignmentsOf(draft, base),
    changed: unsaved,
    disks,
  })
  const look = (): void => top.current?.focus()
  const save = (): void => {
    if (problems.length === 0 && !standing.conflicts) {
      form.save(look)
      return
    }
    // What is wrong must stand there before it can take the focus.
    flushSync(() => setTried(true))
    look()
  }
  const reset = (): void => {
    form.reset()
    setTried(false)
    setDiscarding(false)
  }
  if (!form.ready) return null
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()} className={classes['page']}>
      <UnsavedGuard dirty={unsaved} sending={form.saving} />
      <PoliciesTop
        box={top}
        context={context}
        form={form}
        changeable={changeable}
        problems={tried ? problems : []}
        onTheirs={reset}
      />
      <div className={classes['layout']}>
        <PoliciesList
          context={context}
          forced={
            new Set([...refused, ...(tried ? problems : [])].map(({ place }) => base.policies[place.policy]?.id ?? ''))
          }
        />
        <div className={classes['side']}>
          <div className={classes['review']}>
            <PoliciesReview context={context} draft={draft} />
          </div>
          {(unsaved || form.sentAt > 0) && <SaveAsRequest form={form} unsaved={unsaved} />}
          <div className={classes['bar']} data-dirty={unsaved || undefined}>
            <Action verdict={explain(pressable(verdict))} loading={form.saving} onClick={save}>
              {m.policies_save()}
            </Action>
            {unsaved && (
              <Button variant="subtle" onClick={() => setDiscarding(true)}>
                {m.policies_discard()}
              </Button>
            )}
          </div>
        </div>
      </div>
      <ConfirmDialog
        opened={discarding}
        title={m.policies_discard_title()}
        confirmLabel={m.policies_discard()}
        onConfirm={reset}
        onClose={() => setDiscarding(false)}
        tone="danger"
      >
        {m.policies_discard_text()}
      </ConfirmDialog>
    </form>
  )
}

/** What a save would send, or what the last one sent while nothing was changed since. */
function SaveAsRequest({ form, unsaved }: { readonly form: PoliciesForm; readonly unsaved: boolean }) {
  const { base, draft } = form
  const change = { assignments: assignmentsOf(draft, base), basedOn: base.vm.revision }
  return (
    <AsRequest
      sentAt={unsaved && form.error === null && !form.saving ? 0 : form.sentAt}
      described={described(['protection', base.vm.id, change], (describe) =>
        describe.saveProtection(base.vm.id, change),
      )}
    />
  )
}
