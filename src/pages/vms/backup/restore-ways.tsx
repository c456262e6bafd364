import { NativeSelect, Radio, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'

import { restore } from '~/api/queries'
import { described } from '~/api/queries/requests'
import type { Backup } from '~/domain/backup'
import type { RestoreOrder, RestoreWay } from '~/domain/backup-ways'
import { mayRestore } from '~/domain/may-restore'
import type { Situation } from '~/domain/situation'
import { AsRequest } from '~/pages/parts/requests/as-request'
import { UnknownOutcome } from '~/pages/parts/unknown-outcome'
import { useFollow } from '~/pages/parts/use-follow'
import { useOnce } from '~/pages/parts/use-once'
import { placeOption } from '~/pages/parts/ways/order-fields'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'
import { FormError } from '~/ui/form-error'

import classes from './restore.module.css'

const wayWords: Readonly<Record<RestoreWay['way'], { readonly label: () => string; readonly text?: () => string }>> = {
  'in-place': { label: m.ways_restore_in_place, text: m.ways_restore_in_place_text },
  'new-vm': { label: m.ways_restore_new, text: m.ways_restore_new_text },
  'by-request': { label: m.ways_restore_request },
}

/** Chooses among several ways; where there is only one, there is nothing to choose. */
export function RestoreWayChoice({
  ways,
  chosen,
  onChoose,
}: {
  readonly ways: readonly RestoreWay[]
  readonly chosen: RestoreWay
  readonly onChoose: (way: RestoreWay['way']) => void
}) {
  if (ways.length < 2) return null
  return (
    <Radio.Group label={m.ways_restore_how()} value={chosen.way}>
      <div className={classes['ways']}>
        {ways.map(({ way }) => (
          <Radio
            key={way}
            value={way}
            label={wayWords[way].label()}
            description={wayWords[way].text?.()}
            onChange={() => onChoose(way)}
          />
        ))}
      </div>
    </Radio.Group>
  )
}

/** Another VM beside the first: its name, where its disks go, and one request. Nothing is overwritten. */
export function RestoreAsNew({
  situation,
  backup,
  way,
  onAsked,
}: {
  readonly situation: Situation
  readonly backup: Backup
  readonly way: Extract<RestoreWay, { readonly way: 'new-vm' }>
  readonly onAsked: (task: string | null) => void
}) {
  const { vm } = situation
  const [place, setPlace] = useState(way.places[0]?.id ?? '')
  const [name, setName] = useState<string>(m.ways_restore_new_suggested({ vm: vm.name }))
  const [missed, setMissed] = useState(false)
  const request = useMutation(restore(vm.id))
  const once = useOnce()
  const follow = useFollow(vm)
  const verdict = mayRestore(situation, backup, 'new-vm')
  const order: RestoreOrder = { way: 'new-vm', place, name: name.trim() }
  const isRight = order.name !== '' && place !== ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!verdict.ok) return
    setMissed(!isRight)
    if (!isRight) return
    once(async () => {
      const accepted = await request.mutateAsync({ backupId: backup.id, order })
      follow(accepted, 'restore')
      onAsked(accepted.task)
    })
  }
  if (request.error?.kind === 'unknown-outcome')
    return (
      <UnknownOutcome
        vmId={vm.id}
        kind="restore"
        sentAt={request.submittedAt}
        onFound={(task) => onAsked(task.id)}
        onAgain={() => request.reset()}
      />
    )
  return (
    <form onSubmit={submit} className={classes['confirm']} noValidate>
      <TextInput
        label={m.ways_restore_new_name()}
        value={name}
        autoComplete="off"
        spellCheck={false}
        error={missed && order.name === '' && m.ways_restore_new_name_missing()}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <NativeSelect
        label={m.ways_restore_new_place()}
        data={way.places.map(placeOption)}
        value={place}
        error={missed && place === '' && m.ways_restore_new_place_missing()}
        onChange={({ currentTarget }) => setPlace(currentTarget.value)}
      />
      {request.error && <FormError error={explainError(request.error)} />}
      <AsRequest
        sentAt={request.submittedAt}
        described={described(['restore', vm.id, backup.id, place, name], (describe) =>
          describe.restore(vm.id, backup.id, order),
        )}
      />
      <div>
        <Action type="submit" verdict={explain(verdict)} loading={request.isPending}>
          {m.ways_restore_new_confirm()}
        </Action>
      </div>
    </form>
  )
}
