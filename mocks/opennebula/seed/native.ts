import { failWith, leaveBackup } from '../backups'
import type { Vm, World } from '../records'
import { become, lcm, stamp, state } from '../states'
import { day, past } from './times'
import { named } from './vms'

/** From 6.6 on: chains, schedules of VMs, and what went wrong. */
export function native(world: World, now: number): void {
  const chain = named(world, 'web-frontend-01')
  chain.config = {
    MODE: 'INCREMENT',
    INCREMENT_MODE: 'CBT',
    KEEP_LAST: '5',
    FS_FREEZE: 'AGENT',
    BACKUP_VOLATILE: 'NO',
    INCREMENTAL_BACKUP_ID: '-1',
    LAST_INCREMENT_ID: '-1',
  }
  const sched = (vm: Vm, change: Partial<Vm['scheds'][number]>): void => {
    vm.scheds = [
      ...vm.scheds,
      {
        id: world.nextSched,
        action: 'backup',
        args: '101',
        time: past(now, -1, 3),
        repeat: 0,
        days: '0,1,2,3,4,5,6',
        endType: 0,
        endValue: -1,
        done: past(now, 0, 3),
        message: '',
        ...change,
      },
    ]
    world.nextSched += 1
  }
  for (let ago = 7; ago >= 0; ago -= 1) leaveBackup(world, chain, 101, false, past(now, ago, 3))
  sched(chain, {})
  const failing = named(world, 'mail-store-01')
  failing.config = { MODE: 'FULL', KEEP_LAST: '3', INCREMENTAL_BACKUP_ID: '-1', LAST_INCREMENT_ID: '-1' }
  leaveBackup(world, failing, 100, false, past(now, 4, 2))
  failing.history.splice(
    0,
    1,
    { seq: 0, stime: now - 60 * day, etime: past(now, 1, 2), action: 50 },
    { seq: 1, stime: past(now, 1, 2), etime: 0, action: 0 },
  )
  failWith(failing, `${stamp(past(now, 1, 2) + 90)}: BACKUP: rsync: connection unexpectedly closed`)
  failing.driverError = 'rsync: connection unexpectedly closed'
  sched(failing, { args: '100', days: '1,3,5', time: past(now, -1, 2) })
  const broken = named(world, 'web-frontend-03')
  sched(broken, { args: '', time: now - 2 * day, repeat: -1, days: '', endType: -1, done: -1 })
  sched(broken, { time: now - day, repeat: -1, days: '', endType: -1, done: -1 })
  const once = named(world, 'erp-app-02')
  leaveBackup(world, once, 100, false, past(now, 2, 12))
  sched(once, { args: '100', time: past(now, 2, 12), repeat: -1, days: '', endType: -1, done: past(now, 2, 12) + 9 })
  const drill = named(world, 'restore-drill-01')
  for (const ago of [3, 2, 1]) leaveBackup(world, drill, 101, false, past(now, ago, 1))
  // Restored in place long ago: the state of the VM still says so.
  become(drill, state.poweroff, lcm.restore)
  named(world, 'analytics-etl-01').stubborn = true
  named(world, 'erp-db-01').deaf = true
}
