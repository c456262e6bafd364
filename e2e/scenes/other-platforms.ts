import { button, dialog, link, main, type Scene, type Target, table, textbox } from './scene'

const offered: Target = { role: 'group', name: 'Backup policies' }
/** A schedule of web-frontend-01 into a backup datastore. */
const schedule: Target = { role: 'listitem', text: 'DATASTORE 101', within: offered }

/** The same console on OpenNebula, by `operator`, who owns the retailer's VMs. */
export const openNebula: readonly Scene[] = [
  {
    name: 'opennebula-vms',
    title: 'The VMs of an OpenNebula, each with its badge',
    as: 'operator',
    platform: 'opennebula',
    at: '/vms',
    steps: [{ see: button('Protected (web-frontend-01: show why)') }],
    callouts: [button('Not protected (', { part: true })],
  },
  {
    name: 'opennebula-backup',
    title: 'A backup at once on OpenNebula: into which datastore it goes, and what it means for the VM',
    as: 'operator',
    platform: 'opennebula',
    own: true,
    at: '/vms/1',
    steps: [{ press: button('Back up now') }, { see: dialog('Back up now') }],
    frame: { around: [dialog('Back up now')] },
    callouts: [{ role: 'combobox', name: 'Where to' }, button('Start the backup')],
  },
  {
    name: 'opennebula-schedule',
    title: 'A schedule of a VM on OpenNebula: its time and its datastore are the policy',
    as: 'operator',
    platform: 'opennebula',
    at: '/vms/1/backup/policies',
    steps: [{ see: schedule }],
    frame: { around: [main], margin: 0, height: 860 },
    callouts: [textbox('Time'), button('Save policies')],
  },
  {
    name: 'opennebula-restore',
    title: 'What stands before a restore on OpenNebula: as a new VM, or onto the same one',
    as: 'operator',
    platform: 'opennebula',
    own: true,
    at: '/vms/1/backup/results',
    steps: [
      { press: { ...button('Restore', { part: true }), within: table('Backups of this VM') } },
      { see: { text: 'Checks', within: dialog('Restore a backup') } },
    ],
    size: { width: 1280, height: 1610 },
    frame: { around: [dialog('Restore a backup')], margin: 0 },
  },
]

/** The same console on CloudCIX, by the operator of a tenant. */
export const cloudCix: readonly Scene[] = [
  {
    name: 'cloudcix-vms',
    title: 'The VMs of a CloudCIX tenant, judged by the age of their newest good backup',
    as: 'operator@costaverde.example',
    platform: 'cloudcix',
    at: '/vms',
    steps: [{ see: button('Protected (erp-app-01: show why)') }],
    callouts: [button('Protected (erp-app-01: show why)'), button('At risk (erp-reports-01: show why)')],
  },
  {
    name: 'cloudcix-backups',
    title: 'The backups of a VM on CloudCIX: each in its repository, with what may be done with it',
    as: 'operator@costaverde.example',
    platform: 'cloudcix',
    at: '/vms/5/backup/results',
    steps: [{ see: table('Backups of this VM') }],
    frame: { around: [main], margin: 0, height: 660 },
    callouts: [
      button('Back up now'),
      { ...button('Restore', { part: true }), within: table('Backups of this VM') },
      { ...button('Delete', { part: true }), within: table('Backups of this VM') },
    ],
  },
  {
    name: 'cloudcix-restore-request',
    title: 'The request for a restore on CloudCIX, ready to be sent to its support',
    as: 'operator@costaverde.example',
    platform: 'cloudcix',
    own: true,
    at: '/vms/5/backup/results',
    steps: [
      { press: { ...button('Restore', { part: true }), within: table('Backups of this VM') } },
      { see: textbox('The request') },
    ],
    size: { width: 1280, height: 1000 },
    frame: { around: [dialog('Restore a backup')], margin: 0 },
    callouts: [textbox('The request'), link('Write e-mail')],
  },
]
