import type { BackupSystem } from '~/domain/capability'
import type { OfferedPolicy } from '~/domain/policy'
import { unfit } from '~/domain/policy-fit'
import type { Ref } from '~/domain/ref'
import type { Allowance } from '~/domain/tenant'
import type { FleetUsage, PolicyUsage } from '~/domain/usage'
import type { Verdict } from '~/domain/verdict'
import { getLocale } from '~/texts/messages'
import { offerSentence } from '~/texts/schedule-words'
import { fold } from '~/texts/search'

/** A policy as the list shows it. */
export interface PolicyRow {
  readonly id: string
  readonly policy: OfferedPolicy
  /** What each configuration does. */
  readonly sentences: readonly { readonly key: string; readonly words: string }[]
  /** What of it the backup system never does. */
  readonly unfit: readonly Extract<Verdict, { readonly ok: false }>[]
  /** Null: nobody knows here. */
  readonly usage: PolicyUsage | null
  /** The tenants that may use it; null: not readable. */
  readonly allowed: readonly Ref[] | null
  /** Everything that a search looks at, in lower case. */
  readonly line: string
}

/** What is known of all policies of a datacenter beside the policies themselves. */
export interface Around {
  readonly system: BackupSystem | null
  readonly usage: FleetUsage | null
  readonly allowances: readonly Allowance[] | null
}

/** Joins the policies with who uses them, who may, and what the backup system can do of them. */
export const prepareRows = (
  policies: readonly OfferedPolicy[],
  { system, usage, allowances }: Around,
): readonly PolicyRow[] =>
  policies.map((policy) => {
    const sentences = policy.configurations.map((one) => ({
      key: one.key,
      words: offerSentence(one, getLocale()),
    }))
    const texts = [policy.name, policy.code, policy.description ?? '', ...sentences.map(({ words }) => words)]
    return {
      id: policy.id,
      policy,
      sentences,
      unfit: unfit(system, policy),
      usage: usage?.of(policy.id) ?? null,
      allowed: allowances?.filter(({ policyIds }) => policyIds.includes(policy.id)).map(({ tenant }) => tenant) ?? null,
      line: fold(texts.join('\n')),
    }
  })
