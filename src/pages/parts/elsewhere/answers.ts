import { type DayColumns, type DaySums, daySums, type SumGround } from '~/domain/day-sums'
import {
  addEnds,
  columnJudge,
  type EndColumns,
  type FleetGround,
  type Judged,
  type NewestEnds,
  type VmColumns,
} from '~/domain/fleet-columns'

/** What another thread is asked about a large fleet. */
export type Question =
  | { readonly about: 'days'; readonly columns: DayColumns; readonly ground: SumGround }
  /** Ends to keep, after so many that are kept already; those of the first part take the place of all before. */
  | { readonly about: 'ends'; readonly columns: EndColumns; readonly first: number }
  /** By what the VMs that come next are judged; the number tells it from others. */
  | { readonly about: 'ground'; readonly ground: FleetGround; readonly number: number }
  | { readonly about: 'vms'; readonly columns: VmColumns; readonly number: number }

export type Reply =
  | { readonly about: 'days'; readonly sums: DaySums }
  | { readonly about: 'vms'; readonly judged: Judged }
  | { readonly about: 'kept' }
  /** What the question builds on is not here, or not any more. */
  | { readonly about: 'lost' }

/** Answers questions one after the other; keeps the ends and the ground that were told last. */
export function makeAnswers(): (question: Question) => Reply {
  let ends: NewestEnds = new Map()
  let fleet: { readonly number: number; readonly judge: (vms: VmColumns) => Judged } | null = null
  return (question) => {
    switch (question.about) {
      case 'days':
        return { about: 'days', sums: daySums(question.columns, question.ground) }
      case 'ends':
        if (question.first === 0) ends = new Map()
        addEnds(ends, question.columns, question.first)
        return { about: 'kept' }
      case 'ground':
        fleet = { number: question.number, judge: columnJudge(question.ground, ends) }
        return { about: 'kept' }
      case 'vms':
        return fleet?.number === question.number
          ? { about: 'vms', judged: fleet.judge(question.columns) }
          : { about: 'lost' }
    }
  }
}
