import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { disks as disksOf } from '~/api/queries'
import type { ConfigurationValues } from '~/domain/assignment'
import { hasDiskChoice } from '~/domain/bulk-plan'
import type { BackupPolicy } from '~/domain/policy'
import type { Disk } from '~/domain/virtual-machine'
import { Answers, Dialog } from '~/pages/parts/dialog'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { PolicyConfiguration } from '~/pages/parts/policy/policy-configuration'
import { UserText } from '~/pages/parts/user-text'
import { m } from '~/texts/messages'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { useEntered } from './bulk-entered'
import type { Ground } from './use-grounds'

import classes from './bulk.module.css'

/** One VM of a change of many, for which a policy is given other values than for all. */
export interface OwnProps {
  readonly policy: BackupPolicy
  readonly row: VmRow
  readonly ground: Ground
  /** How the form opens: its own values, else those for all. */
  readonly start: readonly ConfigurationValues[]
  /** Whether it has values of its own now. */
  readonly has: boolean
  /** How many other VMs wait for values. */
  readonly waiting: number
  /** Null: as for all of them. */
  readonly onKeep: (values: readonly ConfigurationValues[] | null) => void
  /** Goes on with the next VM that waits. */
  readonly onNext: () => void
  readonly onClose: () => void
}

/** The values that one VM has for itself, when it is to differ from the others or they are given for each. */
export const BulkOwn = (props: OwnProps) => (
  <Dialog title={m.bulk_own_title()} opened onClose={props.onClose}>
    {props.policy.configurations.some(hasDiskChoice) ? (
      <WithDisks key={props.row.id} {...props} />
    ) : (
      <Form key={props.row.id} disks={null} {...props} />
    )}
  </Dialog>
)

function WithDisks(props: OwnProps) {
  const machine = useQuery(disksOf(props.row.id))
  // What cannot be read is said at the disks; everything else can be given all the same.
  return machine.isPending ? <SkeletonRows rows={4} height={28} /> : <Form disks={machine.data ?? null} {...props} />
}

function Form({
  policy,
  row,
  ground,
  disks,
  start,
  has,
  waiting,
  onKeep,
  onNext,
  onClose,
}: OwnProps & { readonly disks: readonly Disk[] | null }) {
  const { context, placeOf, complete, values, lead } = useEntered({
    policy,
    vm: row.vm,
    ground,
    disks,
    start,
    form: 'own',
  })
  const keep = (then: () => void): void => {
    if (!complete) return lead()
    onKeep(values)
    then()
  }
  return (
    <form
      noValidate
      className={classes['own']}
      onSubmit={(event) => {
        event.preventDefault()
        // A portal's form tells its parents as well.
        event.stopPropagation()
        keep(waiting > 0 ? onNext : onClose)
      }}
    >
      <strong>
        <UserText identity>{row.vm.name}</UserText>
      </strong>
      {policy.configurations.map((configuration, at) => (
        <PolicyConfiguration
          key={configuration.key}
          context={context}
          place={placeOf(at)}
          configuration={configuration}
          chosen
        />
      ))}
      <output className={classes['soft']}>{waiting > 0 && m.bulk_own_waiting({ n: waiting })}</output>
      <Answers onClose={onClose}>
        {has && (
          <Button
            variant="default"
            onClick={() => {
              onKeep(null)
              onClose()
            }}
          >
            {m.bulk_own_drop()}
          </Button>
        )}
        {waiting > 0 && (
          <Button variant="default" onClick={() => keep(onClose)}>
            {m.bulk_own_keep()}
          </Button>
        )}
        <Button type="submit">{waiting > 0 ? m.bulk_own_next() : m.bulk_own_keep()}</Button>
      </Answers>
    </form>
  )
}
