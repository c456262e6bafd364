import type { BulkJob, BulkLineState } from '~/domain/bulk-job'
import { type BulkOrder, type BulkVerdict, bulkVerdictKind, planBulk, policyOf } from '~/domain/bulk-plan'
import type { Actor } from '~/domain/privilege'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { m } from '~/texts/messages'
import { type Explained, explain } from '~/texts/reasons'
import { valueProblemWords } from '~/texts/schedule-words'

import { leavesBare } from './bulk-effect'
import { alreadyWords, cannotWords } from './bulk-words'
import { nowText } from './bulk-work'
import { type Grounds, isGround } from './use-grounds'

/** One VM in the dry run. */
export interface PlanRow {
  readonly id: string
  readonly row: VmRow
  readonly verdict: BulkVerdict | 'reading' | 'unread'
}

/** What an order would do to a VM: `values` waits for values, `skip` cannot be done, `already` needs nothing. */
export type PlanKind = 'run' | 'values' | 'skip' | 'already' | 'reading'

/** A VM whose facts could not be read is left alone. */
export const kindOf = ({ verdict }: PlanRow): PlanKind =>
  verdict === 'reading' ? 'reading' : verdict === 'unread' ? 'skip' : bulkVerdictKind(verdict)

/** What an order would do to each VM, by what is known now. */
export const planRows = (
  rows: readonly VmRow[],
  order: BulkOrder,
  grounds: Grounds,
  actor: Actor,
  online: boolean,
  now: Date,
): readonly PlanRow[] =>
  rows.map((row) => {
    const ground = grounds.of(row)
    if (!isGround(ground)) return { id: row.id, row, verdict: ground }
    const situation = { actor, online, now, site: ground.site, vm: row.vm, task: row.task }
    return { id: row.id, row, verdict: planBulk(order, { situation, policies: ground.policies, disks: null }) }
  })

const plain = (because: string): Extract<Explained, { ok: false }> => ({ ok: false, because, who: null, mend: null })

/** Why a VM is left out, or what it waits for; null when it runs. */
export function whyOf({ verdict }: PlanRow, order: BulkOrder): Extract<Explained, { ok: false }> | null {
  if (verdict === 'reading') return null
  if (verdict === 'unread') return plain(m.bulk_unread())
  switch (verdict.kind) {
    case 'run':
      return null
    case 'values':
      return plain([...new Set(verdict.problems.map(valueProblemWords))].join(' '))
    case 'already':
      return plain(alreadyWords(order.action))
    case 'cannot':
      return plain(cannotWords(verdict.why))
    case 'skip': {
      const explained = explain({ ok: false, reason: verdict.reason })
      return explained.ok ? null : explained
    }
  }
}

const runs = (verdict: PlanRow['verdict']): verdict is Extract<BulkVerdict, { kind: 'run' }> =>
  typeof verdict !== 'string' && verdict.kind === 'run'

/** What is decided: those that run wait, all others stand in the result with the reason why not. */
export function jobOf(plan: readonly PlanRow[], order: BulkOrder): BulkJob {
  const time = nowText()
  const skipped = plan.flatMap((one): readonly (readonly [string, BulkLineState])[] => {
    const why = kindOf(one) === 'run' ? null : whyOf(one, order)
    if (!why) return []
    const who = why.who === null ? null : `${m.common_who_can()} ${why.who}`
    return [[one.id, { at: 'skipped', time, said: { title: why.because, detail: who, next: why.mend, code: null } }]]
  })
  return {
    id: time,
    startedAt: time,
    order,
    lines: plan.map(({ row, verdict }) => ({
      id: row.id,
      name: row.vm.name,
      datacenter: row.vm.datacenter?.name ?? null,
      tenant: row.vm.tenant?.name ?? null,
      replaces: runs(verdict) ? verdict.replaces : [],
      replicate: runs(verdict) && verdict.replicate?.ok === true,
    })),
    states: Object.fromEntries(skipped),
  }
}

/** A plain sentence of what will happen. */
export function orderSentence(plan: readonly PlanRow[], order: BulkOrder): string {
  const going = plan.filter(({ verdict }) => runs(verdict))
  const count = (kind: PlanKind): number => plan.filter((one) => kindOf(one) === kind).length
  const inputs = {
    vms: m.bulk_vms({ n: going.length }),
    datacenters: m.bulk_datacenters({ n: new Set(going.map(({ row }) => row.vm.datacenter?.id)).size }),
    policy: policyOf(order)?.name ?? '',
  }
  const what = {
    backup: m.bulk_sentence_backup,
    assign: m.bulk_sentence_assign,
    remove: m.bulk_sentence_remove,
  }[order.action]
  const replaced = going.filter(({ verdict }) => runs(verdict) && verdict.replaces.length > 0).length
  const copied = going.filter(({ verdict }) => runs(verdict) && verdict.replicate?.ok).length
  const bare = going.filter(({ row }) => leavesBare(row, order)).length
  const [skipped, values] = [count('skip') + count('already'), count('values')]
  return [
    going.length > 0 ? what(inputs) : values > 0 ? m.bulk_sentence_not_yet() : m.bulk_sentence_nothing(),
    replaced > 0 ? m.bulk_sentence_replaced({ n: replaced }) : '',
    copied > 0 ? m.bulk_sentence_copied({ n: copied }) : '',
    bare > 0 ? m.bulk_sentence_bare({ n: bare }) : '',
    skipped > 0 ? m.bulk_sentence_skipped({ n: skipped }) : '',
    values > 0 ? m.bulk_sentence_values({ n: values }) : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}
