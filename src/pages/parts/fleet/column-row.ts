import { type JudgedColumns, saySame, type VmEnd } from '~/domain/fleet-columns'
import type { BackupPolicy } from '~/domain/policy'
import { type Protection, type ProtectionState, protectionStates } from '~/domain/protection'
import type { Task } from '~/domain/task'
import type { VirtualMachine } from '~/domain/virtual-machine'

import { sameOutcome, type VmRow, type RowKeys, rowKeysOf } from './fleet-rows'

/** What rows of one judgement share. */
export interface Facts {
  readonly columns: JudgedColumns
  /** By what VMs failed, in places that a column names. */
  readonly causes: readonly string[]
  readonly outcomes: readonly VmEnd[]
  readonly policies: readonly BackupPolicy[] | null
  readonly activity: ReadonlyMap<string, Task>
  /** The rule once more, for one VM of which someone wants to know all. */
  readonly judge: (vm: VirtualMachine, outcome: VmEnd | null, task: Task | null) => Protection
}

/**
 * A VM of a large fleet. It stays in columns until someone looks: a hundred thousand judgements as objects would be felt
 * when memory is tidied up.
 */
export class ColumnRow implements VmRow {
  readonly vm: VirtualMachine
  private facts: Facts
  private place: number
  private words: RowKeys | null
  private judged: Protection | null = null

  constructor(vm: VirtualMachine, facts: Facts, place: number, words: RowKeys | null) {
    this.vm = vm
    this.facts = facts
    this.place = place
    this.words = words
  }

  get id(): string {
    return this.vm.id
  }

  get protectionState(): ProtectionState | null {
    return protectionStates[this.facts.columns.state[this.place] ?? -1] ?? null
  }

  get protection(): Protection | null {
    if (this.protectionState === null) return null
    this.judged ??= this.facts.judge(this.vm, this.outcome, this.task)
    return this.judged
  }

  get outcome(): VmEnd | null {
    return this.facts.outcomes[this.facts.columns.end[this.place] ?? -1] ?? null
  }

  get late(): boolean {
    return this.facts.columns.late[this.place] === 1
  }

  get cause(): string {
    return this.facts.causes[this.facts.columns.cause[this.place] ?? 0] ?? ''
  }

  get task(): Task | null {
    return this.facts.activity.get(this.vm.id) ?? null
  }

  get line(): string {
    return this.spelt().line
  }

  get order(): string | null {
    return this.spelt().order
  }

  get appliance(): string {
    return this.spelt().appliance
  }

  /** What is searched for and put in order, worked out once. */
  spelt(): RowKeys {
    this.words ??= rowKeysOf(this.vm)
    return this.words
  }

  /** This row in a later judgement while that says the same, else the row that takes its place. */
  after(vm: VirtualMachine, facts: Facts, place: number): ColumnRow {
    if (vm !== this.vm) return new ColumnRow(vm, facts, place, null)
    const next = new ColumnRow(vm, facts, place, this.words)
    const same =
      this.facts.policies === facts.policies &&
      saySame(this.facts.columns, this.place, facts.columns, place) &&
      this.cause === next.cause &&
      this.task === next.task &&
      sameOutcome(this.outcome, next.outcome)
    if (!same) return next
    // Else what was judged before would be kept for ever.
    this.facts = facts
    this.place = place
    return this
  }
}
