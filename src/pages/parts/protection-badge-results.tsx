import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { backups as backupsQuery, policies as policiesQuery, site as siteQuery } from '~/api/queries'
import { type Backup, newestOf, type Outcome } from '~/domain/backup'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { SkeletonBar } from '~/ui/skeleton-rows'
import { Age, Time } from '~/ui/time'
import { useNow } from '~/ui/use-now'

import { FailureBrief } from './failure/failure-note'
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
  const shown = (show: (rows: readonly Backup[]) => ReactNode): ReactNode => {
    if (results.data) return show(results.data.rows)
    return results.error ? explainError(results.error).title : waiting
  }
  return (
    <>
      <dt>{m.vms_evidence_good()}</dt>
      <dd>
        {shown((rows) => (
          <LastGood backup={newestOf(rows, 'good')} zone={zone} />
        ))}
      </dd>
      <dt>{m.vms_evidence_failure()}</dt>
      <dd>
        {shown((rows) => (
          <LastFailure backup={newestOf(rows, 'failed')} outcome={outcome} zone={zone} />
        ))}
      </dd>
      {(vm.assignments === null || vm.assignments.length > 0) && (
        <>
          <dt>{m.vms_evidence_next()}</dt>
          <dd>
            <Next vm={vm} zone={zone} />
          </dd>
        </>
      )}
    </>
  )
}

function LastGood({ backup, zone }: { readonly backup: Backup | null; readonly zone: string | null }) {
  if (!backup) return m.vms_evidence_good_none()
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
  outcome,
  zone,
}: {
  readonly backup: Backup | null
  readonly outcome: KnownOutcome | null
  readonly zone: string | null
}) {
  const told = outcome?.outcome === 'failed' ? outcome : null
  if (!backup && !told) return m.vms_evidence_failure_none()
  const at = backup?.createdAt ?? told?.at ?? null
  return (
    <>
      <Age at={at} zone={zone} />
      {told ? <FailureBrief text={told.text} /> : <span className={classes['soft']}>{m.vms_evidence_no_cause()}</span>}
    </>
  )
}

function Next({ vm, zone }: { readonly vm: VirtualMachine; readonly zone: string | null }) {
  const policies = useQuery(policiesQuery(vm.id))
  const now = useNow()
  if (policies.error) return explainError(policies.error).title
  if (!policies.data) return <SkeletonBar width="8rem" />
  return <NextRun vm={vm} zone={zone} now={now} policies={policies.data.rows} />
}
