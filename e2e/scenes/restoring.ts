import { button, dialog, having, main, type Scene, table, textbox } from './scene'

/** erp-app-01 in London: backups of both kinds, one of them failed. */
const erpApp = '/vms/13-105-1015'

/** How results are followed and brought back, and what is told of it afterwards. */
export const restoring: readonly Scene[] = [
  {
    name: 'results-restore',
    title: 'The results of a VM: each backup with its type, size, status and end, and Restore beside it',
    as: 'operator',
    at: `${erpApp}/backup/results`,
    steps: [{ see: table('Backups of this VM') }],
    frame: { around: [main], margin: 0, height: 1010 },
    callouts: [
      button('Back up now'),
      { ...button('Status'), within: { role: 'search', name: 'Filter the results' } },
      { ...button('Restore', { part: true }), within: table('Backups of this VM') },
    ],
  },
  {
    name: 'restore-preflight',
    title: 'What stands before a restore: what is overwritten, what comes back, what is lost, and checks',
    as: 'operator',
    own: true,
    at: `${erpApp}/backup/results`,
    steps: [
      { press: { ...button('Restore', { part: true }), within: having('row', 'Done') } },
      { see: { text: 'Checks', within: dialog('Restore a backup') } },
    ],
    size: { width: 1280, height: 1440 },
    frame: { around: [dialog('Restore a backup')], margin: 0 },
    callouts: [
      { text: 'What is lost', within: dialog('Restore a backup') },
      { text: 'Checks', within: dialog('Restore a backup') },
      button('Power off now'),
      textbox('Type the name of the VM to confirm'),
    ],
  },
  {
    name: 'events',
    title: 'The events of a VM: filters above, a line for each event with its time, action, performer and text',
    as: 'operator',
    at: `${erpApp}/backup/events`,
    steps: [{ see: having('row', 'Scheduled backup ended') }],
    frame: { around: [main], margin: 0, height: 760 },
    callouts: [button('About backups'), button('Evidence')],
  },
  {
    name: 'event-details',
    title: 'All of one event: its number, time, action, what it is about, who did it, and the text of the platform',
    as: 'operator',
    own: true,
    at: `${erpApp}/backup/events`,
    steps: [
      { press: { role: 'button', part: true, name: '2026', within: having('row', 'Scheduled backup ended') } },
      { see: { role: 'dialog' } },
    ],
    frame: { around: [{ role: 'dialog' }], margin: 0 },
  },
]
