import { type Attributes, merge, readAttributes, textOf, vectorsOf } from '../attributes'
import { cancelBackup } from '../backups'
import { type Call, found, isAdmin, type Method, notAuthorized } from '../call'
import { type Job, nextId, type World } from '../records'
import { codes, Refused } from '../refusal'
import { startJob, vmsOf } from '../scheduler'
import { isBackingUp } from '../states'
import { pool } from '../write/element'
import { jobXml } from '../write/jobs'
import { addAction, changeAction, deleteAction, newAction } from './sched'
import { filtered, paged } from './vms'

const jobOf = (call: Call, way: 'USE' | 'MANAGE' = 'MANAGE'): Job =>
  found(call, call.world.jobs, ['BACKUPJOB', 'backupjob'], call.number(0), way)

const listOf = (attributes: Attributes): readonly number[] =>
  (textOf(attributes, 'BACKUP_VMS') ?? '')
    .split(',')
    .filter((one) => one.trim() !== '')
    .map(Number)

/** A VM is in one job at most; ids that are nobody's are taken all the same. */
function checkVms(world: World, jobId: number, ids: readonly number[]): void {
  for (const id of ids) {
    const other = world.vms.get(id)?.config['BACKUP_JOB_ID']
    if (other !== undefined && other !== String(jobId))
      throw new Refused(
        codes.internal,
        `Unable to add VM ${id} to Backup Job ${jobId}. It's already in Backup Job ${other}`,
      )
  }
}

/** Who joins gets the job's settings in its own configuration; who leaves keeps them, without the job. */
export function joinVms(world: World, job: Job, before: readonly number[]): void {
  const now = new Set(vmsOf(job))
  for (const id of before) {
    const vm = world.vms.get(id)
    if (!vm || now.has(id)) continue
    vm.config = Object.fromEntries(Object.entries(vm.config).filter(([name]) => name !== 'BACKUP_JOB_ID'))
    job.outdated = job.outdated.filter((one) => one !== id)
  }
  const settings = ['MODE', 'KEEP_LAST', 'FS_FREEZE', 'BACKUP_VOLATILE'].flatMap((name) => {
    const value = textOf(job.template, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  for (const id of now) {
    const vm = world.vms.get(id)
    if (!vm) continue
    vm.config = {
      INCREMENTAL_BACKUP_ID: '-1',
      LAST_INCREMENT_ID: '-1',
      MODE: 'FULL',
      ...vm.config,
      ...Object.fromEntries(settings),
      BACKUP_JOB_ID: String(job.id),
    }
  }
}

const forbiddenInNames = /[&|:\\";/'#{}$<>]/

export function checkName(name: string): string {
  if (name === '') throw new Refused(codes.internal, 'Invalid NAME, it cannot be empty')
  if (forbiddenInNames.test(name)) throw new Refused(codes.internal, 'Invalid NAME, it contains invalid characters')
  return name
}

function allocate(call: Call): number {
  const { world, person, now } = call
  const attributes = readAttributes(call.text(0))
  const name = checkName(textOf(attributes, 'NAME') ?? '')
  if ([...world.jobs.values()].some((job) => job.name === name))
    throw new Refused(codes.internal, 'NAME is already taken')
  const priority = Number(textOf(attributes, 'PRIORITY') ?? 50)
  checkPriority(call, priority)
  const id = nextId(world.jobs)
  checkVms(world, id, listOf(attributes))
  const inTemplate = attributes.filter(([one]) => !['NAME', 'PRIORITY', 'SCHED_ACTION'].includes(one))
  const job: Job = {
    id,
    uid: person.id,
    gid: person.gid,
    name,
    rights: '110000000',
    priority,
    lastTime: 0,
    lastDuration: 0,
    locked: false,
    updated: [],
    outdated: [],
    backing: [],
    failed: [],
    template: inTemplate,
    scheds: vectorsOf(attributes, 'SCHED_ACTION').map((vector) => newAction(world, vector, now)),
  }
  world.jobs.set(id, job)
  joinVms(world, job, [])
  return id
}

function checkPriority(call: Call, priority: number): void {
  if (priority < 0 || priority > 99) throw new Refused(codes.action, 'Wrong priority value')
  if (priority > 49 && priority !== 50 && !isAdmin(call.person)) throw notAuthorized(call, 'ADMIN BACKUPJOB')
}

function update(call: Call): number {
  const job = jobOf(call)
  const before = vmsOf(job)
  const change = readAttributes(call.text(1))
  const template = call.number(2) === 1 ? merge(job.template, change) : change
  checkVms(call.world, job.id, listOf(template))
  job.template = template
  joinVms(call.world, job, before)
  return job.id
}

function cancel(call: Call): number {
  const job = jobOf(call)
  job.outdated = []
  for (const id of job.backing) {
    const vm = call.world.vms.get(id)
    if (vm && isBackingUp(vm)) cancelBackup(call.world, vm, call.now)
  }
  return job.id
}

const doing =
  (work: (call: Call, job: Job) => void) =>
  (call: Call): number => {
    const job = jobOf(call)
    work(call, job)
    return job.id
  }

export const jobMethods: readonly Method[] = [
  {
    name: 'one.backupjobpool.info',
    takes: 'iii',
    run: (call) =>
      pool(
        'BACKUPJOB_POOL',
        paged(filtered(call, call.world.jobs.values(), call.number(0)), call.number(1), call.number(2)).map((job) =>
          jobXml(call.world, job, false),
        ),
      ),
  },
  { name: 'one.backupjob.info', takes: 'i', may: 'b', run: (call) => jobXml(call.world, jobOf(call, 'USE'), true) },
  { name: 'one.backupjob.allocate', takes: 's', run: allocate },
  { name: 'one.backupjob.update', takes: 'isi', run: update },
  {
    name: 'one.backupjob.delete',
    takes: 'i',
    run: doing(({ world }, job) => {
      const before = vmsOf(job)
      job.template = merge(job.template, [['BACKUP_VMS', '']])
      joinVms(world, job, before)
      world.jobs.delete(job.id)
    }),
  },
  { name: 'one.backupjob.rename', takes: 'is', run: doing((call, job) => void (job.name = checkName(call.text(1)))) },
  { name: 'one.backupjob.backup', takes: 'i', run: doing(({ world, now }, job) => startJob(world, job, now)) },
  { name: 'one.backupjob.cancel', takes: 'i', run: cancel },
  {
    name: 'one.backupjob.retry',
    takes: 'i',
    run: doing((_, job) => {
      job.outdated = [...job.outdated, ...job.failed]
      job.failed = []
    }),
  },
  {
    name: 'one.backupjob.priority',
    takes: 'ii',
    run: doing((call, job) => {
      checkPriority(call, call.number(1))
      job.priority = call.number(1)
    }),
  },
  {
    name: 'one.backupjob.schedadd',
    takes: 'is',
    run: (call) => addAction(call.world, jobOf(call), call.text(1), call.now),
  },
  {
    name: 'one.backupjob.schedupdate',
    takes: 'iis',
    run: (call) => changeAction(call.world, jobOf(call), call.number(1), call.text(2), call.now),
  },
  { name: 'one.backupjob.scheddelete', takes: 'ii', run: (call) => deleteAction(jobOf(call), call.number(1)) },
]
