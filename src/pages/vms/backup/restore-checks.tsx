import type { Backup } from '~/domain/backup'
import type { RestoreWay } from '~/domain/backup-ways'
import { type RestoreCheck, restoreChecks } from '~/domain/may-restore'
import type { Situation } from '~/domain/situation'
import { Deploy, PowerOff } from '~/pages/parts/vm-power'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Refusal } from '~/ui/action'
import { StateMark } from '~/ui/state-mark'

import classes from './restore.module.css'

const titles: Readonly<Record<RestoreCheck['check'], () => string>> = {
  privilege: m.restore_check_privilege,
  capability: m.restore_check_capability,
  finished: m.restore_check_finished,
  'not-expired': m.restore_check_not_expired,
  deployed: m.restore_check_deployed,
  unlocked: m.restore_check_unlocked,
  'powered-off': m.restore_check_powered_off,
  'no-restore-running': m.restore_check_no_restore_running,
  'restored-before': m.restore_check_restored_before,
  online: m.restore_check_online,
}

/** Everything that must hold before the restore (decision table 7.2), judged again whenever something changes. */
export function RestoreChecks({
  situation,
  backup,
  way,
}: {
  readonly situation: Situation
  readonly backup: Backup
  readonly way: RestoreWay['way']
}) {
  const checks = restoreChecks(situation, backup, way)
  const left = checks.filter(({ verdict }) => !verdict.ok).length
  return (
    <section className={classes['part']}>
      <h3>{m.restore_checks()}</h3>
      <output className={classes['soft']}>
        {left === 0 ? m.restore_checks_all() : m.restore_checks_left({ n: left })}
      </output>
      <ul className={classes['checks']}>
        {checks.map((check) => (
          <Check key={check.check} situation={situation} check={check} />
        ))}
      </ul>
    </section>
  )
}

function Check({
  situation,
  check: { check, verdict, mend },
}: {
  readonly situation: Situation
  readonly check: RestoreCheck
}) {
  const words = explain(verdict)
  // The lock is told once, in its own line; the power state cannot be judged until it opens.
  if (check === 'powered-off' && !verdict.ok && verdict.reason.code === 'locked')
    return (
      <li>
        <StateMark tone="neutral" shape="clock" label={titles[check]()} />
        <div className={`${classes['way'] ?? ''} ${classes['soft'] ?? ''}`}>{m.restore_check_later()}</div>
      </li>
    )
  return (
    <li data-passed={words.ok || undefined}>
      <StateMark tone={words.ok ? 'good' : 'bad'} shape={words.ok ? 'check' : 'cross'} label={titles[check]()} />
      {!words.ok && (
        <div className={classes['way']}>
          <Refusal verdict={words} />
          {mend === 'power-off' && (
            <div className={classes['mend']}>
              <PowerOff situation={situation} size="xs" label={m.restore_mend_off()} />
              <span className={classes['soft']}>{m.restore_mend_off_text()}</span>
            </div>
          )}
          {mend === 'deploy' && (
            <div className={classes['mend']}>
              <Deploy situation={situation} size="xs" label={m.restore_mend_deploy()} />
            </div>
          )}
        </div>
      )}
    </li>
  )
}
