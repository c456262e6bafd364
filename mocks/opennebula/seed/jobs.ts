import type { Attributes } from '../attributes'
import { leaveBackup } from '../backups'
import { joinVms } from '../methods/jobs'
import type { Job, World } from '../records'
import { past } from './times'
import { named } from './vms'

/** From 6.8 on: a backup job over three VMs. */
export function jobs(world: World, now: number): void {
  const members = ['erp-app-01', 'erp-db-01', 'erp-db-02'].map((name) => named(world, name).id)
  const template: Attributes = [
    ['BACKUP_VMS', members.join(',')],
    ['DATASTORE_ID', '100'],
    ['MODE', 'FULL'],
    ['KEEP_LAST', '4'],
    ['FS_FREEZE', 'NONE'],
    ['BACKUP_VOLATILE', 'NO'],
    ['EXECUTION', 'SEQUENTIAL'],
  ]
  const job: Job = {
    id: 0,
    uid: 3,
    gid: 100,
    name: 'nightly',
    rights: '110100000',
    priority: 50,
    lastTime: past(now, 0, 1),
    lastDuration: 2_000,
    locked: false,
    updated: members,
    outdated: [],
    backing: [],
    failed: [],
    template,
    scheds: [
      {
        id: world.nextSched,
        action: 'backup',
        args: '',
        time: past(now, -1, 1),
        repeat: 0,
        days: '0,1,2,3,4,5,6',
        endType: 0,
        endValue: -1,
        done: past(now, 0, 1),
        message: '',
      },
    ],
  }
  world.nextSched += 1
  world.jobs.set(0, job)
  joinVms(world, job, [])
  for (const id of members) {
    const vm = world.vms.get(id)
    if (vm)
      for (let ago = 4; ago >= 0; ago -= 1)
        leaveBackup(world, vm, 100, false, Math.min(now, past(now, ago, 1) + id * 60))
  }
}
