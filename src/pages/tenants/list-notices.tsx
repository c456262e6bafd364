import { Link } from 'react-router'

import { mayOpenBackupSide } from '~/domain/may-administer'
import { Retry } from '~/pages/parts/unread'
import { useActor } from '~/pages/parts/use-actor'
import type { UsageReading } from '~/pages/parts/use-usage'
import { paths } from '~/pages/paths'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { ErrorWords } from '~/ui/error-panel'
import { Notice } from '~/ui/notice'

import type { AllAllowances } from './list-use-allowances'

import classes from './list.module.css'

/** What is missing in the list and why, and the way to the same by datacenter. */
export function TenantNotices({ allowed, usage }: { readonly allowed: AllAllowances; readonly usage: UsageReading }) {
  const opens = mayOpenBackupSide(useActor()).ok && allowed.places.length > 0
  const broken = allowed.state === 'partly-read' || allowed.state === 'failed'
  return (
    <>
      {opens && (
        <p className={classes['note']}>
          {m.tenants_by_datacenter()}{' '}
          {allowed.places.map(({ id, name }) => (
            <Link key={id} className={classes['link']} to={paths.allowances(id)}>
              <bdi>{name}</bdi>
            </Link>
          ))}
        </p>
      )}
      {allowed.state === 'unseen' && <p className={classes['note']}>{m.tenants_allowed_unseen()}</p>}
      {broken && allowed.error && (
        <Notice
          tone="warning"
          title={allowed.state === 'failed' ? m.tenants_allowed_failed() : m.tenants_allowed_partly()}
          announce="status"
          action={<Retry onClick={allowed.retry} />}
        >
          <p>{explainError(allowed.error).title}</p>
          <ErrorWords error={explainError(allowed.error)} />
        </Notice>
      )}
      {(usage.state === 'failed' || usage.state === 'partly-read') && (
        <Notice
          tone="warning"
          title={usage.state === 'failed' ? m.tenants_vms_failed() : m.tenants_vms_partly()}
          announce="status"
        />
      )}
    </>
  )
}
