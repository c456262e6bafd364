import type { Lane } from '~/domain/lane'
import type { BackupPolicy } from '~/domain/policy'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { getLocale, m } from '~/texts/messages'
import { sentence } from '~/texts/schedule-words'

import type { MarkState, TimelineItem } from './timeline-items'

/** States of which nothing can be expected yet, or nothing can be said. */
const open: ReadonlySet<MarkState> = new Set(['planned', 'due', 'running', 'gone'])

/**
 * How many planned runs went well, of those whose end is known; where some of the plan is not known, silence is not called a
 * plan of nothing.
 */
export function summaryWords(
  items: readonly Pick<TimelineItem, 'run' | 'state'>[],
  vm: VirtualMachine,
  lanes: readonly Lane[],
): string {
  const passed = items.filter(({ run, state }) => run !== null && !open.has(state))
  const good = passed.filter(({ state }) => state === 'on-time' || state === 'late').length
  const counted = { n: passed.length, good }
  if (passed.length > 0)
    return items.some(({ run, state }) => run !== null && state === 'gone')
      ? m.timeline_summary_known(counted)
      : m.timeline_summary(counted)
  const isKnown = vm.assignments !== null && lanes.every(({ gap }) => gap === null || gap === 'values-missing')
  return isKnown || vm.state === 'not-deployed' ? m.timeline_summary_none() : m.timeline_summary_unknown()
}

/**
 * What a lane backs up and when, or why nothing can be expected of it.
 * @param policies All that this person can see; null: they could not be read.
 */
export function laneWords(lane: Lane, vm: VirtualMachine, policies: readonly BackupPolicy[] | null): string {
  if (policies === null) return m.timeline_gap_unread()
  const assignment = vm.assignments?.find(({ policyId }) => policyId === lane.policyId)
  const configuration = policies
    .find(({ id }) => id === lane.policyId)
    ?.configurations.find(({ key }) => lane.key === `${lane.policyId} ${key}`)
  if (!configuration) return assignment?.odd ? m.timeline_gap_odd() : m.timeline_gap_unseen()
  return sentence(
    configuration,
    assignment?.values.find(({ key }) => key === configuration.key),
    getLocale(),
  )
}

/** What one must know to read a lane: why it is empty, or that nobody here knows its times. */
export function laneNote(lane: Lane, vm: VirtualMachine): string | null {
  if (vm.state === 'not-deployed') return m.timeline_lane_undeployed()
  switch (lane.gap) {
    case 'policy-unseen':
      return null
    case 'values-missing':
      return m.timeline_gap_values()
    case 'schedule-unreadable':
      return m.timeline_gap_unreadable()
    case null:
      return null
  }
}
