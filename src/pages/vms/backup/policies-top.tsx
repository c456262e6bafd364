import { Button } from '@mantine/core'
import type { RefObject } from 'react'

import { queryClient } from '~/api/queries'
import type { Verdict } from '~/domain/verdict'
import { assignmentsOf } from '~/pages/parts/policy/policy-assignment'
import { fieldId, type PolicyContext } from '~/pages/parts/policy/policy-context'
import { ProblemList } from '~/pages/parts/policy/problem-list'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Refusal } from '~/ui/action'
import { ErrorPanel } from '~/ui/error-panel'
import { Notice } from '~/ui/notice'

import { Conflict } from './policies-conflict'
import type { PoliciesForm } from './policies-form'
import { SaveProgress } from './policies-progress'
import type { DraftProblem } from './policy-problems'

import classes from '~/pages/parts/policy/policy.module.css'

interface PoliciesTopProps {
  /** Takes the focus after a save was asked for: what came of it stands here. */
  readonly box: RefObject<HTMLDivElement | null>
  readonly context: PolicyContext
  readonly form: PoliciesForm
  /** Whether the VM's policies may change now. */
  readonly changeable: Verdict
  readonly problems: readonly DraftProblem[]
  readonly onTheirs: () => void
}

/** What must be known before the form: why it is closed, how far a save is, what failed, what is wrong. */
export function PoliciesTop({ box, context, form, changeable, problems, onTheirs }: PoliciesTopProps) {
  const { base, latest, draft, standing } = form
  const closed = explain(changeable)
  return (
    <div ref={box} tabIndex={-1} className={classes['top']}>
      {!closed.ok && !standing.pending && (
        <Notice
          tone={changeable.ok || changeable.reason.code !== 'locked' ? 'neutral' : 'running'}
          title={context.readOnly ? m.policies_read_only() : m.policies_not_now()}
        >
          <Refusal verdict={closed} />
        </Notice>
      )}
      {form.task !== null && <SaveProgress taskId={form.task} />}
      {form.saved && !standing.differs && (
        <Notice tone="good" title={m.policies_saved_at_once()} announce="status">
          {latest.vm.state === 'not-deployed' ? m.policies_at_deploy() : m.policies_in_force()}
        </Notice>
      )}
      {form.arrived && <Notice tone="good" title={m.infrastructure_save_arrived()} announce="status" />}
      {standing.conflicts ? (
        <Conflict
          policies={base.policies}
          mine={assignmentsOf(draft, base)}
          theirs={latest.vm.assignments ?? []}
          onMine={form.keepMine}
          onTheirs={onTheirs}
        />
      ) : (
        form.error && (
          <ErrorPanel
            error={explainError(form.error)}
            {...(form.error.kind === 'unknown-outcome' && {
              action: (
                <Button variant="default" size="xs" onClick={() => void queryClient.invalidateQueries()}>
                  {m.policies_look_again()}
                </Button>
              ),
            })}
          />
        )
      )}
      {problems.length > 0 && (
        <ProblemList
          title={m.policies_problems({ n: problems.length })}
          problems={problems.map(({ place, field, policyName, configuration, words }) => ({
            id: fieldId(place, field),
            words: m.policies_problem({ policy: policyName, configuration, problem: words }),
          }))}
        />
      )}
    </div>
  )
}
