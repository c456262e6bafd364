import { type ApiError } from '~/api/error'
import { serverNow } from '~/api/queries'
import { type AllowanceLine, changesIn } from '~/domain/allowance-plan'
import { mayChangeAllowances } from '~/domain/may-administer'
import { Answers, Dialog } from '~/pages/parts/dialog'
import { downloadCsv, fileName } from '~/pages/parts/download'
import { AsScript } from '~/pages/parts/requests/as-script'
import { useAdministration } from '~/pages/parts/use-administration'
import type { LineRun } from '~/pages/parts/use-run-lines'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'

import { resultRows } from './apply-file'
import { ApplyLines, type LineNames } from './apply-lines'
import type { Standing } from './apply-result'
import { ApplyRun } from './apply-run'

interface ApplyProps {
  /** What would be sent now, by what the platform has. */
  readonly plan: readonly AllowanceLine[]
  readonly run: LineRun<AllowanceLine, ApiError>
  readonly standing: Standing
  readonly names: LineNames
  /** What the file of results is called after. */
  readonly about: string
  readonly onLook: () => void
  readonly onClose: () => void
}

/** Changes as a list before they are sent; then each on its way; then what became of each. */
export function Apply({ opened, ...rest }: ApplyProps & { readonly opened: boolean }) {
  const { state } = rest.run
  return (
    <Dialog
      title={
        state === null
          ? m.tenants_preview_title()
          : state.phase === 'over'
            ? m.tenants_result_title()
            : m.tenants_run_title()
      }
      opened={opened}
      onClose={rest.onClose}
    >
      <Content {...rest} />
    </Dialog>
  )
}

function Content({ plan, run, standing, names, about, onLook, onClose }: ApplyProps) {
  const administration = useAdministration()
  if (run.state === null)
    return (
      <>
        <p>{m.tenants_preview_text()}</p>
        <ApplyLines lines={plan} names={names} />
        <AsScript
          about={about}
          lines={plan.map(({ id, allow, withdraw, tenant, datacenter }) => ({
            id,
            name: `${tenant.name} ${datacenter.name}`,
            ask: (describe) => describe.changeAllowance(id, { allow, withdraw }),
          }))}
        />
        <Answers onClose={onClose}>
          <Action verdict={explain(mayChangeAllowances(administration))} onClick={() => run.start(plan)}>
            {m.tenants_apply({ n: changesIn(plan) })}
          </Action>
        </Answers>
      </>
    )
  const { state } = run
  return (
    <ApplyRun
      run={state}
      standing={standing}
      names={names}
      onStop={run.stop}
      onClose={onClose}
      onAgain={run.start}
      onLook={onLook}
      onSave={() =>
        downloadCsv(
          fileName([m.tenants_file(), about], new Date(serverNow()), 'csv'),
          resultRows(state, standing, names.policyName),
        )
      }
    />
  )
}
