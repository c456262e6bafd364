import { createServer } from '#mocks/server'

import { abiquo } from '../abiquo/adapter'
import { garbled } from './night-answers.bench'
import { nextDoor, type NightStage, pagesOfTenant, place, type RefusedStatus } from './night-stage.bench'

const codes: Readonly<Record<RefusedStatus, string>> = {
  401: '401-UNAUTHORIZED',
  403: 'GEN-15',
  404: '404-NOT-FOUND',
  409: 'VM-2',
}

/** Abiquo, as a night plays on it. */
export const abiquoNight = (): NightStage => ({
  wire: {
    writeOf: ({ method, url }) => (method === 'GET' ? null : new URL(url).pathname),
    wasDone: (answer) => Promise.resolve(answer.ok),
    refusal: (status) =>
      new Response(JSON.stringify({ links: [], collection: [{ code: codes[status], message: 'The line says so' }] }), {
        status,
        headers: { 'content-type': 'application/vnd.abiquo.errors+json; version=6.0' },
      }),
    garbled: garbled('collection'),
  },
  server: (clock) => createServer({ clock, base: `${place}/api` }),
  console: (at) =>
    at === nextDoor
      ? abiquo({ base: `${nextDoor}/api`, canonicalLocation: `${place}/api` })
      : abiquo({ base: `${place}/api` }),
  credentialsOf: (nick) => ({ user: nick, password: nick }),
  me: 'cloudadmin',
  placeOf: (id) => {
    const [vdc, vapp, vm] = id.split('-')
    return `/api/cloud/virtualdatacenters/${vdc}/virtualappliances/${vapp}/virtualmachines/${vm}`
  },
  valuesOf: () => [],
  untouched: () => false,
  saysOfEvent: (event) => event,
  isBackup: (path) => /\/virtualmachines\/\d+\/backup\/action\/request$/.test(path),
  deeds: [
    'back up',
    'restore',
    'assign',
    'unassign',
    'edit a policy',
    'back up many',
    'go on with many',
    'a neighbour backs up',
    'look',
  ],
  pages: [...pagesOfTenant, ['the policies of a datacenter', 'the trail', 'all policies']],
})
