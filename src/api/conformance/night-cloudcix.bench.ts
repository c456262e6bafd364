import { createServer } from '#mocks/cloudcix/server'

import { cloudCix } from '../cloudcix/adapter'
import type { CloudCixOptions } from '../cloudcix/options'
import { garbled } from './night-answers.bench'
import type { NightStage, RefusedStatus } from './night-stage.bench'

const refusals: Readonly<Record<RefusedStatus, object>> = {
  401: { detail: 'JWT token is expired. Please login again.' },
  403: { error_code: 'iaas_backup_create_201', detail: 'The line says so' },
  404: { detail: 'Not Found.' },
  409: { detail: 'Conflict.' },
}

const paths = { iaas: 'backup', compute: 'compute/backups' } as const

/** CloudCIX, as a night plays on it. */
export const cloudCixNight = (generation: CloudCixOptions['generation']) => (): NightStage => ({
  wire: {
    writeOf: ({ method, url }, body) => {
      const { pathname } = new URL(url)
      if (method === 'GET' || pathname.startsWith('/membership/')) return null
      const about: unknown = body === '' ? {} : JSON.parse(body)
      const vm = /"(?:vm|instance)_id":(\d+)/u.exec(JSON.stringify(about))?.[1]
      return vm === undefined ? pathname : `/vms/${vm}${pathname}`
    },
    wasDone: (answer) => Promise.resolve(answer.ok),
    refusal: (status) => Response.json(refusals[status], { status }),
    garbled: garbled('content'),
  },
  server: (clock) => createServer({ clock }),
  console: (at) =>
    cloudCix({
      membership: `${at}/membership/`,
      iaas: `${at}/iaas/`,
      compute: `${at}/compute/`,
      generation,
      mailbox: 'support@cix.example',
      regions: new Map([['1', 'Barcelona']]),
    }),
  credentialsOf: (nick) => ({
    user: `${nick}@costaverde.example`,
    password: nick,
    more: { 'api-key': 'SIMULATED-KEY' },
  }),
  me: 'operator',
  placeOf: (id, backup) => (backup === undefined ? `/vms/${id}/` : `/${generation}/${paths[generation]}/${backup}/`),
  valuesOf: () => null,
  // A line has the number of its backup only; who saw the backup knows its name.
  untouched: () => false,
  saysOfEvent: ({ text: _, ...event }) => event,
  isBackup: (path) => /^\/vms\/\d+\/(?:iaas\/backup|compute\/compute\/backups)\/$/u.test(path),
  deeds: ['back up', 'delete a backup', 'back up many', 'go on with many', 'a neighbour backs up', 'look'],
  pages: [
    ['how backups ended of late', 'what runs now'],
    ['a VM', 'its tasks', 'its results'],
    ['the failures of the day', 'how backups ended of late', 'the calendar'],
    ['the trail'],
  ],
})
