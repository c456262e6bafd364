import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { ApiError } from '~/api/error'
import { changeRole, rolePrivileges } from '~/api/queries/roles'
import {
  afterChange,
  type BackupPrivilege,
  changeFor,
  type Role,
  type RoleChange,
  type RolePrivileges,
} from '~/domain/role'
import { standingError } from '~/pages/parts/standing-error'
import { useOnce } from '~/pages/parts/use-once'
import { m } from '~/texts/messages'
import { notify } from '~/ui/notify'

type Wishes = ReadonlyMap<BackupPrivilege, boolean>
const noWishes: Wishes = new Map()
const nothingHeld: RolePrivileges = new Set()

/** A role, and what someone wants of it. */
export interface RoleEditing {
  /** As the platform has it; undefined until it was read. */
  readonly held: RolePrivileges | undefined
  readonly reading: { readonly error: ApiError | null; readonly isFetching: boolean; readonly refetch: () => void }
  /** As it would be after a save. */
  readonly wanted: RolePrivileges
  readonly change: RoleChange
  readonly dirty: boolean
  readonly want: (privilege: BackupPrivilege, on: boolean) => void
  readonly discard: () => void
  readonly save: () => void
  readonly saving: boolean
  readonly error: ApiError | null
  /** When what failed was sent, in milliseconds of this device's clock; 0: nothing did. */
  readonly failedAt: number
}

/**
 * Wishes for a role, over what the platform has at any time: what another administrator changes meanwhile joins in, and
 * what is done already falls away. Only the difference is sent.
 *
 * @param suggested A first wish, brought along by whoever opened the role.
 */
export function useRole(role: Role | null, suggested: BackupPrivilege | null): RoleEditing {
  const id = role?.id ?? ''
  const reading = useQuery({ ...rolePrivileges(id), enabled: role !== null })
  const [kept, setKept] = useState<{ readonly id: string; readonly wishes: Wishes } | null>(null)
  const saving = useMutation({
    ...changeRole(id),
    // Nobody knows what was done: what is there now decides what is still to do.
    onError: ({ kind }) => (kind === 'unknown-outcome' ? reading.refetch() : undefined),
  })
  const once = useOnce()
  // What was wished of a role goes with its panel, however that was closed.
  if (kept !== null && kept.id !== id) setKept(null)
  const first: Wishes = suggested === null ? noWishes : new Map([[suggested, true]])
  const wishes = kept?.id === id ? kept.wishes : first
  const held = reading.data ?? nothingHeld
  const change = changeFor(held, wishes)
  return {
    held: reading.data,
    reading: { error: reading.error, isFetching: reading.isFetching, refetch: () => void reading.refetch() },
    wanted: afterChange(held, change),
    change,
    dirty: role !== null && reading.data !== undefined && change.give.length + change.take.length > 0,
    want: (privilege, on) => setKept({ id, wishes: new Map([...wishes, [privilege, on]]) }),
    discard: () => {
      setKept({ id, wishes: noWishes })
      saving.reset()
    },
    save: () =>
      once(async () => {
        await saving.mutateAsync(change)
        setKept({ id, wishes: noWishes })
        notify({ tone: 'good', title: m.roles_saved({ role: role?.name ?? '' }) })
      }),
    saving: saving.isPending,
    error: standingError(saving.error),
    failedAt: saving.error ? saving.submittedAt : 0,
  }
}
