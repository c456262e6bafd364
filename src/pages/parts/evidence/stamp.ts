import { onHost } from '~/api/queries/place'
import { thresholds } from '~/api/queries/thresholds'
import type { EvidenceFact } from '~/domain/evidence'
import type { Actor } from '~/domain/privilege'
import { protectionRuleVersion } from '~/domain/protection'
import { paths } from '~/pages/paths'
import { type ClockChoice, shownZone } from '~/texts/clock'
import { formatInstant, readerZone } from '~/texts/format'
import { m } from '~/texts/messages'
import { ruleNumbers } from '~/texts/protection-words'

import type { EvidenceList } from './list'

/** Everything of a stamp that is not the list itself. */
export interface Taking {
  readonly platform: { readonly name: string; readonly address: string }
  readonly actor: Actor
  /** By the server's clock. */
  readonly at: Date
  readonly clock: ClockChoice
  /** Address of the page that is open. */
  readonly address: string
  readonly hashes: Hashes
}

/** Of the data, as SHA-256 in hexadecimal; null where the browser makes none. */
export interface Hashes {
  readonly csv: string | null
  readonly json: string | null
  /** Length of the data as CSV in bytes. */
  readonly csvBytes: number
}

function clockWords(clock: ClockChoice): string {
  if (clock === 'utc') return m.evidence_clock_utc()
  return clock === 'mine'
    ? m.evidence_clock_mine({ zone: readerZone() })
    : m.evidence_clock_datacenter({ zone: readerZone() })
}

const whoOf = ({ name, fullName }: Actor): string =>
  fullName === null ? name : m.evidence_by_value({ name: fullName, nick: name })

const shown = (at: Date | null): string | null => (at === null ? null : formatInstant(at, shownZone(), 'full'))

/** The stamp of a list: what it is, what narrows it, who took it and when, how old and how whole it is, and its hashes. */
export function stampOf(list: EvidenceList, taking: Taking): readonly EvidenceFact[] {
  const { platform, actor, at, hashes } = taking
  const rule = new URL(onHost(paths.protectionRule()), taking.address).href
  return [
    { key: 'product', label: m.evidence_product(), value: m.app_name() },
    { key: 'platform', label: m.evidence_platform(), value: `${platform.name}, ${platform.address}` },
    { key: 'list', label: m.evidence_list(), value: list.title },
    { key: 'address', label: m.evidence_address(), value: list.address ?? taking.address },
    {
      key: 'filters',
      label: m.evidence_filters(),
      value: list.filters.length > 0 ? list.filters : [m.evidence_filters_none()],
    },
    { key: 'order', label: m.evidence_order(), value: list.order ?? m.evidence_order_none() },
    { key: 'rows', label: m.evidence_count(), value: list.table.rows.length },
    { key: 'rowsWithoutFilters', label: m.evidence_total(), value: list.total },
    { key: 'clock', label: m.evidence_clock(), value: clockWords(taking.clock) },
    { key: 'takenBy', label: m.evidence_by(), value: whoOf(actor) },
    { key: 'role', label: m.evidence_role(), value: actor.role },
    { key: 'tenant', label: m.evidence_tenant(), value: actor.tenant?.name ?? m.account_no_tenant() },
    { key: 'takenAt', label: m.evidence_at(), value: at },
    { key: 'takenAtShown', label: m.evidence_at_shown(), value: shown(at) },
    { key: 'dataAsOf', label: m.evidence_as_of(), value: list.asOf },
    { key: 'dataAsOfShown', label: m.evidence_as_of_shown(), value: shown(list.asOf) },
    {
      key: 'missing',
      label: m.evidence_gaps(),
      value: list.gaps.length > 0 ? list.gaps : [m.evidence_gaps_none()],
    },
    ...(list.judged
      ? [
          {
            key: 'protectionRule',
            label: m.evidence_rule(),
            value: m.evidence_rule_value({
              ...ruleNumbers(thresholds()),
              version: protectionRuleVersion,
              address: rule,
            }),
          },
        ]
      : []),
    { key: 'sha256OfCsv', label: m.evidence_hash_csv(), value: hashes.csv ?? m.evidence_hash_none() },
    { key: 'sha256OfJson', label: m.evidence_hash_json(), value: hashes.json ?? m.evidence_hash_none() },
    {
      key: 'check',
      label: m.evidence_check(),
      value: [m.evidence_check_csv({ bytes: String(hashes.csvBytes) }), m.evidence_check_json()],
    },
  ]
}
