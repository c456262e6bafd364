import { CopyButton } from '@mantine/core'

import { openRequests } from '~/pages/parts/requests/opened'
import { useActor } from '~/pages/parts/use-actor'
import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'
import { notify } from '~/ui/notify'

import type { EvidenceList } from './list'
import type { EvidenceMenu } from './menu'
import { saveAs, stamped } from './take'

import classes from './evidence.module.css'

/** The ways to take a list away. */
export function Ways({
  list,
  reads,
  onClose,
  onPaper,
}: EvidenceMenu & {
  readonly list: EvidenceList
  /** The questions to the platform that brought the list: members of the port, with what they were about. */
  readonly reads: readonly string[]
}) {
  const actor = useActor()
  const take = (how: 'csv' | 'json' | 'paper') => {
    onClose()
    stamped(list, actor).then(
      (sheet) =>
        how === 'paper'
          ? onPaper(sheet)
          : notify({ tone: 'good', title: m.evidence_saved(), text: saveAs(how, sheet) }),
      () => notify({ tone: 'bad', title: m.evidence_failed() }),
    )
  }
  const shown = formatNumber(list.table.rows.length)
  return (
    <div className={classes['menu']}>
      <p className={classes['about']}>
        {m.evidence_about()}
        {list.total !== null && (
          <strong className={classes['rows']}>{m.evidence_rows({ n: shown, total: list.total })}</strong>
        )}
      </p>
      <Way label={m.evidence_csv()} text={m.evidence_csv_text()} onPress={() => take('csv')} />
      <Way label={m.evidence_json()} text={m.evidence_json_text()} onPress={() => take('json')} />
      <Way label={m.evidence_print()} text={m.evidence_print_text()} onPress={() => take('paper')} />
      <CopyButton value={list.address ?? window.location.href}>
        {({ copied, copy }) => (
          <Way
            label={copied ? m.evidence_link_copied() : m.evidence_link()}
            text={m.evidence_link_text()}
            onPress={copy}
          />
        )}
      </CopyButton>
      <Way
        label={m.requests_of_list()}
        text={m.requests_of_list_text()}
        onPress={() => {
          onClose()
          openRequests({ title: list.title, reads })
        }}
      />
    </div>
  )
}

/** One way to take a list: what comes of it, and a line about it. */
const Way = ({
  label,
  text,
  onPress,
}: {
  readonly label: string
  readonly text: string
  readonly onPress: () => void
}) => (
  <button type="button" className={classes['way']} onClick={onPress}>
    <span className={classes['label']}>{label}</span>
    <span className={classes['text']}>{text}</span>
  </button>
)
