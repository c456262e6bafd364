import type { UseQueryResult } from '@tanstack/react-query'

import type { Coverage } from '~/domain/coverage'
import type { Datacenter } from '~/domain/datacenter'
import type { Page } from '~/domain/page'
import type { OfferedPolicy } from '~/domain/policy'
import { useActor } from '~/pages/parts/use-actor'
import { paths } from '~/pages/paths'
import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'

import { Figure } from './figure'
import { failuresLink, protectedLink, vmsLink } from './links'
import type { Known, Sight } from './use-sight'

import classes from './glance.module.css'

function knownPolicies(policies: UseQueryResult<Page<OfferedPolicy>>): Known<number> {
  if (policies.data) return { state: 'read', value: policies.data.rows.length + policies.data.unreadable, whole: true }
  return { state: policies.error ? (policies.error.kind === 'forbidden' ? 'unseen' : 'failed') : 'reading' }
}

function coverageWords({ vms, withPolicy }: Coverage, whole: boolean): string {
  if (vms === 0) return whole ? m.infrastructure_figure_no_vms() : m.infrastructure_none_seen()
  const numbers = { n: formatNumber(withPolicy), total: formatNumber(vms) }
  return whole ? m.infrastructure_figure_vms_of(numbers) : m.infrastructure_figure_vms_of_seen(numbers)
}

/** Of an incomplete trail nothing is only what was seen of it. */
function failureWords(n: number, whole: boolean): string {
  if (whole) return formatNumber(n)
  return n === 0 ? m.infrastructure_none_seen() : m.infrastructure_at_least({ n: formatNumber(n) })
}

/** A datacenter in three numbers, each as far as it is known, each a way to what it counts. */
export function Glance({
  datacenter,
  policies,
  sight,
  wide = false,
}: {
  readonly datacenter: Datacenter
  readonly policies: UseQueryResult<Page<OfferedPolicy>>
  readonly sight: Sight
  readonly wide?: boolean
}) {
  const { may } = useActor()
  return (
    <dl className={classes['glance']} data-wide={wide || undefined}>
      <Figure
        label={m.infrastructure_figure_policies()}
        known={knownPolicies(policies)}
        show={formatNumber}
        to={() => paths.offeredPolicies(datacenter.id)}
      />
      <Figure
        label={m.infrastructure_figure_vms()}
        known={sight.coverageOf(datacenter)}
        show={coverageWords}
        to={({ vms, withPolicy }) => {
          if (!may.has('vms.view') || vms === 0) return null
          return withPolicy === 0 ? vmsLink(datacenter) : protectedLink(datacenter)
        }}
      />
      <Figure
        label={m.infrastructure_figure_failures()}
        known={sight.failuresOf(datacenter)}
        show={failureWords}
        to={(n) => (n > 0 ? failuresLink(datacenter, sight.failuresSince) : null)}
        tone={(n) => (n > 0 ? 'bad' : null)}
      />
    </dl>
  )
}
