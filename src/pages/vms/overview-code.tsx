import { ActionIcon, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'

import { UserText } from '~/pages/parts/user-text'
import { m } from '~/texts/messages'
import { Hint } from '~/ui/hint'

import classes from './overview.module.css'

/** Something to copy letter by letter. `what`: what it is called. */
export const Code = ({ what, value }: { readonly what: string; readonly value: string }) => (
  <span className={classes['code']}>
    <UserText identity>{value}</UserText>
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Hint content={copied ? m.vm_copied() : m.vm_copy({ what })}>
          {(trigger) => (
            <ActionIcon
              size={24}
              {...trigger}
              onClick={(event) => {
                trigger.onClick(event)
                copy()
              }}
              aria-label={copied ? m.vm_copied() : m.vm_copy({ what })}
            >
              {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            </ActionIcon>
          )}
        </Hint>
      )}
    </CopyButton>
  </span>
)
