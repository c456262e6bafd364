import { VisuallyHidden } from '@mantine/core'

import type { OfferedPolicy } from '~/domain/policy'
import type { Allowance } from '~/domain/tenant'
import type { Verdict } from '~/domain/verdict'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { boxRole, roles } from '~/pages/parts/grid/grid-roles'
import { m } from '~/texts/messages'
import { perLanguage } from '~/texts/per-language'
import { explain } from '~/texts/reasons'
import { Refusal } from '~/ui/action'
import { Hint, type HintTrigger } from '~/ui/hint'
import { ShapeIcon } from '~/ui/state-mark'

import { type Grounds, maySet } from './matrix-grounds'

import classes from './matrix.module.css'

interface CellProps {
  readonly allowance: Allowance
  readonly policy: OfferedPolicy
  readonly wanted: boolean
  readonly grounds: Grounds
  readonly column: number
  readonly active: boolean
  readonly inRange: boolean
}

const known = perLanguage(() => new Map<number, string>())

/** "3 VMs"; the few numbers that occur are kept, for choosing a plural anew at each cell would be felt. */
function vmsWords(n: number): string {
  const words = known().get(n) ?? m.tenants_vms({ n })
  known().set(n, words)
  return words
}

/** Whether one tenant may use one policy. Plain elements, and no handlers of its own: the table hears for all cells. */
export function MatrixCell(props: CellProps) {
  const { allowance, policy, wanted, grounds, column, inRange } = props
  const verdict = maySet(grounds, allowance, policy, !wanted)
  const vms = grounds.vmsOf(policy.id, allowance.tenant.id)
  return (
    <td
      {...roles.cell}
      aria-colindex={column + 2}
      aria-selected={inRange}
      className={classes['cell']}
      style={{ gridColumn: column + 2 }}
    >
      {verdict.ok ? (
        <Box {...props} vms={vms} />
      ) : (
        <Hint content={<WhyNot verdict={verdict} vms={vms ?? []} />}>
          {(trigger) => <Box {...props} vms={vms} verdict={verdict} trigger={trigger} />}
        </Hint>
      )}
    </td>
  )
}

function Box({
  allowance,
  policy,
  wanted,
  active,
  vms,
  verdict,
  trigger,
}: CellProps & {
  readonly vms: readonly VirtualMachine[] | null
  readonly verdict?: Verdict
  readonly trigger?: HintTrigger
}) {
  const changed = allowance.policyIds.includes(policy.id) !== wanted
  const refused = verdict ? explain(verdict) : null
  return (
    <span
      {...trigger}
      {...boxRole(active)}
      aria-checked={wanted}
      aria-label={m.tenants_cell({ policy: policy.name, tenant: allowance.tenant.name })}
      className={classes['box']}
      data-cell
      data-row={allowance.id}
      data-column={policy.id}
      data-look={changed ? (wanted ? 'adding' : 'removing') : wanted ? 'allowed' : 'not-allowed'}
      {...(changed && { 'aria-description': wanted ? m.tenants_will_allow() : m.tenants_will_withdraw() })}
      {...(refused && !refused.ok && { 'aria-disabled': true, 'aria-description': refused.because })}
    >
      <span className={classes['mark']} />
      {changed ? (
        <span className={classes['word']}>{wanted ? m.tenants_word_allow() : m.tenants_word_withdraw()}</span>
      ) : (
        vms !== null &&
        vms.length > 0 && (
          <span className={classes['used']}>
            {refused && <ShapeIcon shape="lock" />}
            {vmsWords(vms.length)}
          </span>
        )
      )}
    </span>
  )
}

const fewVms = 6

/** Why a cell stays, with the VMs that stand in the way by name. */
export function WhyNot({ verdict, vms }: { readonly verdict: Verdict; readonly vms: readonly VirtualMachine[] }) {
  const refused = explain(verdict)
  if (refused.ok) return null
  const used = !verdict.ok && verdict.reason.code === 'policy-used-by-tenant'
  return (
    <div className={classes['whyNot']}>
      <Refusal verdict={refused} />
      {used && (
        <ul>
          {vms.slice(0, fewVms).map(({ id, name }) => (
            <li key={id}>
              <bdi>{name}</bdi>
            </li>
          ))}
          {vms.length > fewVms && <li>{m.tenants_more_vms({ n: vms.length - fewVms })}</li>}
        </ul>
      )}
    </div>
  )
}

/** What stands where the two heads meet. */
export const Corner = () => (
  <th scope="col" {...roles.columnHead} aria-colindex={1} className={classes['corner']}>
    {m.tenants_column_tenant()}
    <VisuallyHidden>{m.tenants_grid_help()}</VisuallyHidden>
  </th>
)
