import type { MutateOptions } from '@tanstack/react-query'

import { ApiError } from '~/api/error'
import type { TaskKind } from '~/domain/task'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { paths } from '~/pages/paths'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { taskKindName } from '~/texts/states'
import { notify } from '~/ui/notify'

import { standingError } from './standing-error'
import { type Accepted, useFollow } from './use-follow'
import { useOnce } from './use-once'

type Vm = Pick<VirtualMachine, 'id' | 'name'>

/** What a dialog sends, in the shape of a mutation. */
interface Request<Order> {
  readonly mutateAsync: (
    order: Order,
    options: Pick<MutateOptions<Accepted, ApiError, Order>, 'onSuccess' | 'onError'>,
  ) => Promise<Accepted>
}

/** Says why a request came to nothing, where the dialog that sent it is gone. */
function tell(error: ApiError, vm: Vm, kind: TaskKind): void {
  const named = { what: taskKindName(kind), vm: vm.name }
  const isUnknown = error.kind === 'unknown-outcome'
  const { title, detail, next } = explainError(error)
  notify({
    tone: isUnknown ? 'unknown' : 'bad',
    title: isUnknown ? m.followed_unanswered(named) : m.followed_refused(named),
    text: [title, detail, next].filter((part) => part !== null).join(' '),
    link: { to: paths.vmTasks(vm.id), label: m.followed_see_all() },
  })
}

/**
 * Sends what a dialog asks of a VM: one decision, one request. What came of it the dialog says; when it was closed while
 * the answer was awaited, a message does, and work that was accepted is followed either way.
 */
export function useAsk<Order>(vm: Vm, kind: TaskKind, request: Request<Order>) {
  const once = useOnce()
  const follow = useFollow(vm)
  /** @param onAccepted What the dialog does then, if it is still there. */
  return (order: Order, onAccepted: (accepted: Accepted) => void): void =>
    once(async () => {
      // These are called for who still watches.
      let isSaid = false
      const onError = (): void => {
        isSaid = true
      }
      try {
        follow(await request.mutateAsync(order, { onSuccess: onAccepted, onError }), kind)
      } catch (error) {
        if (!isSaid && error instanceof ApiError && standingError(error)) tell(error, vm, kind)
        throw error
      }
    })
}
