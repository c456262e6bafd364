import { Button, CopyButton, Textarea } from '@mantine/core'
import { useState } from 'react'

import type { Backup } from '~/domain/backup'
import type { Situation } from '~/domain/situation'
import { m } from '~/texts/messages'
import { growing } from '~/ui/growing'
import { Notice } from '~/ui/notice'

import classes from './restore.module.css'

/** Support reads times in UTC, whatever the console's clock shows. */
const utc = (at: Date | null): string => at?.toISOString().replace('T', ' ').slice(0, 19) ?? '?'

/** All that support needs to find the VM and the backup, one thing a line. */
const requestText = ({ vm, actor, now }: Situation, backup: Backup): string =>
  [
    m.ways_restore_request_body_hello(),
    '',
    m.ways_restore_request_body_vm({ name: vm.name, id: vm.uuid || vm.id }),
    m.ways_restore_request_body_backup({ name: backup.name, id: backup.id }),
    ...(backup.typeText === null ? [] : [m.ways_restore_request_body_copy({ copy: backup.typeText })]),
    m.ways_restore_request_body_made({ at: utc(backup.createdAt) }),
    ...(vm.tenant ? [m.ways_restore_request_body_owner({ owner: vm.tenant.name })] : []),
    '',
    m.ways_restore_request_body_loss(),
    '',
    m.ways_restore_request_body_by({ name: actor.fullName ?? actor.name }),
    m.ways_restore_request_body_at({ at: utc(now) }),
  ].join('\n')

/** Where only the platform's people can restore: the complete request to them, to copy or to send. */
export function RestoreRequest({
  situation,
  backup,
  to,
}: {
  readonly situation: Situation
  readonly backup: Backup
  /** The mailbox of support. */
  readonly to: string
}) {
  const [text, setText] = useState(() => requestText(situation, backup))
  const subject = m.ways_restore_request_subject({ vm: situation.vm.name })
  return (
    <section className={classes['confirm']}>
      <Notice tone="neutral" title={m.ways_restore_request_title()}>
        <p>{m.ways_restore_request_text()}</p>
      </Notice>
      <Textarea
        label={m.ways_restore_request_label()}
        rows={8}
        styles={{ input: growing(8) }}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div className={classes['mend']}>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button onClick={copy}>{copied ? m.ways_restore_request_copied() : m.ways_restore_request_copy()}</Button>
          )}
        </CopyButton>
        <Button
          component="a"
          variant="default"
          href={`mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`}
        >
          {m.ways_restore_request_mail()}
        </Button>
      </div>
    </section>
  )
}
