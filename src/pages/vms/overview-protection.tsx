import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { policies, recentOutcomes } from '~/api/queries'
import { backups, type History, isWhole } from '~/api/queries/backups'
import { type Backup, isUsable, lastFailure, newestOf } from '~/domain/backup'
import { laneReader } from '~/domain/lane'
import { mayReadResults } from '~/domain/may-back-up'
import type { BackupPolicy } from '~/domain/policy'
import type { Situation } from '~/domain/situation'
import { isDeployed, type VirtualMachine } from '~/domain/virtual-machine'
import { type WorstLoss, worstLoss } from '~/domain/worst-loss'
import { FailureNote } from '~/pages/parts/failure/failure-note'
import { noneAmong } from '~/pages/parts/history-words'
import { NextRun } from '~/pages/parts/next-run'
import { paths } from '~/pages/paths'
import { lossWords } from '~/texts/loss-words'
import { m } from '~/texts/messages'
import { Facts } from '~/ui/facts'
import { Panel } from '~/ui/page'
import { Age, Time } from '~/ui/time'

import { VmBadge } from './detail-badge'

import classes from './overview.module.css'

/** How well the VM is protected, each statement with its evidence. */
export function ProtectionPanel({ situation }: { readonly situation: Situation }) {
  const { vm, actor } = situation
  const open = mayReadResults(actor).ok
  return (
    <Panel
      title={m.vm_protection_title()}
      actions={
        <Anchor component={Link} to={paths.vmBackup(vm.id)} size="sm">
          {m.vm_protection_open()}
        </Anchor>
      }
      text={open ? undefined : m.vm_protection_private()}
    >
      {open ? <Evidence situation={situation} /> : <Outline situation={situation} />}
    </Panel>
  )
}

function policyNames({ vm }: Situation): ReactNode {
  if (vm.assignments === null) return m.vm_protection_policies_unknown()
  if (vm.byHand) return m.cloudcix_no_policies()
  if (vm.assignments.length === 0) return m.vm_protection_no_policies()
  return (
    <ul className={classes['policies']}>
      {vm.assignments.map((assignment) => (
        <li key={assignment.policyId}>
          <bdi>{assignment.policyName}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** What people see who may not open the backup area. */
const Outline = ({ situation }: { readonly situation: Situation }) => (
  <Facts
    items={[
      [m.vm_protection_state(), <VmBadge key="badge" situation={situation} />],
      [m.vm_protection_policies(), policyNames(situation)],
    ]}
  />
)

function pointsOf(history: History, now: Date): string {
  const n = history.rows.filter((backup) => isUsable(backup, now)).length
  return isWhole(history)
    ? m.vm_protection_points({ n })
    : m.vm_protection_points_among({ n, read: history.rows.length })
}

/** What its plan leaves open; null where it has none, where a part of it is not known, or where it is out of force. */
function plannedLoss(vm: VirtualMachine, offered: readonly BackupPolicy[], now: Date): WorstLoss | null {
  const lanes = (vm.assignments ?? []).flatMap(laneReader(offered))
  return isDeployed(vm)
    ? worstLoss(
        lanes.map(({ schedule }) => schedule),
        now,
      )
    : null
}

function Evidence({ situation }: { readonly situation: Situation }) {
  const { vm, now } = situation
  const results = useQuery(backups(vm.id))
  const offered = useQuery(policies(vm.id))
  const trail = useQuery(recentOutcomes())
  if (results.error?.kind === 'forbidden') return <Outline situation={situation} />
  const history = results.data
  const loss = offered.data ? plannedLoss(vm, offered.data.rows, now) : null
  const cause = trail.data?.outcomes.find((one) => one.vmId === vm.id && one.outcome === 'failed')
  const unread = results.isPending ? m.common_loading() : m.vm_protection_unreadable()
  return (
    <Facts
      items={[
        [m.vm_protection_state(), <VmBadge key="badge" situation={situation} />],
        [m.vm_protection_policies(), policyNames(situation)],
        [
          m.vm_protection_last_good(),
          history ? (
            <Last
              key="good"
              found={momentOf(newestOf(history.rows, 'good'))}
              none={noneAmong(history, m.vm_protection_no_good())}
            />
          ) : (
            unread
          ),
        ],
        [
          m.vm_protection_last_failed(),
          history ? (
            <Last
              key="failed"
              found={lastFailure(history.rows, cause ?? null)}
              none={noneAmong(history, m.vm_protection_no_failed())}
            >
              {cause && <FailureNote facts={{ text: cause.text, at: cause.at, vm }} />}
            </Last>
          ) : (
            unread
          ),
        ],
        [
          m.vm_protection_next(),
          results.isPending ? (
            m.common_loading()
          ) : (
            <NextRun key="next" vm={vm} now={now} policies={offered.data?.rows ?? []} found={history?.rows ?? null} />
          ),
        ],
        ...(loss ? ([[m.vm_protection_loss(), lossWords(loss)]] as const) : []),
        [
          m.vm_protection_restore_points(),
          history ? (
            <Anchor key="points" component={Link} to={paths.vmResults(vm.id)} size="sm">
              {pointsOf(history, now)}
            </Anchor>
          ) : (
            unread
          ),
        ],
      ]}
    />
  )
}

const momentOf = (backup: Backup | null): Moment | null => backup && { at: backup.createdAt }

interface Moment {
  readonly at: Date | null
}

function Last({
  found,
  none,
  children,
}: {
  readonly found: Moment | null
  readonly none: string
  readonly children?: ReactNode
}) {
  if (!found) return none
  return (
    <div className={classes['stack']}>
      <Age at={found.at} />
      <span className={classes['soft']}>
        <Time at={found.at} />
      </span>
      {children}
    </div>
  )
}
