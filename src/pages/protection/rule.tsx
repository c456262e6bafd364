import { thresholds } from '~/api/queries/thresholds'
import { maySeeVms } from '~/domain/may-see'
import { protectionRuleVersion, protectionStates } from '~/domain/protection'
import { protectionLooks } from '~/pages/parts/protection-badge-look'
import { useActor } from '~/pages/parts/use-actor'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { protectionRuleFor, ruleNumbers } from '~/texts/protection-words'
import { protectionWords } from '~/texts/states'
import { PageHeader, Panel } from '~/ui/page'
import { StateMark } from '~/ui/state-mark'

import classes from './rule.module.css'

/** The one rule by which the console says how well a VM is protected, in the words of its badges. */
export function Component() {
  const numbers = ruleNumbers(thresholds())
  return (
    <>
      <PageHeader
        title={m.vms_rule_title()}
        text={m.vms_rule_text()}
        {...(maySeeVms(useActor()).ok && { back: { to: paths.vms(), label: m.vms_title() } })}
      />
      <Panel title={m.vms_rule_states()} text={m.vms_rule_known()}>
        <ol className={classes['states']}>
          {protectionStates.map((state) => (
            <li key={state} className={classes['state']}>
              <StateMark {...protectionLooks[state]} label={protectionWords(state)} look="pill" />
              <p className={classes['rule']}>{protectionRuleFor(state, {}, numbers)}</p>
            </li>
          ))}
        </ol>
        <p className={classes['byHand']}>{m.cloudcix_rule_by_hand(numbers)}</p>
        <p className={classes['version']}>{m.evidence_rule_version({ version: protectionRuleVersion })}</p>
      </Panel>
    </>
  )
}
