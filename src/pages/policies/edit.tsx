import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, Navigate, useParams } from 'react-router'

import { allowances } from '~/api/queries/tenants'
import { mayChangeBackupSide, mayOpenTenants } from '~/domain/may-administer'
import type { OfferedPolicy } from '~/domain/policy'
import { useDatacenterInView } from '~/pages/parts/datacenter-in-view'
import { useAdministration } from '~/pages/parts/use-administration'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { EmptyState } from '~/ui/empty-state'

import { DeletePolicy } from './delete'
import { Editor } from './editor'
import { EditorHead, type Ground, WithGround } from './editor-page'

/** A policy of a datacenter, to read, to change, to copy and to delete. */
export function Component() {
  const datacenter = useDatacenterInView()
  const { policy: id = '' } = useParams()
  return (
    <WithGround key={id} datacenter={datacenter}>
      {(ground) => <Opened ground={ground} id={id} />}
    </WithGround>
  )
}

function Opened({ ground, id }: { readonly ground: Ground; readonly id: string }) {
  const found = ground.policies.find((one) => one.id === id)
  // One that someone deletes meanwhile stays in view: what was entered must not go with it.
  const [known, setKnown] = useState(found)
  if (found && found !== known) setKnown(found)
  const policy = found ?? known
  if (policy) return <Known ground={ground} policy={policy} gone={!found} />
  return (
    <EmptyState
      shape="question"
      title={m.offers_gone_title()}
      text={m.offers_gone_text()}
      action={
        <Button component={Link} to={paths.offeredPolicies(ground.datacenter.id)}>
          {m.offers_back()}
        </Button>
      }
    />
  )
}

function Known({
  ground,
  policy,
  gone,
}: {
  readonly ground: Ground
  readonly policy: OfferedPolicy
  readonly gone: boolean
}) {
  const { datacenter, reading, ...rest } = ground
  const administration = useAdministration()
  const readable = mayOpenTenants(administration.actor).ok
  const allowed = useQuery({ ...allowances(datacenter.id), enabled: readable })
  const [deleting, setDeleting] = useState(false)
  const [deleted, setDeleted] = useState(false)
  if (deleted) return <Navigate to={paths.offeredPolicies(datacenter.id)} replace />
  return (
    <>
      <EditorHead
        datacenter={datacenter}
        title={policy.name}
        actions={
          !gone && (
            <div>
              <Button component={Link} to={paths.clonePolicy(datacenter.id, policy.id)} variant="default" mr="xs">
                {m.offers_clone()}
              </Button>
              <Action
                verdict={explain(mayChangeBackupSide(administration))}
                variant="default"
                onClick={() => setDeleting(true)}
              >
                {m.offers_delete()}
              </Action>
            </div>
          )
        }
      />
      <Editor {...rest} datacenter={datacenter} usage={reading.usage} latest={policy} copy={null} gone={gone} />
      <DeletePolicy
        datacenterId={datacenter.id}
        policy={policy}
        there={!gone}
        usage={reading.usage}
        allowances={allowed.data?.rows ?? null}
        opened={deleting}
        onClose={() => setDeleting(false)}
        onDeleted={() => setDeleted(true)}
      />
    </>
  )
}
