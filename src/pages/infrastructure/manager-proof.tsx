import type { ReactNode } from 'react'

import type { BackupManager, BackupSystemType } from '~/domain/backup-manager'
import type { Datacenter } from '~/domain/datacenter'
import { UserText } from '~/pages/parts/user-text'
import { m } from '~/texts/messages'
import { Facts } from '~/ui/facts'
import { Panel } from '~/ui/page'
import { StateMark } from '~/ui/state-mark'
import { Time } from '~/ui/time'

import { ProofVerdict } from './manager-verdict'
import { systemOf } from './system-of'
import { type LastChange, useLastChange, useProof } from './use-proof'

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
        <ProofVerdict reading={reading} datacenter={datacenter} changeKnown={changedAt !== null} />
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
