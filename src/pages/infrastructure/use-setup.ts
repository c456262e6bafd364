import { useQuery } from '@tanstack/react-query'

import { manager, offeredPolicies, properties } from '~/api/queries/infrastructure'
import { allowances } from '~/api/queries/tenants'
import { switches } from '~/domain/capability'
import type { Datacenter } from '~/domain/datacenter'
import { mayOpenTenants } from '~/domain/may-administer'
import { useActor } from '~/pages/parts/use-actor'

import type { Sight } from './use-sight'

/** What an empty datacenter lacks, in the order in which it is given. */
export const steps = ['connect', 'properties', 'policy', 'allow', 'protect'] as const
/** See `steps`. */
export type Step = (typeof steps)[number]

/** How far a step is: `chosen` when what was found may be meant so; `unseen` when this person cannot tell. */
export type StepState = 'done' | 'open' | 'chosen' | 'unseen' | 'reading' | 'failed'

const stateOf = (reading: { readonly data: unknown; readonly error: unknown }, done: boolean | null): StepState =>
  reading.data === undefined ? (reading.error ? 'failed' : 'reading') : done ? 'done' : 'open'

/** Everything that the overview of a datacenter asks for; each part may fail by itself. */
export function useSetUp(datacenter: Datacenter, sight: Sight) {
  const actor = useActor()
  const mayAllow = mayOpenTenants(actor).ok
  const connection = useQuery(manager(datacenter.id))
  const rules = useQuery(properties(datacenter.id))
  const policies = useQuery(offeredPolicies(datacenter.id))
  const allowed = useQuery(allowances(datacenter.id))
  const coverage = sight.coverageOf(datacenter)

  const policyIds = new Set(policies.data?.rows.map(({ id }) => id))
  // Whoever makes a policy has it for the own tenant at once, which opens it to nobody else.
  const all = allowed.data?.rows ?? []
  const others = all.filter(({ tenant }) => tenant.id !== actor.tenant?.id)
  const tenants = others.length > 0 ? others : all
  const hasPolicies = policies.data ? policies.data.rows.length + policies.data.unreadable > 0 : null
  const anyOn = rules.data ? switches.some((which) => rules.data.rules[which] === true) : null
  const states: Readonly<Record<Step, StepState>> = {
    connect: stateOf(connection, connection.data != null),
    // All off is a choice too; who went on has made it.
    properties: anyOn === false && hasPolicies === true ? 'chosen' : stateOf(rules, anyOn),
    policy: stateOf(policies, hasPolicies),
    allow: mayAllow
      ? stateOf(
          allowed,
          tenants.some((one) => one.policyIds.some((id) => policyIds.has(id))),
        )
      : 'unseen',
    protect: coverage.state === 'read' ? (coverage.value.withPolicy > 0 ? 'done' : 'open') : coverage.state,
  }
  const next = steps.find((step) => states[step] === 'open') ?? null
  return {
    connection,
    rules,
    policies,
    allowed,
    states,
    /** The first step that is not done; null when all are, as far as this person sees. */
    next,
    /** Something that only an administrator of the datacenter can do is left. */
    settingUp: (['connect', 'policy', 'allow'] as const).some((step) => states[step] === 'open'),
  }
}

/** What `useSetUp` gives to the parts of the page. */
export type SetUp = ReturnType<typeof useSetUp>
