import { Radio } from '@mantine/core'
import { useState } from 'react'
import { useController } from 'react-hook-form'

import type { OddSchedule } from '~/domain/assignment'
import { mayAddPolicy } from '~/domain/may-back-up'
import type { BackupPolicy } from '~/domain/policy'
import { asksForValues, PolicyCard } from '~/pages/parts/policy/policy-card'
import type { PolicyContext } from '~/pages/parts/policy/policy-context'
import { unseenAssignments } from '~/pages/parts/policy/policy-draft'
import { type PolicyChoice, PolicyPick } from '~/pages/parts/policy/policy-pick'
import { SearchBox } from '~/pages/parts/toolbar/search-box'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { fold, hasWords, searchWords } from '~/texts/search'

import classes from '~/pages/parts/policy/policy.module.css'

interface PoliciesListProps {
  readonly context: PolicyContext
  /** Policies whose details must be open, because something in them is to be mended. */
  readonly forced: ReadonlySet<string>
}

const searchFrom = 9

/** The policies that this tenant may use, the chosen ones marked; one or several by the datacenter's rule. */
export function PoliciesList({ context, forced }: PoliciesListProps) {
  const { base, situation, control, readOnly } = context
  const { field } = useController({ control, name: 'chosen' })
  const [text, setText] = useState('')
  const [toggled, setToggled] = useState<Readonly<Record<string, boolean>>>({})
  const chosen = field.value
  const stored = base.vm.assignments?.map(({ policyId }) => policyId) ?? []
  const second = mayAddPolicy(situation.site, 1)
  // Where more are assigned than one may choose now, single ones can only be taken away.
  const mode = second.ok || stored.length > 1 ? 'several' : 'one'
  const unseen = unseenAssignments(base)
  const order = [...base.policies.map(({ id }) => id), ...unseen.map(({ policyId }) => policyId)]
  const toggle = (id: string, on: boolean): void => {
    const next = mode === 'one' ? [id] : on ? [...chosen, id] : chosen.filter((one) => one !== id)
    field.onChange(order.filter((one) => next.includes(one)))
  }
  const choice = (id: string): PolicyChoice => ({
    mode,
    chosen: chosen.includes(id),
    assigned: stored.includes(id),
    verdict: mode === 'one' ? { ok: true } : explain(mayAddPolicy(situation.site, chosen.length)),
    effect: readOnly ? null : effectOf(id, chosen, stored, nameOf(context)),
    onToggle: (on) => toggle(id, on),
  })
  // What protects the VM comes first, and stays there while something else is chosen.
  const shown = base.policies
    .filter((policy) => chosen.includes(policy.id) || matches(policy, text))
    .toSorted((a, b) => Number(stored.includes(b.id)) - Number(stored.includes(a.id)))
  return (
    <fieldset className={classes['list']}>
      <legend className={classes['legend']}>
        <h2>{m.policies_choose()}</h2>
      </legend>
      <p className={classes['quiet']}>
        {second.ok
          ? situation.site.rules.severalPolicies === null
            ? m.policies_several_unknown()
            : m.policies_several()
          : m.policies_one()}{' '}
        {explained(explain(second))}
      </p>
      {base.policies.length >= searchFrom && (
        <SearchBox text={text} label={m.policies_search()} hint={m.policies_search()} onText={setText} />
      )}
      <ul className={classes['cards']}>
        {shown.map((policy) => (
          <PolicyCard
            key={policy.id}
            context={context}
            policy={policy}
            index={base.policies.indexOf(policy)}
            pick={choice(policy.id)}
            open={
              forced.has(policy.id) || (toggled[policy.id] ?? (chosen.includes(policy.id) && asksForValues(policy)))
            }
            onOpen={(open) => setToggled({ ...toggled, [policy.id]: open })}
          />
        ))}
        {unseen.map(({ policyId, policyName, odd }) => (
          <li key={policyId} className={classes['card']} data-chosen={chosen.includes(policyId) || undefined}>
            <PolicyPick id={`unseen-${policyId}`} name={policyName} pick={choice(policyId)} readOnly={readOnly} />
            <p className={classes['quiet']}>{odd ? oddWords(odd) : m.policies_unseen()}</p>
          </li>
        ))}
        {mode === 'one' && !readOnly && (
          <li className={classes['card']} data-chosen={chosen.length === 0 || undefined}>
            <Radio
              name="policy"
              label={m.policies_no_policy()}
              description={m.policies_no_policy_text()}
              styles={{ label: { fontWeight: 600 } }}
              checked={chosen.length === 0}
              onChange={() => field.onChange([])}
            />
          </li>
        )}
      </ul>
      {shown.length === 0 && text !== '' && <p className={classes['quiet']}>{m.policies_search_none({ text })}</p>}
    </fieldset>
  )
}

const oddWords = ({ why, text }: OddSchedule): string =>
  why === 'no-place' ? m.policies_odd_no_place({ text }) : m.policies_odd_written({ text })

const explained = (verdict: ReturnType<typeof explain>): string => (verdict.ok ? '' : verdict.because)

/** Whether a policy's name, code or description holds a text. */
function matches({ name, code, description }: BackupPolicy, text: string): boolean {
  return hasWords(fold([name, code, description ?? ''].join('\n')), searchWords(text))
}

const nameOf =
  ({ base }: PolicyContext) =>
  (id: string): string =>
    base.policies.find((policy) => policy.id === id)?.name ??
    base.vm.assignments?.find(({ policyId }) => policyId === id)?.policyName ??
    id

/** What saving would do to one policy, in words; null when nothing. */
function effectOf(
  id: string,
  chosen: readonly string[],
  stored: readonly string[],
  name: (id: string) => string,
): string | null {
  const added = chosen.filter((one) => !stored.includes(one))
  const removed = stored.filter((one) => !chosen.includes(one))
  const [gone] = removed
  if (removed.includes(id)) return m.policies_effect_removed()
  if (!added.includes(id)) return null
  return added.length === 1 && removed.length === 1 && gone !== undefined
    ? m.policies_effect_replaces({ name: name(gone) })
    : m.policies_effect_added()
}
