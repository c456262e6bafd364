import { Button } from '@mantine/core'
import type { ReactNode, RefObject } from 'react'
import { Link } from 'react-router'

import { queryClient } from '~/api/queries'
import { offeredPolicies } from '~/api/queries/infrastructure'
import { ProblemList } from '~/pages/parts/policy/problem-list'
import { TwoVersions } from '~/pages/parts/two-versions'
import { paths } from '~/pages/paths'
import { offerCodes } from '~/texts/error-codes'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { ErrorPanel } from '~/ui/error-panel'
import { Notice } from '~/ui/notice'

import type { PolicyForm } from './form'
import type { FormProblem } from './problems'
import { versionRows } from './versions'

import classes from '~/pages/parts/policy/policy.module.css'

interface TopProps {
  /** Takes the focus after a save was asked for: what came of it stands here. */
  readonly box: RefObject<HTMLDivElement | null>
  readonly datacenterId: string
  readonly form: PolicyForm
  /** The policy that was opened is not on the platform any more. */
  readonly gone: boolean
  readonly problems: readonly FormProblem[]
  /** All that the platform complained about stands at fields, and among the problems. */
  readonly placed: boolean
}

/** What must be known before the form: what came of the last save, another person's version, what is wrong. */
export function EditorTop({ box, datacenterId, form, gone, problems, placed }: TopProps) {
  return (
    <div ref={box} tabIndex={-1} className={classes['top']}>
      {gone && (
        <Notice tone="warning" announce="urgent" title={m.offers_deleted_meanwhile()}>
          {m.offers_deleted_meanwhile_text()}
        </Notice>
      )}
      {form.theirs ? (
        <TwoVersions
          rows={versionRows(form.draft, form.theirs, form.base)}
          onMine={form.keepMine}
          onTheirs={form.takeTheirs}
        />
      ) : (
        !placed && <SaveError datacenterId={datacenterId} form={form} />
      )}
      {problems.length > 0 && (
        <ProblemList
          title={m.offers_problems({ n: problems.length })}
          problems={problems.map(({ id, label, words }) => ({
            id,
            words: m.offers_problem({ label, problem: words }),
          }))}
        />
      )}
    </div>
  )
}

/** Why the last save was not accepted, or that nobody knows whether it was. */
function SaveError({ datacenterId, form }: Pick<TopProps, 'datacenterId' | 'form'>): ReactNode {
  const { error, lost, base } = form
  if (!error) return null
  if (lost) return <Lost datacenterId={datacenterId} lost={lost} />
  // The platform counts VMs that this person does not see.
  const unseen = base !== null && offerCodes.get(error.code ?? '') === 'use'
  return (
    <ErrorPanel
      error={unseen ? { ...explainError(error), detail: m.offers_frozen_server() } : explainError(error)}
      {...(unseen && {
        action: (
          <Button component={Link} to={paths.clonePolicy(datacenterId, base.id)} variant="default" size="xs">
            {m.offers_frozen_clone()}
          </Button>
        ),
      })}
    />
  )
}

/** An answer was lost: the platform is looked at, and what it has is said. */
function Lost({
  datacenterId,
  lost,
}: {
  readonly datacenterId: string
  readonly lost: NonNullable<PolicyForm['lost']>
}) {
  const known = lost.found ? m.offers_lost_title_found() : m.offers_lost_title_not_found()
  const title = lost.found || lost.looked ? known : m.offers_lost_title()
  return (
    <Notice
      tone={lost.found ? 'good' : 'unknown'}
      announce="urgent"
      title={title}
      action={
        lost.found ? (
          <Button component={Link} to={paths.offeredPolicies(datacenterId)} variant="default" size="xs">
            {m.offers_lost_done()}
          </Button>
        ) : (
          <Button
            variant="default"
            size="xs"
            onClick={() => void queryClient.invalidateQueries({ queryKey: offeredPolicies(datacenterId).queryKey })}
          >
            {m.tenants_look_again()}
          </Button>
        )
      }
    >
      {lost.found ? m.offers_lost_found() : lost.looked ? m.offers_lost_not_found() : m.offers_lost_looking()}
    </Notice>
  )
}
