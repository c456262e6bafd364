import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import type { Situation } from '~/domain/situation'
import { placeOf } from '~/domain/virtual-machine'
import { wayToList } from '~/pages/parts/fleet/way-to-list'
import { UserText } from '~/pages/parts/user-text'
import { VmStateMark } from '~/pages/parts/vm-state-mark'
import { m } from '~/texts/messages'
import { Hint } from '~/ui/hint'

import { VmBadge } from './detail-badge'

import classes from './detail.module.css'

/** Who this VM is and how it is: name, state, padlock, protection and place, with the actions beside. */
export function VmHeader({
  situation,
  stale,
  actions,
}: {
  readonly situation: Situation
  readonly stale: boolean
  readonly actions: ReactNode
}) {
  const { vm } = situation
  return (
    <header className={classes['header']}>
      <div className={classes['title']}>
        <BackToList />
        <h1>
          <UserText identity>{vm.name}</UserText>
        </h1>
        <div className={classes['marks']}>
          <VmStateMark vm={vm} look="pill" />
          {vm.guard && <Guard cause={vm.guard.cause} />}
          <VmBadge situation={situation} />
        </div>
        {stale && <p className={classes['stale']}>{m.vm_stale()}</p>}
      </div>
      <div className={classes['actions']}>{actions}</div>
      <dl className={classes['identity']} aria-label={m.vm_identity_label()}>
        <Identity label={m.vm_place()} value={placeOf(vm)} />
        {vm.tenant && <Identity label={m.vm_owner()} value={vm.tenant.name} />}
      </dl>
    </header>
  )
}

/** The way back from a VM, also from one that could not be read. */
export function BackToList() {
  const { to, label } = wayToList()
  return (
    <Link to={to} className={classes['back'] ?? ''}>
      <svg viewBox="0 0 16 16" aria-hidden="true" className={classes['arrow']}>
        <path d="M9.5 3.5 5 8l4.5 4.5" />
      </svg>
      {label}
    </Link>
  )
}

const Identity = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value ? <UserText identity>{value}</UserText> : m.vm_no_value()}</dd>
  </div>
)

/** The padlock that an administrator set. The platform calls it "protected", which it is not. */
function Guard({ cause }: { readonly cause: string | null }) {
  return (
    <Hint
      content={
        <div className={classes['guardHint']}>
          <p>{cause ? m.vm_guard_cause({ cause }) : m.vm_guard_no_cause()}</p>
          <p>{m.vm_guard_hint()}</p>
        </div>
      }
    >
      {(trigger) => (
        <button type="button" className={classes['guard']} {...trigger}>
          <IconLock size={15} aria-hidden />
          {m.vms_guarded()}
        </button>
      )}
    </Hint>
  )
}
