import { type DayColumns, type DaySums, daySums, type SumGround } from '~/domain/day-sums'
import {
  addEnds,
  columnJudge,
  type EndColumns,
  type FleetGround,
  type JudgedVms,
  type NewestEnds,
  type VmColumns,
} from '~/domain/fleet-columns'

/** What another thread is asked about a large fleet. */
export type Question =
  | { readonly about: 'days'; readonly columns: DayColumns; readonly ground: SumGround }
  /** Ends to keep, after so many that are kept already; the first of another number take the place of all before. */
  | { readonly about: 'ends'; readonly columns: EndColumns; readonly first: number; readonly number: number }
  /** By what the VMs that come next are judged, under a number of its own; `ends` is the number of the ends. */
  | { readonly about: 'ground'; readonly ground: FleetGround; readonly ends: number; readonly number: number }
  /** VMs to judge by the ground of this number. */
  | { readonly about: 'vms'; readonly columns: VmColumns; readonly number: number }

/** What the other thread answers. */
export type Reply =
  | { readonly about: 'days'; readonly sums: DaySums }
  | { readonly about: 'vms'; readonly judged: JudgedVms }
  | { readonly about: 'kept' }
  /** What the question builds on is not here, or not any more. */
  | { readonly about: 'lost' }

/** Answers questions one after the other; keeps the ends and the ground that were told last. */
export function makeAnswers(): (question: Question) => Reply {
  let ends: { readonly number: number; readonly newest: NewestEnds } | null = null
  let fleet: { readonly number: number; readonly judge: (vms: VmColumns) => JudgedVms } | null = null
  return (question) => {
    switch (question.about) {
      case 'days':
        return { about: 'days', sums: daySums(question.columns, question.ground) }
      case 'ends':
        if (question.first === 0) ends = { number: question.number, newest: new Map() }
        if (ends?.number !== question.number) return { about: 'lost' }
        addEnds(ends.newest, question.columns, question.first)
        return { about: 'kept' }
      case 'ground':
        if (ends?.number !== question.ends) return { about: 'lost' }
        fleet = { number: question.number, judge: columnJudge(question.ground, ends.newest) }
        return { about: 'kept' }
      case 'vms':
        return fleet?.number === question.number
          ? { about: 'vms', judged: fleet.judge(question.columns) }
          : { about: 'lost' }
    }
  }
}
