import { useMutation } from '@tanstack/react-query'

import { fleet, queryClient } from '~/api/queries'
import { deletePolicy, offeredPolicies } from '~/api/queries/infrastructure'
import { described } from '~/api/queries/requests'
import { mayDeletePolicy } from '~/domain/may-administer'
import type { OfferedPolicy } from '~/domain/policy'
import type { Allowance } from '~/domain/tenant'
import type { FleetUsage } from '~/domain/usage'
import { Answers, Dialog } from '~/pages/parts/dialog'
import { AsRequest } from '~/pages/parts/requests/as-request'
import { standingError } from '~/pages/parts/standing-error'
import { useAdministration } from '~/pages/parts/use-administration'
import { useOnce } from '~/pages/parts/use-once'
import { offerCodes } from '~/texts/error-codes'
import { explainError } from '~/texts/errors'
import { formatList } from '~/texts/format'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Refusal } from '~/ui/action'
import { ConfirmDialog } from '~/ui/confirm'
import { notify } from '~/ui/notify'

import { Users } from './users'

interface DeleteProps {
  readonly datacenterId: string
  readonly policy: OfferedPolicy
  /** The platform still lists it. */
  readonly there: boolean
  /** Null: nobody knows here who uses it. */
  readonly usage: FleetUsage | null
  /** Null: not readable. */
  readonly allowances: readonly Allowance[] | null
  readonly opened: boolean
  readonly onClose: () => void
  readonly onDeleted?: () => void
}

/**
 * Asks before a policy is deleted. One that VMs use cannot be: then it says which VMs of which tenants stand in the way,
 * each a link to where the policy can be taken off.
 */
export function DeletePolicy({ policy, usage, opened, onClose, ...rest }: DeleteProps) {
  const verdict = explain(mayDeletePolicy(useAdministration(), policy, usage?.of(policy.id) ?? null))
  if (verdict.ok) return <Question policy={policy} usage={usage} opened={opened} onClose={onClose} {...rest} />
  return (
    <Dialog title={m.offers_delete_refused({ name: policy.name })} opened={opened} onClose={onClose}>
      <Refusal verdict={verdict} />
      {usage && <Users usage={usage.of(policy.id)} policyName={policy.name} />}
      <Answers onClose={onClose} label={m.common_close()} />
    </Dialog>
  )
}

function Question({ datacenterId, policy, there, usage, allowances, opened, onClose, onDeleted }: DeleteProps) {
  const once = useOnce()
  const deleting = useMutation({
    ...deletePolicy(datacenterId),
    onError: () => {
      // What is there now, and who uses it, decides what a person can do next.
      void queryClient.invalidateQueries({ queryKey: offeredPolicies(datacenterId).queryKey })
      void queryClient.invalidateQueries({ queryKey: fleet().queryKey, exact: true })
    },
  })
  const allowed = allowances?.filter(({ policyIds }) => policyIds.includes(policy.id)) ?? []
  const error = standingError(deleting.error)
  const lost = error?.kind === 'unknown-outcome'
  const gone = error?.kind === 'not-found' || (lost && !there)
  const outOfSight = error !== null && offerCodes.get(error.code ?? '') === 'use'
  const remove = (): void =>
    once(async () => {
      await deleting.mutateAsync(policy.id)
      notify({ tone: 'good', title: m.offers_deleted({ name: policy.name }) })
      onClose()
      onDeleted?.()
    })
  if (outOfSight || gone)
    return (
      <Dialog
        title={gone ? m.offers_delete_gone({ name: policy.name }) : m.offers_delete_refused({ name: policy.name })}
        opened={opened}
        onClose={onClose}
      >
        <Refusal
          verdict={{
            ok: false,
            because: gone ? m.offers_delete_gone_text() : explainError(error).title,
            who: null,
            mend: gone ? null : m.offers_delete_refused_out_of_sight(),
          }}
        />
        <Answers onClose={onClose} label={m.common_close()} />
      </Dialog>
    )
  return (
    <ConfirmDialog
      opened={opened}
      title={m.offers_delete_title({ name: policy.name })}
      confirmLabel={m.offers_delete_confirm()}
      tone="danger"
      busy={deleting.isPending}
      error={error && { ...explainError(error), ...(lost && { next: m.offers_delete_lost() }) }}
      onConfirm={remove}
      onClose={() => {
        deleting.reset()
        onClose()
      }}
    >
      <p>{m.offers_delete_text()}</p>
      {allowed.length > 0 && (
        <p>
          {m.offers_delete_allowed({
            n: allowed.length,
            tenants: formatList(allowed.map(({ tenant }) => tenant.name)),
          })}
        </p>
      )}
      {!usage?.complete && <p>{m.offers_delete_unseen()}</p>}
      <AsRequest
        sentAt={deleting.submittedAt}
        described={described(['delete-policy', datacenterId, policy.id], (describe) =>
          describe.deletePolicy(datacenterId, policy.id),
        )}
      />
    </ConfirmDialog>
  )
}
