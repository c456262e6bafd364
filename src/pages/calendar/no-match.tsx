import { m } from '~/texts/messages'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'

import type { ChangeCalendar } from './use-view'
import { unfiltered } from './view'

/** In place of days or hours when the filters leave no VM. */
export const NoMatch = ({ onChange }: { readonly onChange: ChangeCalendar }) => (
  <EmptyState
    shape="question"
    title={m.vms_no_match_title()}
    text={m.vms_no_match_text()}
    action={
      <Button variant="default" onClick={() => onChange(unfiltered)}>
        {m.vms_filter_clear()}
      </Button>
    }
  />
)
