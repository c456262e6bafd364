import { type Draft, debian, windows } from './draft'

/** A branch that opened a short while ago: its datacenter has no backups yet. */
export const retailerLisbon: readonly Draft[] = [
  {
    label: 'branch-pos-01',
    vappId: 113,
    template: debian,
    cpu: 2,
    ram: 4,
    disks: [40],
    state: 'ON',
    description: 'Tills of the Lisbon branch',
  },
  {
    label: 'branch-files-01',
    vappId: 113,
    template: windows,
    cpu: 4,
    ram: 16,
    disks: [80, 500],
    state: 'ON',
    description: 'Files of the Lisbon branch',
  },
]
