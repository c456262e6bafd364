import { button, checkbox, heading, link, navigation, region, type Scene, type Target, textbox } from './scene'

/** erp-app-02 in London: many policies, and changes while it is deployed. */
const policies = '/vms/13-105-1016/backup/policies'

const offered: Target = { role: 'group', name: 'Backup policies' }
const policy = (code: string): Target => ({ role: 'listitem', text: code, within: offered })
const inPolicy = (code: string, target: Target): Target => ({ ...target, within: policy(code) })

/** How a tenant protects a VM. */
export const protecting: readonly Scene[] = [
  {
    name: 'backup-tab',
    title: 'The Backup tab of a VM with its parts, and Back up now at the top right',
    as: 'operator',
    at: policies,
    steps: [{ see: button('Show details of Silver') }],
    frame: { around: [{ role: 'main' }], margin: 0, height: 640 },
    callouts: [
      { ...link('Backup'), within: navigation('Parts of this VM') },
      navigation('Parts of the backup'),
      button('Back up now'),
    ],
    phone: 'window',
  },
  {
    name: 'schedule-by-administrator',
    title: 'A policy whose schedule the administrator has set: the values are printed and cannot be changed',
    as: 'operator',
    own: true,
    at: policies,
    steps: [
      { press: button('Show details of Silver') },
      { see: inPolicy('LDN-SILVER', { text: 'Set by the policy', part: true }) },
    ],
    frame: { around: [policy('LDN-SILVER'), region('What happens now')] },
    callouts: [inPolicy('LDN-SILVER', { text: 'Set by the policy', part: true }), region('What happens now')],
  },
  {
    name: 'schedule-by-user',
    title: 'A policy that leaves its schedule to the user: days and time are open, and what would happen is told',
    as: 'operator',
    own: true,
    at: policies,
    steps: [
      { check: checkbox('Every few hours') },
      { fill: textbox('Hours between backups'), with: '6' },
      { see: region('What will happen') },
    ],
    frame: { around: [policy('LDN-HOURS'), region('What will happen'), button('Save policies')] },
    callouts: [textbox('Hours between backups'), region('What will happen')],
  },
  {
    name: 'disks',
    title: 'Single disks of a VM chosen for a backup, by name and size',
    as: 'operator',
    own: true,
    at: policies,
    steps: [
      { press: button('Show details of Silver') },
      { check: { role: 'radio', name: 'Only the disks that I choose' } },
      { press: checkbox('data', { part: true }) },
    ],
    frame: { around: [policy('LDN-SILVER')] },
    callouts: [{ role: 'radio', name: 'Only the disks that I choose' }, checkbox('data', { part: true })],
  },
  {
    name: 'paths',
    title: 'Folders inside the guest that a backup of files copies, each checked as it is added',
    as: 'operator',
    own: true,
    at: policies,
    steps: [
      { check: checkbox('Files every night') },
      { fill: textbox('New path'), with: 'C:\\Data' },
      { press: button('Add') },
      { fill: textbox('New path'), with: 'D:\\Reports' },
      { press: button('Add') },
    ],
    frame: { around: [policy('LDN-FILES')] },
    callouts: [textbox('New path'), button('Add'), button('Paste many paths'), button('Remove C:\\Data')],
  },
  {
    name: 'timeline',
    title: 'The timeline of a VM: planned runs against found ones; four of them were missed',
    as: 'operator',
    at: '/vms/11-101-1002/backup/timeline',
    steps: [{ see: { text: '8 of 12 planned runs gave a good backup.' } }],
    frame: { around: [region('Planned runs and what came of them')] },
    callouts: [{ text: '8 of 12 planned runs gave a good backup.' }, button('Show as table')],
  },
  {
    name: 'calendar',
    title: 'The calendar: VMs by days, each day with what came of its runs',
    as: 'operator',
    at: '/calendar?datacenter=Barcelona',
    steps: [{ see: { role: 'grid', name: 'VMs by days' } }],
    callouts: [navigation('What to show'), checkbox('Only VMs with trouble')],
  },
  {
    name: 'overview',
    title: 'The overview: what needs someone now, what runs and what comes next, coverage, failures by cause',
    as: 'operator',
    at: '/',
    steps: [{ see: heading('Failures by cause') }],
    size: { width: 1280, height: 1000 },
    callouts: [
      heading('Needs you now'),
      heading('Now and next'),
      heading('Planned runs, by hour'),
      heading('Coverage'),
    ],
    phone: 'window',
  },
]
