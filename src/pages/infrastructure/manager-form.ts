import { useMutation } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { useForm, useWatch } from 'react-hook-form'

import { ApiError } from '~/api/error'
import { queryClient } from '~/api/queries'
import { changeManager, createManager } from '~/api/queries/infrastructure'
import { session } from '~/api/session'
import type { BackupManager, BackupSystemType } from '~/domain/backup-manager'
import type { Datacenter } from '~/domain/datacenter'
import { standingError } from '~/pages/parts/standing-error'
import { useOnce } from '~/pages/parts/use-once'
import { useVersions } from '~/pages/parts/use-versions'

import { draftOf, entryOf, entryOver, type ManagerEntry, sameAs } from './manager-entry'
import { systemOf } from './system-of'

/** No manager is a version of it too: someone may create or delete it meanwhile. */
const versionOf = (manager: BackupManager | null) => ({
  revision: manager ? `${manager.id} ${manager.revision}` : '',
  manager,
})

/** Nobody knows what came of it: what there is now is read at once. */
const onError = ({ kind }: ApiError): void => {
  // The trail as well, for it tells when the connection changed.
  if (kind === 'unknown-outcome') void queryClient.invalidateQueries()
}

/** The form over the connection of a datacenter, or over none. It follows the platform while nothing is entered. */
export function useManagerForm(
  datacenter: Datacenter,
  latest: BackupManager | null,
  types: readonly BackupSystemType[] | undefined,
) {
  const once = useOnce()
  // What was sent holds a password, and is not kept longer than it takes.
  const creation = useMutation({ ...createManager(datacenter.id), onError, gcTime: 0 })
  const change = useMutation({ ...changeManager(datacenter.id, latest?.id ?? ''), onError, gcTime: 0 })

  const version = versionOf(latest)
  const [opened, setOpened] = useState({ ...version, entry: entryOf(latest) })
  const form = useForm<ManagerEntry>({ values: opened.entry })
  const [name, type, endpoint, user, second, password] = useWatch({
    control: form.control,
    name: ['name', 'type', 'endpoint', 'user', 'second', 'password'],
  })
  const entry: ManagerEntry = { name, type, endpoint, user, second, password }
  const draftOver = (manager: BackupManager | null) =>
    draftOf(entry, manager, systemOf(types, manager?.type ?? entry.type))

  const saving = creation.isPending || change.isPending
  const dirty = password !== '' || !sameAs(draftOver(opened.manager), opened.manager)
  const { base, conflicts, keepMine } = useVersions(version, {
    dirty,
    saving,
    sameAsMine: ({ manager }) => sameAs(draftOver(manager), manager),
  })
  // The pattern of React for state that follows a prop: at once, before anything is drawn with the old one.
  if (base.revision !== opened.revision) setOpened({ ...base, entry: { ...entryOf(base.manager), password } })
  // Nobody may be at the device when a session ends: a typed password does not wait there for whoever comes.
  const over = useSyncExternalStore(session.subscribe, () => session.get().state === 'ended')
  const [wasOver, setWasOver] = useState(over)
  if (over !== wasOver) {
    setWasOver(over)
    if (over) setOpened({ ...opened, entry: { ...entry, password: '' } })
  }
  const forget = (): void => {
    creation.reset()
    change.reset()
  }
  const openOn = (next: ManagerEntry): void => {
    forget()
    keepMine()
    setOpened({ ...version, entry: next })
    form.reset(next)
  }

  const draft = draftOver(base.manager)
  const error = standingError(creation.error ?? change.error)
  const arrived = error?.kind === 'unknown-outcome' && !dirty
  const system = systemOf(types, draft.type)
  return {
    form,
    entry,
    draft,
    system,
    /** What the form was opened on. */
    known: base.manager,
    dirty,
    saving,
    conflicts,
    error: conflicts || arrived ? null : error,
    /** No answer came, and the platform has what was entered. */
    arrived,
    /** When what failed was sent, in milliseconds of this device's clock; 0: nothing did. */
    failedAt: error ? Math.max(creation.submittedAt, change.submittedAt) : 0,
    /** Sends what was entered, once for one decision; the typed password is forgotten when it is stored. */
    save: (saved: () => void): void =>
      once(async () => {
        const sent = base.manager
          ? change.mutateAsync({ draft, basedOn: base.manager.revision })
          : creation.mutateAsync(draft)
        await sent.catch((failure: unknown) => {
          if (failure instanceof ApiError && failure.kind === 'signed-out') forget()
          throw failure
        })
        forget()
        form.reset({ ...entry, name: draft.name, endpoint: draft.endpoint, password: '' })
        saved()
      }),
    /** Throws away what was entered, and shows what the platform has. */
    takeTheirs: (): void => openOn(entryOf(latest)),
    /** Keeps what was entered, over what someone else did. */
    keepMine: (): void => openOn(entryOver(entry, entryOf(opened.manager), entryOf(latest))),
  }
}

/** What `useManagerForm` gives to the parts of the page. */
export type ManagerForm = ReturnType<typeof useManagerForm>
