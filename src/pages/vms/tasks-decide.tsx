import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'

import { decideTask } from '~/api/queries/decisions'
import { described } from '~/api/queries/requests'
import { mayDecide } from '~/domain/may-decide'
import type { Task, TaskDecision } from '~/domain/task'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { Answers, Dialog } from '~/pages/parts/dialog'
import { AsRequest } from '~/pages/parts/requests/as-request'
import { standingError } from '~/pages/parts/standing-error'
import { useAdministration } from '~/pages/parts/use-administration'
import { useOnce } from '~/pages/parts/use-once'
import { UserText } from '~/pages/parts/user-text'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { taskKindWords, taskWords } from '~/texts/states'
import { Action } from '~/ui/action'
import { FormError } from '~/ui/form-error'
import { Notice } from '~/ui/notice'

import classes from './tasks.module.css'

const words = {
  continue: { title: m.tasks_continue_title, text: m.tasks_continue_text, answer: m.tasks_continue },
  cancel: { title: m.tasks_cancel_title, text: m.tasks_cancel_text, answer: m.tasks_cancel },
} as const

/** What is asked about first: neither can be undone. */
type Asked = keyof typeof words

interface Deciding {
  readonly ask: (task: Task, decision: Asked) => void
  /** To be drawn as long as the page shows the tasks, so that it outlives what the platform makes of them meanwhile. */
  readonly question: ReactNode
}

/** The question before work that waits for approval goes on, or is taken back. */
export function useDeciding(vm: VirtualMachine, tasks: readonly Task[]): Deciding {
  const [asked, setAsked] = useState<{ readonly task: Task; readonly decision: Asked } | null>(null)
  const task = tasks.find(({ id }) => id === asked?.task.id) ?? asked?.task
  const close = (): void => setAsked(null)
  return {
    ask: (chosen, decision) => setAsked({ task: chosen, decision }),
    question: (
      <Dialog title={asked ? words[asked.decision].title() : ''} opened={asked !== null} onClose={close}>
        {asked && task && <Question vm={vm} task={task} decision={asked.decision} onClose={close} />}
      </Dialog>
    ),
  }
}

function Question({
  vm,
  task,
  decision,
  onClose,
}: {
  readonly vm: VirtualMachine
  readonly task: Task
  readonly decision: Asked
  readonly onClose: () => void
}) {
  const request = useMutation(decideTask(vm.id, task.id))
  const once = useOnce()
  const who = useAdministration()
  const error = standingError(request.error)
  // The own answer closes the question; it is no news.
  const decided = task.state !== 'held' && !request.isPending && !request.isSuccess
  const send = (): void =>
    once(async () => {
      await request.mutateAsync(decision)
      onClose()
    })
  return (
    <>
      <div className={classes['asked']}>
        <strong>{taskKindWords(task)}</strong>
        <UserText identity>{vm.name}</UserText>
        {task.by !== null && <span>{m.tasks_decision_asked({ who: task.by })}</span>}
      </div>
      <Text size="sm">{words[decision].text()}</Text>
      {decided ? (
        <Notice tone="neutral" title={m.tasks_decided({ state: taskWords(task) })} announce="status" />
      ) : (
        <FormError error={error && explainError(error)} />
      )}
      <AsRequest
        sentAt={request.submittedAt}
        described={described(['decide', task.id, decision], (describe) => describe.decideTask(task.id, decision))}
      />
      <Answers onClose={onClose} label={decided ? m.common_close() : m.common_cancel()}>
        <Action
          verdict={explain(mayDecide(who, task, decision))}
          loading={request.isPending}
          onClick={send}
          {...(decision === 'cancel' && { color: 'red.9' })}
        >
          {words[decision].answer()}
        </Action>
      </Answers>
    </>
  )
}

/** The two answers to work that waits for approval. Each stays visible and says why when it may not be given. */
export function HeldAnswers({ task, onAsk }: { readonly task: Task; readonly onAsk: Deciding['ask'] }) {
  const who = useAdministration()
  const answer = (decision: Asked) => (
    <Action
      verdict={explain(mayDecide(who, task, decision))}
      size="xs"
      variant="default"
      aria-label={`${words[decision].answer()}: ${taskKindWords(task)}`}
      onClick={() => onAsk(task, decision)}
    >
      {words[decision].answer()}
    </Action>
  )
  return (
    <div className={classes['answers']}>
      {answer('continue')}
      {answer('cancel')}
    </div>
  )
}

const acknowledge: TaskDecision = 'acknowledge'

/** Takes note of a failed task, for everyone: nothing of the VM changes, so nothing is asked first. */
export function Acknowledge({ vm, task }: { readonly vm: VirtualMachine; readonly task: Task }) {
  const request = useMutation(decideTask(vm.id, task.id))
  const once = useOnce()
  const who = useAdministration()
  const error = standingError(request.error)
  if (task.noted) return <p className={classes['none']}>{m.tasks_noted()}</p>
  if (!task.decisions?.includes(acknowledge)) return null
  return (
    <>
      <FormError error={error && explainError(error)} />
      <div className={classes['answers']}>
        <Action
          verdict={explain(mayDecide(who, task, acknowledge))}
          size="xs"
          variant="default"
          loading={request.isPending}
          aria-label={`${m.tasks_acknowledge()}: ${taskKindWords(task)}`}
          onClick={() => once(() => request.mutateAsync(acknowledge))}
        >
          {m.tasks_acknowledge()}
        </Action>
      </div>
    </>
  )
}
