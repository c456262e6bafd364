import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { policies as policiesQuery, site as siteQuery } from '~/api/queries'
import { backups as backupsQuery, type History } from '~/api/queries/backups'
import { type Backup, newestOf, type Outcome } from '~/domain/backup'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { SkeletonBar } from '~/ui/skeleton-rows'
import { Age, Time } from '~/ui/time'
import { useNow } from '~/ui/use-now'

import { FailureBrief } from './failure/failure-note'
import { noneAmong } from './history-words'
import { NextRun } from './next-run'

import classes from './protection-badge.module.css'

/** How the newest known backup ended, as the trail tells it. */
export interface KnownOutcome {
  readonly outcome: Outcome
  readonly at: Date
  readonly text: string | null
}

/** What the backup system's results say, read when the evidence is opened. */
export function EvidenceOfResults({
  vm,
  outcome,
}: {
  readonly vm: VirtualMachine
  readonly outcome: KnownOutcome | null
}) {
  const results = useQuery(backupsQuery(vm.id))
  const place = useQuery(siteQuery(vm.id))
  const zone = place.data?.timeZone ?? null
  const waiting = <SkeletonBar width="8rem" />
  const shown = (show: (history: History) => ReactNode): ReactNode => {
    if (results.data) return show(results.data)
    return results.error ? explainError(results.error).title : waiting
  }
  return (
    <>
      <dt>{m.vms_evidence_good()}</dt>
      <dd>
        {shown((history) => (
          <LastGood
            backup={newestOf(history.rows, 'good')}
            none={noneAmong(history, m.vms_evidence_good_none())}
            zone={zone}
          />
        ))}
      </dd>
      <dt>{m.vms_evidence_failure()}</dt>
      <dd>
        {shown((history) => (
          <LastFailure
            backup={newestOf(history.rows, 'failed')}
            none={noneAmong(history, m.vms_evidence_failure_none())}
            outcome={outcome}
            zone={zone}
          />
        ))}
      </dd>
      {(vm.assignments === null || vm.assignments.length > 0) && (
        <>
          <dt>{m.vms_evidence_next()}</dt>
          <dd>{results.isPending ? waiting : <Next vm={vm} zone={zone} found={results.data?.rows ?? null} />}</dd>
        </>
      )}
    </>
  )
}

function LastGood({
  backup,
  none,
  zone,
}: {
  readonly backup: Backup | null
  readonly none: string
  readonly zone: string | null
}) {
  if (!backup) return none
  return (
    <>
      <Age at={backup.createdAt} zone={zone} />
      <span className={classes['soft']}>
        <Time at={backup.createdAt} zone={zone} />
      </span>
    </>
  )
}

function LastFailure({
  backup,
  none,
  outcome,
  zone,
}: {
  readonly backup: Backup | null
  readonly none: string
  readonly outcome: KnownOutcome | null
  readonly zone: string | null
}) {
  const told = outcome?.outcome === 'failed' ? outcome : null
  if (!backup && !told) return none
  const at = backup?.createdAt ?? told?.at ?? null
  return (
    <>
      <Age at={at} zone={zone} />
      {told ? <FailureBrief text={told.text} /> : <span className={classes['soft']}>{m.vms_evidence_no_cause()}</span>}
    </>
  )
}

function Next({
  vm,
  zone,
  found,
}: {
  readonly vm: VirtualMachine
  readonly zone: string | null
  readonly found: readonly Backup[] | null
}) {
  const policies = useQuery(policiesQuery(vm.id))
  const now = useNow()
  if (policies.error) return explainError(policies.error).title
  if (!policies.data) return <SkeletonBar width="8rem" />
  return <NextRun vm={vm} zone={zone} now={now} policies={policies.data.rows} found={found} />
}
