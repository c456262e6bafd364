import { button, checkbox, main, navigation, region, type Scene, textbox } from './scene'

/** What administrators of datacenters set up. */
export const administering: readonly Scene[] = [
  {
    name: 'backup-manager',
    title: 'The backup manager of a datacenter: type, name, endpoint and account, and whether the connection works',
    as: 'cloudadmin',
    at: '/infrastructure/1/manager',
    steps: [{ see: { text: 'It worked: a backup ended well' } }],
    frame: { around: [main], margin: 0, height: 830 },
    callouts: [
      navigation('Parts of this datacenter'),
      textbox('Endpoint (URL)'),
      button('Save connection'),
      region('Does the connection work?'),
    ],
  },
  {
    name: 'backup-properties',
    title: 'The backup properties of a datacenter: four switches, each with what it means',
    as: 'cloudadmin',
    at: '/infrastructure/2/properties',
    steps: [{ see: button('Save properties') }],
    frame: { around: [main], margin: 0, height: 760 },
    callouts: [button('Save properties')],
  },
  {
    name: 'policy-modes',
    title: 'A policy being written: for each value, whether it is fixed, left to the VM, or left to the backup system',
    as: 'cloudadmin',
    own: true,
    at: '/infrastructure/2/policies/new',
    steps: [{ check: checkbox('Complete backup, daily') }, { see: { role: 'radiogroup', name: 'Who sets the time' } }],
    frame: { around: [region('Complete backup')] },
    callouts: [
      { role: 'radio', name: 'Fixed' },
      { role: 'radio', name: 'Define in VM' },
      { role: 'radio', name: "Don't apply" },
    ],
  },
  {
    name: 'tenant-policies',
    title: 'Which tenants may use which policies of a datacenter: a table of checkboxes',
    as: 'cloudadmin',
    own: true,
    at: '/infrastructure/2/tenants',
    steps: [
      { see: { role: 'grid', name: 'Policies allowed to tenants in London' } },
      { press: checkbox('Vault for Northgate Legal') },
      { see: button('Review and apply') },
    ],
    callouts: [checkbox('Vault for Northgate Legal'), button('Review and apply')],
  },
]
