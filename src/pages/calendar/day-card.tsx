import { Link } from 'react-router'

import type { CalendarDay, DayRun, VmDay } from '~/domain/fleet-day'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { paths } from '~/pages/paths'
import { formatInstant } from '~/texts/format'
import { m } from '~/texts/messages'
import { runWords } from '~/texts/schedule-words'
import { Popup } from '~/ui/popup'
import { StateMark } from '~/ui/state-mark'

import { countWords, dayWords, gapWords, looks, runLooks } from './words'

import classes from './card.module.css'

/** A day of a VM: its runs, how they ended in the platform's own words, and where to read on. */
export function DayCard({
  anchor,
  vm,
  day,
  judged,
  zone,
  onClose,
}: {
  readonly anchor: HTMLElement
  readonly vm: VirtualMachine
  readonly day: CalendarDay
  readonly judged: VmDay
  readonly zone: string
  readonly onClose: () => void
}) {
  const { tone, shape, words } = looks[judged.state]
  return (
    <Popup
      anchor={anchor}
      label={m.calendar_card({ vm: vm.name, day: dayWords(day, zone) })}
      look="wide"
      onClose={onClose}
    >
      <div className={classes['card']}>
        <div>
          <p className={classes['title']}>
            <bdi>{vm.name}</bdi>
          </p>
          <p className={classes['soft']}>{dayWords(day, zone)}</p>
        </div>
        <div className={classes['state']}>
          <StateMark tone={tone} shape={shape} label={words()} look="pill" />
          <span>{countWords(judged)}</span>
        </div>
        {judged.gap && <p className={classes['soft']}>{gapWords(judged.gap)}</p>}
        {judged.state === 'none' && <p className={classes['soft']}>{m.calendar_card_nothing()}</p>}
        {judged.runs.length > 0 && (
          <ul className={classes['runs']}>
            {judged.runs.map((run) => (
              <li key={keyOf(run)}>
                <RunLine run={run} zone={zone} />
              </li>
            ))}
          </ul>
        )}
        <p className={classes['links']}>
          <Link to={paths.vmTimeline(vm.id)}>{m.calendar_card_timeline()}</Link>
          <Link to={paths.vmResults(vm.id)}>{m.calendar_card_results()}</Link>
        </p>
      </div>
    </Popup>
  )
}

const keyOf = ({ lane, run, outcome }: DayRun): string =>
  run ? `${lane?.key ?? ''} ${(run.kind === 'instant' ? run.at : run.from).toISOString()}` : (outcome?.id ?? '')

function RunLine({ run: { lane, run, state, outcome }, zone }: { readonly run: DayRun; readonly zone: string }) {
  const { tone, shape, words } = runLooks[state]
  return (
    <>
      <span className={classes['runHead']}>
        <strong>
          <bdi>
            {lane?.policyName ?? (outcome?.requested ? m.calendar_card_requested() : m.calendar_card_by_hand())}
          </bdi>
        </strong>
        <StateMark tone={tone} shape={shape} label={words()} />
      </span>
      <dl className={classes['times']}>
        {run && (
          <>
            <dt>{m.calendar_card_planned()}</dt>
            <dd>{runWords(run, zone)}</dd>
          </>
        )}
        {outcome && outcome.outcome !== 'running' && (
          <>
            <dt>{m.calendar_card_ended()}</dt>
            <dd>{formatInstant(outcome.at, zone)}</dd>
          </>
        )}
      </dl>
      {outcome?.text && (
        <p className={classes['text']}>
          <bdi>{outcome.text}</bdi>
        </p>
      )}
    </>
  )
}
