import { useQuery } from '@tanstack/react-query'

import { site } from '~/api/queries'
import type { ExpectedRun, Protection } from '~/domain/protection'
import { m } from '~/texts/messages'
import { runWords } from '~/texts/schedule-words'
import { useClock } from '~/ui/clock'
import { Age, Time } from '~/ui/time'
import { useNow } from '~/ui/use-now'

import classes from './protection-badge.module.css'

/** The planned run that decided: the one that was missed, or the one that must be heard of next, and until when. */
export function Expectation({
  vmId,
  protection: { expected, worseAt, state },
}: {
  readonly vmId: string
  readonly protection: Protection
}) {
  const now = useNow()
  const zone = useQuery(site(vmId)).data?.timeZone ?? null
  if (worseAt)
    return (
      <>
        <dt>{m.vms_evidence_overdue_at()}</dt>
        <dd>
          <Time at={worseAt} zone={zone} />
          <span className={classes['soft']}>
            <Age at={worseAt} zone={zone} />
          </span>
        </dd>
      </>
    )
  if (!expected || expected.deadline > now || (state !== 'overdue' && state !== 'failed')) return null
  return (
    <>
      <dt>{m.vms_evidence_missed()}</dt>
      <dd>
        <Planned expected={expected} zone={zone} />
        <span className={classes['soft']}>
          {m.vms_evidence_missed_since()} <Time at={expected.deadline} zone={zone} />
        </span>
      </dd>
    </>
  )
}

function Planned({
  expected: { policyName, run },
  zone,
}: {
  readonly expected: ExpectedRun
  readonly zone: string | null
}) {
  const clock = useClock(zone)
  return (
    <>
      <bdi>{policyName}</bdi>
      {', '}
      {run.kind === 'instant' ? <Time at={run.at} zone={zone} /> : runWords(run, clock)}
    </>
  )
}
