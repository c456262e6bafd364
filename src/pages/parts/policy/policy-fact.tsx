import { Text } from '@mantine/core'
import type { ReactNode } from 'react'

import classes from './policy.module.css'

/** One value that is printed and not entered: what it is, its value, and who decides it. */
export function PolicyFact({
  label,
  note,
  children,
}: {
  readonly label: string
  readonly note: string | null
  readonly children: ReactNode
}) {
  return (
    <dl className={classes['fact']}>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <dd className={classes['value']}>
        <Text span size="sm">
          {children}
        </Text>
        {note && (
          <Text span size="xs" c="dimmed" display="block">
            {note}
          </Text>
        )}
      </dd>
    </dl>
  )
}
