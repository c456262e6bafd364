import type { Backup } from '~/domain/backup'
import type { RestoreWay } from '~/domain/backup-ways'
import { type RestoreCheck, restoreChecks } from '~/domain/may-restore'
import type { Situation } from '~/domain/situation'
import { useUnanswered } from '~/pages/parts/use-unanswered'
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
  const unanswered = useUnanswered(situation.vm.id, 'restore')
  const isOpen = ({ check, verdict }: RestoreCheck): boolean =>
    check === 'no-restore-running' && verdict.ok && unanswered !== null
  const left = checks.filter((check) => !check.verdict.ok || isOpen(check)).length
  return (
    <section className={classes['part']}>
      <h3>{m.restore_checks()}</h3>
      <output className={classes['soft']}>
        {left === 0 ? m.restore_checks_all() : m.restore_checks_left({ n: left })}
      </output>
      <ul className={classes['checks']}>
        {checks.map((check) =>
          isOpen(check) ? (
            <Later key={check.check} check={check} words={m.restore_check_unknown()} />
          ) : (
            <Check key={check.check} situation={situation} check={check} />
          ),
        )}
      </ul>
    </section>
  )
}

/** What cannot be judged now, and when it can be. */
const Later = ({ check: { check }, words }: { readonly check: RestoreCheck; readonly words: string }) => (
  <li>
    <StateMark tone="neutral" shape="clock" label={titles[check]()} />
    <div className={`${classes['way'] ?? ''} ${classes['soft'] ?? ''}`}>{words}</div>
  </li>
)

function Check({ situation, check: told }: { readonly situation: Situation; readonly check: RestoreCheck }) {
  const { check, verdict, mend } = told
  const words = explain(verdict)
  // The lock is told once, in its own line; the power state cannot be judged until it opens.
  if (check === 'powered-off' && !verdict.ok && verdict.reason.code === 'locked')
    return <Later check={told} words={m.restore_check_later()} />
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
