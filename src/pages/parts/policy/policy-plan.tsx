import type { ConfigurationValues } from '~/domain/assignment'
import type { BackupConfiguration } from '~/domain/policy'
import { scheduleOf } from '~/domain/resolve'
import { worstLoss } from '~/domain/worst-loss'
import { lossWords } from '~/texts/loss-words'
import { getLocale } from '~/texts/messages'
import { sentence } from '~/texts/schedule-words'

import { NextRuns } from './policy-runs'
import { ClockNote } from './schedule-clock'

import classes from './policy.module.css'

/** One configuration with its values on a VM. */
interface Plan {
  readonly configuration: BackupConfiguration
  /** As they will take effect. */
  readonly values: ConfigurationValues | undefined
}

interface PlanProps extends Plan {
  readonly zone: string | null
  readonly now: Date
}

/** What one configuration does, in a sentence, and when it does it next. */
export function ConfigurationPlan({ configuration, values, zone, now }: PlanProps) {
  const schedule = scheduleOf(configuration, values)
  return (
    <div className={classes['plan']}>
      <p className={classes['sentence']}>{sentence(configuration, values, getLocale())}</p>
      <NextRuns configuration={configuration} values={values} zone={zone} now={now} />
      {schedule && 'time' in schedule && <ClockNote time={schedule.time} zone={zone} now={now} warn />}
    </div>
  )
}

/** How much could be lost by several plans together; of what is not given yet nothing is said. */
export function PlansLoss({ plans, now }: { readonly plans: readonly Plan[]; readonly now: Date }) {
  const loss = worstLoss(
    plans.map(({ configuration, values }) => scheduleOf(configuration, values)),
    now,
  )
  return loss && <p className={classes['loss']}>{lossWords(loss)}</p>
}
