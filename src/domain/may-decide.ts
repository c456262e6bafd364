import { holds } from './holds'
import { connected, type Situation } from './situation'
import type { Task, TaskDecision } from './task'
import { firstRefusal, no, type Verdict, yes } from './verdict'

const offered = ({ decisions = [] }: Task, decision: TaskDecision): Verdict =>
  decisions.includes(decision) ? yes : no({ code: 'not-asked' })

/** Let work go on that waits for approval, take it back, or take note of its failure. */
export const mayDecide = (
  { actor, online }: Pick<Situation, 'actor' | 'online'>,
  task: Task,
  decision: TaskDecision,
): Verdict =>
  firstRefusal(
    holds(actor, decision === 'acknowledge' ? 'vm.edit' : 'tasks.decide'),
    offered(task, decision),
    connected({ online }),
  )
