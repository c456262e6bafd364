import { noVmsWords } from '~/pages/parts/place-words'
import { m } from '~/texts/messages'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'

/** Nothing to see at all: not for lack of a match. */
export const NoVms = () => <EmptyState title={m.vms_empty_title()} text={noVmsWords()} />

/** There are VMs, and none is like that. */
export const NothingMatches = ({ onClear }: { readonly onClear: () => void }) => (
  <EmptyState
    shape="question"
    title={m.vms_no_match_title()}
    text={m.vms_no_match_text()}
    action={
      <Button variant="default" onClick={onClear}>
        {m.vms_filter_clear()}
      </Button>
    }
  />
)
