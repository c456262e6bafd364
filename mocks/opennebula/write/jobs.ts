import type { Job, SchedAction, World } from '../records'
import { attributesXml, el, head, idList, permissions, plain } from './element'

export const schedXml = (type: 'VM' | 'BACKUPJOB', parent: number, one: SchedAction): string =>
  el(
    'SCHED_ACTION',
    plain('ID', one.id) +
      plain('PARENT_ID', parent) +
      plain('TYPE', type) +
      plain('ACTION', one.action) +
      plain('ARGS', one.args) +
      plain('TIME', one.time) +
      plain('REPEAT', one.repeat) +
      plain('DAYS', one.days) +
      plain('END_TYPE', one.endType) +
      plain('END_VALUE', one.endValue) +
      plain('DONE', one.done) +
      plain('MESSAGE', one.message) +
      plain('WARNING', 0),
  )

export const jobXml = (world: World, one: Job, whole: boolean): string =>
  el(
    'BACKUPJOB',
    head(world, one) +
      permissions(one) +
      plain('PRIORITY', one.priority) +
      plain('LAST_BACKUP_TIME', one.lastTime) +
      plain('LAST_BACKUP_DURATION', one.lastDuration) +
      idList(
        'SCHED_ACTIONS',
        one.scheds.map(({ id }) => id),
      ) +
      idList('UPDATED_VMS', one.updated) +
      idList('OUTDATED_VMS', one.outdated) +
      idList('BACKING_UP_VMS', one.backing) +
      idList('ERROR_VMS', one.failed) +
      el(
        'TEMPLATE',
        attributesXml(one.template) +
          (whole ? one.scheds.map((sched) => schedXml('BACKUPJOB', one.id, sched)).join('') : ''),
      ),
  )
