import { type Draft, debian, ubuntu, windows, windows2019, nightly, platinum } from './draft'

/** The provider's own machines and those of the second tenant. */
export const others: readonly Draft[] = [
  { label: 'dns-01', vappId: 110, template: debian, cpu: 2, ram: 4, disks: [20], state: 'ON', policies: nightly },
  { label: 'dns-02', vappId: 110, template: debian, cpu: 2, ram: 4, disks: [20], state: 'ON', policies: nightly },
  {
    label: 'monitoring-01',
    vappId: 110,
    template: ubuntu,
    cpu: 8,
    ram: 32,
    disks: [60, 600],
    state: 'ON',
    policies: [{ code: 'BCN-GOLD-MGMT' }],
  },
  {
    label: 'case-files-01',
    vappId: 111,
    template: windows,
    cpu: 8,
    ram: 32,
    disks: [80, 2_000],
    state: 'ON',
    policies: platinum,
  },
  {
    label: 'case-db-01',
    vappId: 111,
    template: windows,
    cpu: 8,
    ram: 64,
    disks: [80, 600],
    state: 'OFF',
    policies: [{ code: 'LDN-ONCE', time: '2026/01/10 03:00:00 +0000' }],
  },
  {
    label: 'desktop-pool-01',
    vappId: 112,
    template: windows2019,
    cpu: 16,
    ram: 64,
    disks: [120],
    state: 'ON',
    policies: [{ code: 'BCN-WEEKLY', sources: [0] }],
  },
]
