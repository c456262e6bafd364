import { Checkbox, Text } from '@mantine/core'
import { IconDatabaseExport } from '@tabler/icons-react'
import { useIsMutating, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { vmTasks } from '~/api/queries'
import { askedKey, backUpNow } from '~/api/queries/protection'
import { described } from '~/api/queries/requests'
import { type BackupWays, orderProblem, suggestedOrder } from '~/domain/backup-ways'
import { usualDuration } from '~/domain/duration'
import { mayBackUpNow, mayReplicate } from '~/domain/may-back-up'
import type { Situation } from '~/domain/situation'
import { explainError } from '~/texts/errors'
import { formatDuration } from '~/texts/format'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action, Refusal } from '~/ui/action'
import { FormError } from '~/ui/form-error'

import { Answers, Dialog } from './dialog'
import { AsRequest } from './requests/as-request'
import { standingError } from './standing-error'
import { UnknownOutcome } from './unknown-outcome'
import { useAsk } from './use-ask'
import { useUnanswered } from './use-unanswered'
import { UserText } from './user-text'
import { OrderFields } from './ways/order-fields'

/** Asks for a backup at once (decision table 7.1): a button that says why when it may not, and a small dialog before. */
export function BackUpNow({
  situation,
  settled,
  primary = false,
}: {
  readonly situation: Situation
  /** False while it is not known yet what the backup system can do. */
  readonly settled: boolean
  readonly primary?: boolean
}) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Action
        verdict={explain(mayBackUpNow(situation))}
        loading={!settled}
        variant={primary ? 'filled' : 'default'}
        leftSection={<IconDatabaseExport size={17} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {m.backup_now()}
      </Action>
      <BackUpNowDialog situation={situation} opened={opened} onClose={() => setOpened(false)} />
    </>
  )
}

/** The question of the same, for other places that offer it. */
export function BackUpNowDialog({
  situation,
  opened,
  onClose,
}: {
  readonly situation: Situation
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const sending = useIsMutating({ mutationKey: askedKey(situation.vm.id, 'backup') }) > 0
  return (
    <Dialog title={m.backup_now_title()} opened={opened} onClose={onClose} sending={sending}>
      <Question situation={situation} onClose={onClose} />
    </Dialog>
  )
}

/** What waits while the backup runs. */
function meanwhileWords({ holds, interrupts }: BackupWays): string {
  if (!holds) return m.ways_now_free()
  return interrupts ? m.ways_now_waits() : m.backup_now_lock()
}

/** What will happen, the choices there are, and one request for one decision. */
function Question({ situation, onClose }: { readonly situation: Situation; readonly onClose: () => void }) {
  const { vm } = situation
  const { ways } = situation.site
  const [order, setOrder] = useState(() => suggestedOrder(ways, vm.name, situation.now))
  const [missed, setMissed] = useState(false)
  const tasks = useQuery(vmTasks(vm.id))
  const request = useMutation(backUpNow(vm.id))
  const unanswered = useUnanswered(vm.id, 'backup', request.reset)
  const ask = useAsk(vm, 'backup', request)
  const usual = usualDuration(tasks.data ?? [], 'backup')
  const send = (): void => {
    const wrong = orderProblem(ways, order) !== null
    setMissed(wrong)
    if (!wrong) ask(order, onClose)
  }
  const error = standingError(request.error)
  return (
    <>
      <Text fw={600}>
        <UserText identity>{vm.name}</UserText>
      </Text>
      <Text size="sm">{m.backup_now_what()}</Text>
      <Text size="sm">{meanwhileWords(ways)}</Text>
      <Text size="sm" c="dimmed">
        {usual === null ? m.backup_now_usual_unknown() : m.backup_now_usual({ time: formatDuration(usual) })}{' '}
        {m.backup_now_where()}
      </Text>
      {!unanswered && <OrderFields situation={situation} order={order} missed={missed} onChange={setOrder} />}
      {ways.replicates && (
        <Replication
          situation={situation}
          checked={order.replicate}
          onChange={(replicate) => setOrder({ ...order, replicate })}
        />
      )}
      {unanswered && (
        <UnknownOutcome
          vmId={vm.id}
          kind="backup"
          sentAt={unanswered.sentAt}
          onFound={() => {
            unanswered.settle()
            onClose()
          }}
          onAgain={unanswered.settle}
        />
      )}
      <FormError error={error && !unanswered ? explainError(error) : null} />
      <AsRequest
        sentAt={request.submittedAt}
        described={described(['backup', vm.id, order], (describe) => describe.backUpNow(vm.id, order))}
      />
      <Answers onClose={onClose} {...(unanswered && { label: m.common_close() })}>
        {!unanswered && (
          <Action verdict={explain(mayBackUpNow(situation))} loading={request.isPending} onClick={send}>
            {m.backup_now_confirm()}
          </Action>
        )}
      </Answers>
    </>
  )
}

function Replication({
  situation,
  checked,
  onChange,
}: {
  readonly situation: Situation
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  const verdict = explain(mayReplicate(situation.site))
  return (
    <div>
      <Checkbox
        label={m.backup_now_replicate()}
        styles={{ label: { fontSize: 'var(--mantine-font-size-sm)' } }}
        description={verdict.ok ? m.backup_now_replicate_text() : undefined}
        checked={verdict.ok && checked}
        aria-disabled={!verdict.ok}
        onChange={(event) => verdict.ok && onChange(event.currentTarget.checked)}
      />
      {!verdict.ok && (
        <Text component="div" size="sm" c="dimmed" ml={36}>
          <Refusal verdict={verdict} />
        </Text>
      )}
    </div>
  )
}
