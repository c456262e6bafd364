import { Button } from '@mantine/core'
import { Link } from 'react-router'

import type { Situation } from '~/domain/may-back-up'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'

export function NoBackups({ situation: { vm } }: { readonly situation: Situation }) {
  const chosen = vm.assignments !== null && vm.assignments.length > 0
  return (
    <EmptyState
      level={3}
      shape="shield-clock"
      title={m.results_empty_title()}
      text={vm.byHand ? m.ways_by_hand_results() : chosen ? m.results_empty_protected() : m.results_empty_unprotected()}
      action={
        !chosen &&
        !vm.byHand && (
          <Button component={Link} to={paths.vmPolicies(vm.id)} variant="default">
            {m.results_open_policies()}
          </Button>
        )
      }
    />
  )
}
