import { type Base, draftOf, type ProtectionDraft, sameDraft } from '~/pages/parts/policy/policy-draft'

/** What was sent last, and how far the platform is with it. */
export interface Sent {
  readonly draft: ProtectionDraft
  readonly state: 'running' | 'done' | 'failed'
}

/** How a form stands to what it was opened on and to what the platform says now. */
export interface Standing {
  /** Something in it is not what the VM has. */
  readonly differs: boolean
  /** What differs was sent, and the platform did not refuse it. */
  readonly pending: boolean
  /** The platform says something newer, and nothing of this person's work is lost by showing it. */
  readonly adopts: boolean
  /** Someone else changed the VM's configuration while this person was changing it. */
  readonly conflicts: boolean
}

/** Compares a form with the VM as it was when the form was opened, and as it is now. */
export function standingOf(form: {
  readonly base: Base
  readonly latest: Base
  readonly draft: ProtectionDraft
  readonly sent: Sent | null
}): Standing {
  const { base, latest, draft, sent } = form
  const differs = !sameDraft(draft, draftOf(base))
  const pending = differs && sent !== null && sent.state !== 'failed' && sameDraft(draft, sent.draft)
  const moved = latest.vm.revision !== base.vm.revision
  const newer = moved || latest.policies !== base.policies
  const agrees = !differs || (moved && sameDraft(draft, draftOf(latest)))
  // While the platform still works on it, what it shows may yet be rolled back.
  const working = pending ? sent.state === 'running' : differs && latest.vm.state === 'locked'
  return {
    differs,
    pending,
    adopts: newer && !working && (agrees || (pending && moved)),
    conflicts: moved && differs && !pending && !agrees,
  }
}
