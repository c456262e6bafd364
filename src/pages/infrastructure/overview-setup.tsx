import { Button } from '@mantine/core'
import { Link } from 'react-router'

import type { Datacenter } from '~/domain/datacenter'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { Panel } from '~/ui/page'
import { type Shape, StateMark, type Tone } from '~/ui/state-mark'

import { vmsLink } from './links'
import { type SetUp, type Step, steps, type StepState } from './use-setup'

import classes from './overview.module.css'

interface StepWords {
  readonly title: () => string
  readonly text: () => string
  /** What the button says. */
  readonly act: () => string
  readonly to: (datacenter: Datacenter) => string
}

const words: Readonly<Record<Step, StepWords>> = {
  connect: {
    title: m.infrastructure_step_connect,
    text: m.infrastructure_step_connect_text,
    act: m.infrastructure_step_connect_act,
    to: ({ id }) => paths.manager(id),
  },
  properties: {
    title: m.infrastructure_step_properties,
    text: m.infrastructure_step_properties_text,
    act: m.infrastructure_step_properties_act,
    to: ({ id }) => paths.properties(id),
  },
  policy: {
    title: m.infrastructure_step_policy,
    text: m.infrastructure_step_policy_text,
    act: m.tenants_new_policy,
    to: ({ id }) => paths.newPolicy(id),
  },
  allow: {
    title: m.infrastructure_step_allow,
    text: m.infrastructure_step_allow_text,
    act: m.infrastructure_step_allow_act,
    to: ({ id }) => paths.allowances(id),
  },
  protect: {
    title: m.infrastructure_step_protect,
    text: m.infrastructure_step_protect_text,
    act: m.infrastructure_step_protect_act,
    to: vmsLink,
  },
}

const marks: Readonly<Record<StepState, readonly [Tone, Shape, () => string]>> = {
  done: ['good', 'check', m.infrastructure_step_done],
  open: ['neutral', 'dash', m.infrastructure_step_open],
  chosen: ['neutral', 'check', m.infrastructure_step_chosen],
  unseen: ['unknown', 'question', m.infrastructure_unseen],
  reading: ['neutral', 'clock', m.common_loading],
  failed: ['bad', 'cross', m.infrastructure_unread],
}

/** The way from an empty datacenter to protected VMs, each step's state told by what is there. */
export function SetUpSteps({ datacenter, setUp }: { readonly datacenter: Datacenter; readonly setUp: SetUp }) {
  return (
    <Panel title={m.infrastructure_setup_title({ datacenter: datacenter.name })} text={m.infrastructure_setup_text()}>
      <ol className={classes['steps']}>
        {steps.map((step, place) => (
          <OneStep
            key={step}
            number={place + 1}
            step={step}
            state={setUp.states[step]}
            next={setUp.next === step}
            datacenter={datacenter}
          />
        ))}
      </ol>
    </Panel>
  )
}

function OneStep({
  number,
  step,
  state,
  next,
  datacenter,
}: {
  readonly number: number
  readonly step: Step
  readonly state: StepState
  readonly next: boolean
  readonly datacenter: Datacenter
}) {
  const { title, text, act, to } = words[step]
  const [tone, shape, label] = marks[state]
  return (
    <li className={classes['step']} data-next={next || undefined} data-state={state}>
      <span className={classes['number']} aria-hidden="true">
        {number}
      </span>
      <div className={classes['stepWords']}>
        <h3>{title()}</h3>
        <p>{text()}</p>
      </div>
      <div className={classes['stepEnd']}>
        {next ? (
          <Button component={Link} to={to(datacenter)}>
            {act()}
          </Button>
        ) : (
          <StateMark tone={tone} shape={shape} label={label()} />
        )}
      </div>
    </li>
  )
}
