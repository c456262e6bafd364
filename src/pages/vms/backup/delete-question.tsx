import { type History, isWhole } from '~/api/queries/backups'
import { described } from '~/api/queries/requests'
import type { Deletion } from '~/domain/deletion'
import type { Situation } from '~/domain/situation'
import { AsRequest } from '~/pages/parts/requests/as-request'
import { AsScript } from '~/pages/parts/requests/as-script'
import { standingError } from '~/pages/parts/standing-error'
import { UserText } from '~/pages/parts/user-text'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { ConfirmDialog } from '~/ui/confirm'
import { Notice } from '~/ui/notice'
import { Time } from '~/ui/time'

import type { Choosing } from './use-deletion'

import classes from './results.module.css'

interface QuestionProps {
  readonly situation: Situation
  readonly history: History
  readonly choosing: Choosing
}

/** What follows from a deletion, before it is sent. */
export function DeleteQuestion({ choosing, ...rest }: QuestionProps) {
  const { asked } = choosing
  return asked && <Question {...rest} choosing={choosing} deletion={asked} />
}

function Question({ situation, history, choosing, deletion }: QuestionProps & { readonly deletion: Deletion }) {
  const { vm } = situation
  const { request } = choosing
  const error = standingError(request.error)
  const { lines, count, loses } = deletion
  const [first, ...others] = lines
  return (
    <ConfirmDialog
      title={m.ways_delete_title({ n: count })}
      tone="danger"
      opened={choosing.asking}
      confirmLabel={m.ways_delete_confirm({ n: count })}
      error={error && explainError(error)}
      {...(loses === 'last' && { typed: { word: vm.name, label: m.restore_type_name() } })}
      onConfirm={choosing.confirm}
      onClose={choosing.close}
    >
      <div className={classes['question']}>
        <Consequences deletion={deletion} whole={isWhole(history) && history.unreadable === 0} />
        {first && others.length === 0 && (
          <AsRequest
            sentAt={request.submittedAt}
            described={described(['delete', vm.id, first.id], (describe) =>
              describe.deleteBackup(
                vm.id,
                first.id,
                first.backups.map(({ id }) => id),
              ),
            )}
          />
        )}
        {others.length > 0 && (
          <AsScript
            about={vm.name}
            lines={lines.map(({ id, name, backups: going }) => ({
              id,
              name,
              ask: (describe) =>
                describe.deleteBackup(
                  vm.id,
                  id,
                  going.map((one) => one.id),
                ),
            }))}
          />
        )}
      </div>
    </ConfirmDialog>
  )
}

/** `whole`: all backups of the VM were read, so that what is left is counted among all. */
function Consequences({ deletion, whole }: { readonly deletion: Deletion; readonly whole: boolean }) {
  const { lines, count, left, loses } = deletion
  return (
    <>
      <ul className={classes['going']} aria-label={m.ways_delete_what()}>
        {lines.map(({ id, name, backups }) => (
          <li key={id}>
            <UserText identity>{name}</UserText>
            {backups.length > 1 && <p>{m.ways_delete_chain({ n: backups.length, name })}</p>}
          </li>
        ))}
      </ul>
      {loses === 'last' && (
        <Notice tone="bad" title={whole ? m.ways_delete_last() : m.ways_delete_last_read()}>
          <p>{whole ? m.ways_delete_last_text() : m.ways_delete_last_read_text()}</p>
        </Notice>
      )}
      {loses === 'newest' && (
        <Notice tone="warning" title={m.ways_delete_newest()}>
          <p>{m.ways_delete_newest_text()}</p>
        </Notice>
      )}
      {left.length > 0 && (
        <p>
          {m.ways_delete_left({ n: left.length })} <Time at={left[0]?.createdAt ?? null} />
        </p>
      )}
      {!whole && loses !== 'last' && <p>{m.ways_delete_unread()}</p>}
      <p>{count > 1 && lines.length === 1 ? m.ways_delete_text_chain() : m.ways_delete_text({ n: count })}</p>
      {lines.length > 1 && <p>{m.ways_delete_each()}</p>}
    </>
  )
}
