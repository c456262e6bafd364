import { failureCause } from '~/domain/failure-cause'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { failureWords } from '~/texts/failure-words'
import { m } from '~/texts/messages'

/** A failure, with what support asks for. Times are instants; what is not known is left out. */
export interface FailureFacts {
  /** The platform's own text, kept as it is. */
  readonly text: string | null
  readonly code?: string | null
  readonly at?: Date | null
  readonly vm?: Pick<VirtualMachine, 'id' | 'uuid' | 'name' | 'platformName'> | undefined
  readonly backupId?: string
  readonly taskId?: string
  readonly eventId?: string
}

const secret = /\b(password|passwd|pwd|secret|token|api[-_ ]?key)(\s*[=:]\s*)(?:"[^"]*"|'[^']*'|[^\s,;&]+)/giu

/** Values that a text calls a password or a token do not leave the console. */
const withoutSecrets = (text: string): string =>
  text.replaceAll(secret, (_all, name: string, sign: string) => `${name}${sign}${m.failures_masked()}`)

/** A failure for a ticket or a mail: one fact a line, times in UTC, the platform's text without secrets. */
export function supportText(facts: FailureFacts, page: string, now: Date): string {
  const { text, code = null, at, vm, backupId, taskId, eventId } = facts
  const { title } = failureWords(failureCause(text, code), text !== null)
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    [m.failures_support_cause(), title],
    [m.failures_support_vm(), vm && (vm.name === vm.platformName ? vm.name : `${vm.name} (${vm.platformName})`)],
    [m.failures_support_id(), vm?.id],
    [m.failures_support_uuid(), vm?.uuid],
    [m.failures_support_backup(), backupId],
    [m.failures_support_task(), taskId],
    [m.failures_support_event(), eventId],
    [m.failures_support_at(), at?.toISOString()],
    [m.failures_support_said(), text === null ? m.failures_support_nothing() : withoutSecrets(text)],
    [m.failures_support_page(), page],
    [m.failures_support_made(), now.toISOString()],
  ]
  return lines.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])).join('\n')
}
