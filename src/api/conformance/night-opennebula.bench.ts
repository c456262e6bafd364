import { createServer } from '#mocks/opennebula/server'

import { openNebula } from '../opennebula/adapter'
import type { Chance } from './night-chance.bench'
import { type NightStage, pagesOfTenant, type RefusedStatus } from './night-stage.bench'

const xml = (text: string): Response =>
  new Response(text, { status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' } })

const failure = (code: number, message: string): string =>
  `<?xml version="1.0"?><methodResponse><params><param><value><array><data><value><boolean>0</boolean></value><value><string>[line] ${message}</string></value><value><i4>${code}</i4></value><value><i4>-1</i4></value><value><i8>-1</i8></value></data></array></value></param></params></methodResponse>`

const refusals: Readonly<Record<RefusedStatus, string>> = {
  401: failure(256, "User couldn't be authenticated, aborting call."),
  403: failure(512, 'User [3] : Not authorized to perform MANAGE VM.'),
  404: failure(1_024, 'Error getting virtual machine.'),
  409: failure(512, 'User [3] : VM is locked.'),
}

type Garble = (text: string, dice: Chance) => string

const garbles: readonly Garble[] = [
  (text) => text.replace('<boolean>1</boolean>', '<boolean>maybe</boolean>'),
  (text) => text.replace('<boolean>1</boolean>', '<string>1</string>'),
  (text) => text.replace(/<string>[\s\S]*<\/string>/u, '<string>text</string>'),
  (text) => text.replace(/<string>[\s\S]*<\/string>/u, '<i4>7</i4>'),
  (text) => text.replace(/<i4>\d+<\/i4>/u, '<string>soon</string>'),
  () => '<methodResponse/>',
  // What lies in a member is another thing, in one object of three.
  (text, dice) => {
    const names = [...new Set(Array.from(text.matchAll(/&lt;([A-Z_]+)&gt;/gu), ([, name = '']) => name))]
    if (names.length === 0) return text
    const name = dice.of(names)
    const member = new RegExp(`&lt;${name}&gt;(?:(?!&lt;/?${name}&gt;).)*&lt;/${name}&gt;`, 'gsu')
    const other = dice.of(['', '?', '-1', '&lt;X&gt;7&lt;/X&gt;'])
    return text.replace(member, (whole) =>
      dice.between(0, 2) === 0 ? `&lt;${name}&gt;${other}&lt;/${name}&gt;` : whole,
    )
  },
]

const paramsIn = (body: string): readonly string[] =>
  Array.from(
    body.matchAll(/<(?:int|i4|string|boolean)>([\s\S]*?)<\/(?:int|i4|string|boolean)>/gu),
    ([, one = '']) => one,
  )

/** Writes about a VM begin with its number, those about backups with that of the image, those of a new VM with its name. */
function writeOf(_: Request, body: string): string | null {
  const method = /<methodName>([^<]+)/u.exec(body)?.[1] ?? ''
  if (/info|version|login|config/u.test(method)) return null
  const [, ...params] = paramsIn(body)
  // When a backup is to run once is the moment of asking: another moment makes it no other write.
  const rest = params
    .join(',')
    .replaceAll('&quot;', '"')
    .replace(/,TIME="\d+"\]/u, ']')
  if (method === 'one.image.restore') return `/named/${/NAME="([^"]*)"/u.exec(rest)?.[1] ?? ''}/${method}`
  if (method === 'one.template.instantiate') return `/named/${params[1] ?? ''}/${method}`
  if (method.startsWith('one.image.')) return `/images/${params[0] ?? ''}/${method}`
  if (method === 'one.backupjob.update') return `/jobs/${params[0] ?? ''}/${method}`
  return `/vms/${(method === 'one.vm.action' ? params[1] : params[0]) ?? ''}/${method}/${rest}`
}

/** OpenNebula, as a night plays on it: administrators back up at once, owners by a schedule. */
export const openNebulaNight = (me: 'cloudadmin' | 'operator') => (): NightStage => ({
  wire: {
    writeOf,
    wasDone: async (answer) => (await answer.text()).includes('<boolean>1</boolean>'),
    refusal: (status) => xml(refusals[status]),
    garbled: async (answer, dice) => xml(dice.of(garbles)(await answer.text(), dice)),
  },
  server: (clock) => createServer({ clock }),
  console: (at) => openNebula({ base: `${at}/RPC2` }),
  credentialsOf: (nick) => ({ user: nick, password: nick }),
  me,
  placeOf: (id, backup) => (backup === undefined ? `/vms/${id}/` : `/images/${backup.split(':')[0]}/`),
  valuesOf: (id) =>
    id.startsWith('store-') && id.endsWith('.daily')
      ? [{ key: 'backup', content: { kind: 'all' }, time: { hour: 3, minute: 0, second: 0, offset: 0 } }]
      : null,
  untouched: (id) => id.startsWith('job-'),
  saysOfEvent: (event) => event,
  // What is refused at each turn of the server has another time whenever someone looks.
  prepare: async (colleague) => {
    const { rows } = await colleague.listVms({ offset: 0, limit: 1_000 })
    const odd = rows.filter(({ assignments }) => assignments?.some((one) => one.odd))
    await Promise.all(
      odd.map(({ id, assignments, revision }) =>
        colleague.saveProtection(id, {
          assignments: (assignments ?? []).filter((one) => !one.odd),
          basedOn: revision,
        }),
      ),
    )
  },
  isBackup: (path) => /^\/vms\/\d+\/one\.vm\.(?:backup|schedadd)\//u.test(path),
  deeds: [
    'back up',
    'take back',
    'restore',
    'restore as new',
    'assign',
    'unassign',
    'delete a backup',
    'switch',
    'back up many',
    'go on with many',
    'a neighbour backs up',
    'look',
  ],
  pages: [...pagesOfTenant, ['the trail', 'all policies']],
})
