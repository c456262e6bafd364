import { Button } from '@mantine/core'
import { Link } from 'react-router'

import type { Situation } from '~/domain/situation'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'

function whyNone({ byHand, assignments }: VirtualMachine): string {
  if (byHand) return m.ways_by_hand_results()
  if (assignments === null) return m.results_empty_untold()
  return assignments.length > 0 ? m.results_empty_protected() : m.results_empty_unprotected()
}

/** Why a VM has no backups, and what would make some. */
export function NoBackups({ situation: { vm } }: { readonly situation: Situation }) {
  const unprotected = !vm.byHand && vm.assignments?.length === 0
  return (
    <EmptyState
      level={3}
      shape="shield-clock"
      title={m.results_empty_title()}
      text={whyNone(vm)}
      action={
        unprotected && (
          <Button component={Link} to={paths.vmPolicies(vm.id)} variant="default">
            {m.results_open_policies()}
          </Button>
        )
      }
    />
  )
}
