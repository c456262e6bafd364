import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import type { BackupManager, BackupSystemType } from '~/domain/backup-manager'
import type { Datacenter } from '~/domain/datacenter'
import { UserText } from '~/pages/parts/user-text'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { Facts } from '~/ui/facts'
import { Notice } from '~/ui/notice'
import { Panel } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'
import { StateMark } from '~/ui/state-mark'
import { Time } from '~/ui/time'

import { failuresLink } from './links'
import { systemOf } from './system-of'
import { type Ending, type LastChange, type ProofReading, useLastChange, useProof } from './use-proof'

import classes from './manager.module.css'

/** The nearest honest answer to a question that the platform has no test for. */
export function ManagerProof({
  datacenter,
  manager,
  types,
}: {
  readonly datacenter: Datacenter
  readonly manager: BackupManager
  readonly types: readonly BackupSystemType[]
}) {
  const change = useLastChange(datacenter)
  const changedAt = change.state === 'read' ? (change.event?.at ?? null) : null
  const reading = useProof(datacenter, changedAt)
  const system = systemOf(types, manager.type)
  return (
    <Panel title={m.infrastructure_proof_title()} text={m.infrastructure_proof_text()}>
      <div className={classes['proof']}>
        <Verdict reading={reading} datacenter={datacenter} changeKnown={changedAt !== null} />
        <Facts
          items={[
            [
              m.infrastructure_proof_plugin(),
              system ? (
                <StateMark
                  key="plugin"
                  tone="good"
                  shape="check"
                  label={
                    system.versions === null
                      ? m.infrastructure_proof_loaded()
                      : m.infrastructure_proof_loaded_for({ versions: system.versions })
                  }
                />
              ) : (
                <StateMark key="plugin" tone="bad" shape="cross" label={m.infrastructure_proof_not_loaded()} />
              ),
            ],
            [m.infrastructure_proof_changed(), <Changed key="changed" change={change} />],
            ...(reading.state === 'read'
              ? ([[m.infrastructure_proof_since(), <Time key="since" at={reading.since} />]] as const)
              : []),
          ]}
        />
      </div>
    </Panel>
  )
}

const Changed = ({ change }: { readonly change: LastChange }): ReactNode => {
  if (change.state === 'reading') return m.common_loading()
  if (change.state !== 'read') return change.state === 'unseen' ? m.infrastructure_unseen() : m.infrastructure_unread()
  if (change.event === null) return m.infrastructure_proof_no_change()
  return (
    <>
      <Time at={change.event.at} />
      {change.event.user !== null && (
        <>
          {' · '}
          <UserText>{change.event.user}</UserText>
        </>
      )}
    </>
  )
}

const VmLink = ({ ending: { vm } }: { readonly ending: Ending }) => (
  <Anchor component={Link} to={paths.vmResults(vm.id)} inherit>
    <bdi>{vm.name}</bdi>
  </Anchor>
)

function Verdict({
  reading,
  datacenter,
  changeKnown,
}: {
  readonly reading: ProofReading
  readonly datacenter: Datacenter
  readonly changeKnown: boolean
}) {
  if (reading.state === 'reading') return <SkeletonRows rows={1} />
  if (reading.state !== 'read')
    return (
      <Notice tone="unknown" title={m.infrastructure_proof_unknown()}>
        {reading.state === 'unseen' ? m.infrastructure_proof_unseen() : m.infrastructure_proof_unread()}
      </Notice>
    )
  const { proof, candidate } = reading
  switch (proof.kind) {
    case 'worked':
      return (
        <Notice tone="good" title={m.infrastructure_proof_worked()} announce="status">
          <p>
            {m.infrastructure_proof_worked_by()} <VmLink ending={proof.by} /> <Time at={proof.by.at} />
          </p>
          {!changeKnown && <p>{m.infrastructure_proof_change_unknown()}</p>}
          {proof.failedSince.length > 0 && (
            <p>
              {m.infrastructure_proof_failed_since({ n: proof.failedSince.length })}{' '}
              <Failures datacenter={datacenter} />
            </p>
          )}
        </Notice>
      )
    case 'failed':
      return (
        <Notice tone="bad" title={m.infrastructure_proof_failed({ n: proof.failed.length })} announce="status">
          <p>
            {m.infrastructure_proof_failed_by()} <VmLink ending={proof.newest} /> <Time at={proof.newest.at} />
          </p>
          {proof.newest.text !== null && (
            <p>
              <UserText>{proof.newest.text}</UserText>
            </p>
          )}
          <p>
            {m.infrastructure_proof_failed_causes()} <Failures datacenter={datacenter} />
          </p>
        </Notice>
      )
    case 'none':
      return (
        <Notice tone="unknown" title={m.infrastructure_proof_none()} announce="status">
          <p>{changeKnown ? m.infrastructure_proof_none_since() : m.infrastructure_proof_none_week()}</p>
          {candidate ? (
            <p>
              {m.infrastructure_proof_try()}{' '}
              <Anchor component={Link} to={paths.vmBackup(candidate.id)} inherit>
                <bdi>{candidate.name}</bdi>
              </Anchor>
            </p>
          ) : (
            <p>{m.infrastructure_proof_nobody()}</p>
          )}
        </Notice>
      )
  }
}

const Failures = ({ datacenter }: { readonly datacenter: Datacenter }) => (
  <Anchor component={Link} to={failuresLink(datacenter)} inherit>
    {m.infrastructure_proof_failures_link()}
  </Anchor>
)
