import type { ConfigurationValues } from '~/domain/assignment'
import type { BackupConfiguration } from '~/domain/policy'
import { scheduleOf } from '~/domain/resolve'
import { getLocale } from '~/texts/messages'
import { sentence } from '~/texts/schedule-words'

import { NextRuns } from './policy-runs'
import { ClockNote } from './schedule-clock'

import classes from './policy.module.css'

interface PlanProps {
  readonly configuration: BackupConfiguration
  /** As they will take effect. */
  readonly values: ConfigurationValues | undefined
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
