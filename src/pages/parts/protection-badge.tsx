import { lazy, Suspense, useState } from 'react'

import type { Protection } from '~/domain/protection'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { m } from '~/texts/messages'
import { protectionWords } from '~/texts/states'
import { Popup } from '~/ui/popup'
import { SkeletonBar } from '~/ui/skeleton-rows'
import { StateButton } from '~/ui/state-mark'

import { protectionLooks } from './protection-badge-look'
import type { KnownOutcome } from './protection-badge-results'

// The evidence comes with its first opening: a list of badges must not wait for it.
const Evidence = lazy(() =>
  import('./protection-badge-evidence').then((module) => ({ default: module.ProtectionEvidence })),
)

/**
 * How well a VM is protected, in a shape and words. A press opens the evidence: the rule, the run that
 * was missed or when one will be, the policies, the last good backup, the last failure, the next run. `protection` is null while it is being read.
 */
export function ProtectionBadge({
  vm,
  protection,
  outcome,
}: {
  readonly vm: VirtualMachine
  readonly protection: Protection | null
  readonly outcome: KnownOutcome | null
}) {
  const [opened, setOpened] = useState<{ readonly of: string; readonly element: HTMLElement } | null>(null)
  // A card in a long list shows another VM when this one is out of sight.
  const anchor = opened?.of === vm.id ? opened.element : null
  if (protection === null) return <SkeletonBar width="6rem" height="1rem" />
  const words = protectionWords(protection.state)
  return (
    <>
      <StateButton
        {...protectionLooks[protection.state]}
        label={words}
        aria-label={`${words} ${m.vms_badge_of({ vm: vm.name })}`}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setOpened(anchor ? null : { of: vm.id, element: event.currentTarget })}
      />
      {anchor && (
        <Popup
          anchor={anchor}
          align="end"
          look="wide"
          label={m.vms_evidence_of({ vm: vm.name })}
          onClose={() => setOpened(null)}
        >
          <Suspense fallback={<SkeletonBar width="12rem" height="1rem" />}>
            <Evidence vm={vm} protection={protection} outcome={outcome} />
          </Suspense>
        </Popup>
      )}
    </>
  )
}
