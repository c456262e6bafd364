import { Anchor } from '@mantine/core'
import { Link } from 'react-router'

import type { Datacenter } from '~/domain/datacenter'
import { UserText } from '~/pages/parts/user-text'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'
import { SkeletonRows } from '~/ui/skeleton-rows'
import { Time } from '~/ui/time'

import { failuresLink } from './links'
import type { Ending, ProofReading } from './use-proof'

const VmLink = ({ ending: { vm } }: { readonly ending: Ending }) => (
  <Anchor component={Link} to={paths.vmResults(vm.id)} inherit>
    <bdi>{vm.name}</bdi>
  </Anchor>
)

/** What the backups that ended say of the connection, and what to do when they say nothing. */
export function ProofVerdict({
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
          <p>
            {changeKnown ? m.infrastructure_proof_none_since() : m.infrastructure_proof_none_week()}{' '}
            {!reading.complete && m.infrastructure_proof_not_all()}
          </p>
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
