import { Button, Checkbox, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { disks } from '~/api/queries'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { Answers, Dialog } from '~/pages/parts/dialog'
import { explainError } from '~/texts/errors'
import { formatSize } from '~/texts/format'
import { m } from '~/texts/messages'
import { Action } from '~/ui/action'
import { ErrorPanel } from '~/ui/error-panel'
import { SkeletonRows } from '~/ui/skeleton-rows'

import classes from './bulk.module.css'

interface DisksProps {
  readonly vm: VirtualMachine
  /** Null: all of them. */
  readonly chosen: readonly string[] | null
  readonly onChange: (ids: readonly string[] | null) => void
}

/** Which disks of one VM are copied; asked for only where a person wants others than all. */
export function BulkDisks({ vm, chosen, onChange }: DisksProps) {
  const [opened, setOpened] = useState(false)
  const close = (): void => setOpened(false)
  return (
    <>
      <button
        type="button"
        className={classes['plain']}
        aria-label={m.bulk_disks_change({ name: vm.name })}
        onClick={() => setOpened(true)}
      >
        {chosen ? m.bulk_disks_some({ n: chosen.length }) : m.bulk_disks_all()}
      </button>
      {opened && (
        <Dialog title={m.bulk_disks_title()} opened onClose={close}>
          <Choice
            vm={vm}
            chosen={chosen}
            onClose={close}
            onChange={(ids) => {
              onChange(ids)
              close()
            }}
          />
        </Dialog>
      )}
    </>
  )
}

function Choice({ vm, chosen, onChange, onClose }: DisksProps & { readonly onClose: () => void }) {
  const machine = useQuery(disks(vm.id))
  const [picked, setPicked] = useState(chosen)
  if (machine.error) return <ErrorPanel error={explainError(machine.error)} onRetry={() => void machine.refetch()} />
  if (!machine.data) return <SkeletonRows rows={3} height={28} />
  const ids = picked ?? machine.data.map(({ id }) => id)
  const verdict =
    ids.length > 0
      ? ({ ok: true } as const)
      : { ok: false as const, because: m.bulk_disks_least(), who: null, mend: null }
  return (
    <>
      <strong>
        <bdi>{vm.name}</bdi>
      </strong>
      <Checkbox.Group aria-label={m.bulk_disks_title()} value={[...ids]} onChange={setPicked}>
        <Stack gap="xs">
          {machine.data.map((disk) => (
            <Checkbox key={disk.id} value={disk.id} size="sm" label={`${disk.name} · ${formatSize(disk.sizeMb)}`} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Answers onClose={onClose}>
        <Button variant="default" onClick={() => onChange(null)}>
          {m.bulk_disks_every()}
        </Button>
        <Action verdict={verdict} onClick={() => onChange(ids)}>
          {m.bulk_disks_keep()}
        </Action>
      </Answers>
    </>
  )
}
