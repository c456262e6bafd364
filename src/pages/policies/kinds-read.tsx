import { Button } from '@mantine/core'
import { Link } from 'react-router'

import type { BackupConfiguration } from '~/domain/policy'
import { paths } from '~/pages/paths'
import { getLocale, m } from '~/texts/messages'
import { offerSentence } from '~/texts/schedule-words'
import { Refusal } from '~/ui/action'
import { Notice } from '~/ui/notice'
import { Panel } from '~/ui/page'

import type { Frozen } from './use-editor'
import { Users } from './users'

import classes from './editor.module.css'
import policy from '~/pages/parts/policy/policy.module.css'

/** What each configuration does, one sentence a line. */
const Sentences = ({ configurations }: { readonly configurations: readonly BackupConfiguration[] }) => (
  <ul className={policy['sentences']}>
    {configurations.map((one) => (
      <li key={one.key}>{offerSentence(one, getLocale())}</li>
    ))}
  </ul>
)

/** The backups of a policy that VMs use: read, not changed; who uses it, and a way to other values. */
export function FrozenKinds({
  datacenterId,
  frozen: { policy: of, usage, why },
}: {
  readonly datacenterId: string
  readonly frozen: Frozen
}) {
  return (
    <Panel level={3} title={m.offers_frozen()}>
      <div className={classes['kinds']}>
        <Sentences configurations={of.configurations} />
        {of.replication === true && <p className={policy['sentence']}>{m.offers_replicates()}</p>}
        <Notice
          tone="neutral"
          title={m.offers_frozen_title()}
          action={
            <Button component={Link} to={paths.clonePolicy(datacenterId, of.id)} variant="default" size="xs">
              {m.offers_frozen_clone()}
            </Button>
          }
        >
          <Refusal verdict={why} />
          <Users usage={usage} policyName={of.name} />
        </Notice>
      </div>
    </Panel>
  )
}

/** Kinds that this console has no place for: shown in the platform's own words, and kept. */
export const KeptKinds = ({ kept }: { readonly kept: readonly BackupConfiguration[] }) => (
  <Panel level={3} title={m.offers_kept()} text={m.offers_kept_about()}>
    <Sentences configurations={kept} />
  </Panel>
)
