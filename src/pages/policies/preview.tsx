import { Switch } from '@mantine/core'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'

import type { BackupRules } from '~/domain/capability'
import { mayAddPolicy } from '~/domain/may-back-up'
import type { BackupPolicy, OfferedPolicy } from '~/domain/policy'
import { scheduleOf } from '~/domain/resolve'
import { sharingHours } from '~/domain/shared-hours'
import type { FleetUsage } from '~/domain/usage'
import { spokenValues, valuesOf } from '~/pages/parts/policy/policy-assignment'
import { asksForValues, PolicyCard } from '~/pages/parts/policy/policy-card'
import type { PolicyContext } from '~/pages/parts/policy/policy-context'
import { configurationDraft, draftOf, type ProtectionDraft } from '~/pages/parts/policy/policy-draft'
import { ConfigurationPlan, PlansLoss } from '~/pages/parts/policy/policy-plan'
import { m } from '~/texts/messages'
import { Panel } from '~/ui/page'

import type { EditorContext } from './editor-context'
import { sampleDisks, sampleSituation } from './preview-sample'

import classes from './editor.module.css'
import parts from '~/pages/parts/policy/policy.module.css'

interface PreviewProps {
  readonly context: EditorContext
  /** As it stands in the form, with the configurations whose values are whole. */
  readonly policy: BackupPolicy
  /** Kinds that are ticked and still miss values. */
  readonly missing: number
  readonly rules: BackupRules
  /** The other policies of the datacenter. */
  readonly others: readonly OfferedPolicy[]
  /** Null: it is not known. */
  readonly usage: FleetUsage | null
}

/** What a tenant gets to see of the policy, drawn by the very pieces of the tenant's form, and when it runs. */
export function Preview({ missing, ...sample }: PreviewProps) {
  const [limited, setLimited] = useState(false)
  const { policy } = sample
  const named = { ...policy, name: policy.name || m.offers_preview_unnamed() }
  return (
    <Panel level={3} title={m.offers_preview()} text={m.offers_preview_about()}>
      <div className={classes['preview']}>
        <Switch
          size="sm"
          label={m.offers_preview_limited()}
          checked={limited}
          onChange={(event) => setLimited(event.currentTarget.checked)}
        />
        {policy.configurations.length === 0 && missing === 0 && (
          <p className={parts['quiet']}>{m.offers_preview_empty()}</p>
        )}
        {policy.configurations.length > 0 && (
          // What was tried belongs to its kinds: with others it starts anew.
          <Sample
            key={policy.configurations.map(({ key }) => key).join('\n')}
            {...sample}
            policy={named}
            limited={limited}
          />
        )}
        {missing > 0 && <p className={parts['quiet']}>{m.offers_preview_missing({ n: missing })}</p>}
      </div>
    </Panel>
  )
}

/** What else the backup system begins in the same hours, and for how many VMs that is known. */
function Sharing({
  policies,
  usage,
}: {
  readonly policies: readonly OfferedPolicy[]
  readonly usage: FleetUsage | null
}) {
  if (policies.length === 0) return null
  return (
    <div className={parts['quiet']}>
      {m.offers_preview_shared()}
      <ul className={classes['sharing']}>
        {policies.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            {usage && ` · ${m.tenants_vms({ n: usage.of(id).vms.length })}`}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Sample({
  context,
  policy,
  rules,
  limited,
  others,
  usage,
}: Omit<PreviewProps, 'missing'> & { readonly limited: boolean }) {
  const situation = sampleSituation(context, rules, limited)
  const base = { vm: situation.vm, policies: [policy] }
  const form = useForm<ProtectionDraft>({ defaultValues: draftOf(base) })
  const [chosen, setChosen] = useState(true)
  const [open, setOpen] = useState<boolean | null>(null)
  const drafts = useWatch({ control: form.control, name: 'policies.0.configurations' })
  const tenant: PolicyContext = {
    control: form.control,
    base,
    situation,
    disks: sampleDisks(),
    zone: context.zone,
    readOnly: false,
    problemAt: () => null,
  }
  const several = mayAddPolicy(situation.site, 1).ok
  const plans = policy.configurations.map((configuration, place) => ({
    configuration,
    values: spokenValues(
      valuesOf(configuration, drafts[place] ?? configurationDraft(configuration.key, undefined), undefined),
      situation.site,
      configuration,
    ),
  }))
  return (
    <>
      <ul className={classes['previewCards']}>
        <PolicyCard
          context={tenant}
          policy={policy}
          index={0}
          pick={{
            mode: several ? 'several' : 'one',
            chosen,
            assigned: false,
            verdict: { ok: true },
            effect: null,
            onToggle: setChosen,
          }}
          open={open ?? asksForValues(policy)}
          onOpen={setOpen}
        />
      </ul>
      <section className={classes['plans']}>
        <h4 className={classes['plansTitle']}>{m.offers_preview_runs()}</h4>
        {plans.map((plan) => (
          <ConfigurationPlan key={plan.configuration.key} {...plan} zone={context.zone} now={context.now} />
        ))}
        <PlansLoss plans={plans} now={context.now} />
        <Sharing
          policies={sharingHours(
            plans.flatMap((plan) => scheduleOf(plan.configuration, plan.values) ?? []),
            others,
            context.now,
          )}
          usage={usage}
        />
      </section>
    </>
  )
}
