import { ActionIcon, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy, IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import type { Situation } from '~/domain/may-back-up'
import { placeOf } from '~/domain/virtual-machine'
import { wayToList } from '~/pages/parts/fleet/way-to-list'
import { UserText } from '~/pages/parts/user-text'
import { VmStateMark } from '~/pages/parts/vm-state-mark'
import { m } from '~/texts/messages'
import { Hint } from '~/ui/hint'

import { VmBadge } from './detail-badge'

import classes from './detail.module.css'

/** Who this VM is and how it is: name, state, padlock, protection, identity and place, with the actions beside. */
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
        {vm.uuid === '' ? (
          <Identity label={m.ways_vm_id()} value={vm.id} code />
        ) : (
          <Identity label={m.vm_uuid()} value={vm.uuid} code />
        )}
        {vm.platformName !== vm.name && <Identity label={m.vm_platform_name()} value={vm.platformName} code />}
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

function Identity({
  label,
  value,
  code = false,
}: {
  readonly label: string
  readonly value: string
  /** Something to copy letter by letter. */
  readonly code?: boolean
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd data-code={code || undefined}>
        {value ? <UserText identity>{value}</UserText> : m.vm_no_value()}
        {code && value && <Copy what={label} value={value} />}
      </dd>
    </div>
  )
}

function Copy({ what, value }: { readonly what: string; readonly value: string }) {
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Hint content={copied ? m.vm_copied() : m.vm_copy({ what })}>
          {(trigger) => (
            <ActionIcon
              size={24}
              {...trigger}
              onClick={(event) => {
                trigger.onClick(event)
                copy()
              }}
              aria-label={copied ? m.vm_copied() : m.vm_copy({ what })}
            >
              {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            </ActionIcon>
          )}
        </Hint>
      )}
    </CopyButton>
  )
}

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
          {m.vm_guard_label()}
        </button>
      )}
    </Hint>
  )
}
