import { Checkbox, Group, Radio, Stack, Text } from '@mantine/core'
import { useController, type Control } from 'react-hook-form'

import type { Disk } from '~/domain/virtual-machine'
import { formatList, formatSize } from '~/texts/format'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'

import type { ProtectionDraft } from './policy-draft'

import classes from './policy.module.css'

interface DiskChoiceProps {
  readonly id: string
  readonly control: Control<ProtectionDraft>
  readonly name: `policies.${number}.configurations.${number}`
  readonly disks: readonly Disk[]
  readonly problem: string | null
}

/** Which disks a complete or snapshot backup copies: all, also those added later, or the chosen ones. */
export function DiskChoice({ id, control, name, disks, problem }: DiskChoiceProps) {
  const scope = useController({ control, name: `${name}.scope` })
  const chosen = useController({ control, name: `${name}.disks` })
  const ids = chosen.field.value
  const boot = disks.filter((disk) => disk.boot && !ids.includes(disk.id))
  const gone = ids.filter((one) => !disks.some((disk) => disk.id === one))
  const change = (next: string): void => {
    // Whoever starts to choose starts from what is copied now: everything.
    if (next === 'some' && ids.length === 0) chosen.field.onChange(disks.map((disk) => disk.id))
    scope.field.onChange(next)
  }
  return (
    <Radio.Group label={m.policies_disks()} value={scope.field.value} onChange={change} error={problem}>
      <Stack gap="xs" mt={6}>
        <Radio value="all" size="sm" label={m.policies_disks_all()} />
        <Radio id={`${id}-disks`} value="some" size="sm" label={m.policies_disks_some()} />
        {scope.field.value === 'some' && (
          <Stack gap="xs" pl={28}>
            <Checkbox.Group
              aria-label={m.policies_disks_list()}
              value={[...ids]}
              onChange={(next) =>
                // In the order of the VM, so that choosing back and forth changes nothing.
                chosen.field.onChange([...disks.map((disk) => disk.id), ...gone].filter((one) => next.includes(one)))
              }
            >
              <Stack gap="xs">
                {disks.map((disk) => (
                  <Checkbox key={disk.id} value={disk.id} size="sm" label={<DiskWords disk={disk} />} />
                ))}
                {gone.map((one) => (
                  <Checkbox key={one} value={one} size="sm" label={m.policies_disks_gone()} />
                ))}
              </Stack>
            </Checkbox.Group>
            {boot.length > 0 && ids.length > 0 && (
              <Notice
                tone="warning"
                announce="status"
                title={m.policies_disks_no_boot({ disk: formatList(boot.map((disk) => disk.name)) })}
              />
            )}
          </Stack>
        )}
      </Stack>
    </Radio.Group>
  )
}

/** Name, size, kind and boot mark of a disk. */
function DiskWords({ disk }: { readonly disk: Disk }) {
  return (
    <Group gap={8} component="span">
      <bdi>{disk.name}</bdi>
      {disk.sizeMb !== null && (
        <Text span size="sm" c="dimmed">
          {formatSize(disk.sizeMb)}
        </Text>
      )}
      <Text span size="sm" c="dimmed">
        {disk.kind === 'volume' ? m.policies_disk_volume() : m.policies_disk_disk()}
      </Text>
      {disk.boot && <span className={classes['boot']}>{m.policies_disk_boot()}</span>}
    </Group>
  )
}
