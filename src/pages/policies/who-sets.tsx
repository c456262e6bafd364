import { Group, Radio, Text } from '@mantine/core'
import type { ReactNode } from 'react'

import { m } from '~/texts/messages'

import type { Choice } from './fields'

import classes from './editor.module.css'

type By = Choice['by']

const labels: Readonly<Record<By, () => string>> = {
  policy: m.offers_by_policy,
  vm: m.offers_by_vm,
  system: m.offers_by_system,
  unread: m.offers_by_unread,
}

/**
 * Who sets one value of a kind of backup, below it what that means, and the value itself where the policy fixes it. A way
 * that is refused stays, off, and says why; one that is chosen already can be left.
 */
export function WhoSets<Way extends By>({
  label,
  ways,
  value,
  onChange,
  help,
  refused = null,
  children,
}: {
  readonly label: string
  readonly ways: readonly Way[]
  readonly value: Way
  readonly onChange: (way: Way) => void
  /** What the chosen way means. */
  readonly help: string
  /** A way that cannot be chosen, and why: words with an id. */
  readonly refused?: { readonly way: Way; readonly id: string; readonly why: ReactNode } | null
  readonly children?: ReactNode
}) {
  const isOff = (way: Way): boolean => way === refused?.way && way !== value
  const put = (next: string): void => {
    const way = ways.find((one) => one === next)
    if (way !== undefined && !isOff(way)) onChange(way)
  }
  return (
    <div className={classes['value']}>
      <Radio.Group label={label} value={value} onChange={put}>
        <Group gap="6px 20px" mt={6}>
          {ways.map((way) => (
            <Radio
              key={way}
              value={way}
              size="sm"
              label={labels[way]()}
              {...(isOff(way) && {
                'aria-disabled': true,
                'aria-describedby': refused?.id,
                className: classes['off'] ?? '',
              })}
            />
          ))}
        </Group>
      </Radio.Group>
      <Text size="xs" c="dimmed">
        {help}
      </Text>
      {refused && refused.way !== value && refused.why}
      {children}
    </div>
  )
}
