import { NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useSearchParams } from 'react-router'

import type { BackupSystemType } from '~/domain/backup-manager'
import { backupTypes, periodicities } from '~/domain/policy'
import { capabilityName } from '~/texts/capability-words'
import { m } from '~/texts/messages'
import { backupTypeWords, periodicityWords } from '~/texts/schedule-words'
import { Panel } from '~/ui/page'
import { ScrollBox } from '~/ui/scroll-box'

import { AbilityMark, makes } from './capability-marks'
import { capabilityOrder } from './capability-own'

import classes from './capabilities.module.css'

/** All plug-ins of the platform side by side, the connected one first; on a phone that one and another of one's choice. */
export function Comparison({
  types,
  connected,
}: {
  readonly types: readonly BackupSystemType[]
  /** The type of the connected one; null when none is. */
  readonly connected: string | null
}) {
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const [params, setParams] = useSearchParams()
  const own = types.filter(({ type }) => type === connected)
  const others = types.filter(({ type }) => type !== connected)
  const wanted = params.get('with')
  const chosen = others.find(({ type }) => type === wanted) ?? others[0]
  const columns = narrow ? [...own, ...(chosen ? [chosen] : [])] : [...own, ...others]
  const title = own.length > 0 ? m.infrastructure_compare_title() : m.infrastructure_compare_title_all()
  return (
    <Panel title={title} text={m.infrastructure_compare_text()}>
      {narrow && chosen && (
        <NativeSelect
          mb="md"
          label={own.length > 0 ? m.infrastructure_compare_with() : m.infrastructure_compare_show()}
          value={chosen.type}
          onChange={(event) => {
            const type = event.currentTarget.value
            setParams(
              (before) => {
                before.set('with', type)
                return before
              },
              { replace: true, preventScrollReset: true },
            )
          }}
          data={others.map(({ type, name }) => ({ value: type, label: name }))}
        />
      )}
      <ScrollBox className={classes['scroll']} label={title}>
        <table className={classes['table']} aria-label={title}>
          <thead>
            <tr>
              <th scope="col" className={classes['first']}>
                {m.infrastructure_compare_what()}
              </th>
              {columns.map(({ type, name }) => (
                <th key={type} scope="col" data-own={type === connected || undefined}>
                  {name}
                  {type === connected && <span className={classes['mark']}>{m.infrastructure_compare_here()}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <Rows columns={columns} connected={connected} />
        </table>
      </ScrollBox>
    </Panel>
  )
}

interface RowsProps {
  readonly columns: readonly BackupSystemType[]
  readonly connected: string | null
}

const Rows = ({ columns, connected }: RowsProps) => (
  <>
    <tbody>
      {capabilityOrder.map((capability) => (
        <tr key={capability}>
          <th scope="row" className={classes['first']}>
            {capabilityName(capability)}
          </th>
          {columns.map(({ type, can }) => (
            <td key={type} data-own={type === connected || undefined}>
              <AbilityMark ability={can[capability]} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
    {backupTypes.map((kind) => (
      <tbody key={kind}>
        <tr>
          <th scope="rowgroup" className={classes['group']} colSpan={columns.length + 1}>
            {backupTypeWords(kind)}
          </th>
        </tr>
        {periodicities.map((periodicity) => (
          <tr key={periodicity}>
            <th scope="row" className={classes['first']}>
              {periodicityWords(periodicity)}
            </th>
            {columns.map((system) => (
              <td key={system.type} data-own={system.type === connected || undefined}>
                <AbilityMark ability={makes(system, kind, periodicity)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    ))}
  </>
)
