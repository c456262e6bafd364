import type { RestState } from '../records'

export interface ChosenPolicy {
  readonly code: string
  readonly time?: string
  readonly days?: readonly string[]
  /** Numbers of disks (0 is the first), or paths. */
  readonly sources?: readonly (number | string)[]
}

/** A VM of the seeded world, as short as it can be said. Sizes in GB. */
export interface Draft {
  readonly label: string
  readonly vappId: number
  readonly template: string
  readonly cpu: number
  readonly ram: number
  readonly disks: readonly number[]
  readonly state: RestState
  readonly policies?: readonly ChosenPolicy[]
  readonly description?: string
  readonly guard?: string | null
  readonly volume?: { readonly name: string; readonly gb: number }
  /** Its backups fail since so many days. */
  readonly failing?: { readonly days: number; readonly cause: string }
  readonly refusesSchedule?: true
  /** Undeployed so many days ago, after it had backups. */
  readonly undeployedDaysAgo?: number
}

const debian = 'Debian 12'
const ubuntu = 'Ubuntu Server 24.04'
const windows = 'Windows Server 2022'
const windows2019 = 'Windows Server 2019'

const nightly = [{ code: 'BCN-NIGHTLY' }]
const platinum = [{ code: 'LDN-PLATINUM' }]
const silver = [{ code: 'LDN-SILVER' }]

/** @param nowTime A time of the day shortly before the world begins, so that a long backup runs at its beginning. */
export const retailerBarcelona = (nowTime: string): readonly Draft[] => [
  {
    label: 'web-frontend-01',
    vappId: 101,
    template: debian,
    cpu: 4,
    ram: 8,
    disks: [40],
    state: 'ON',
    policies: nightly,
    description: 'Storefront, first of three',
  },
  {
    label: 'web-frontend-02',
    vappId: 101,
    template: debian,
    cpu: 4,
    ram: 8,
    disks: [40],
    state: 'ON',
    policies: nightly,
    description: 'Storefront, second of three',
  },
  {
    label: 'web-frontend-03',
    vappId: 101,
    template: debian,
    cpu: 4,
    ram: 8,
    disks: [40],
    state: 'OFF',
    policies: nightly,
    description: 'Storefront, in reserve',
  },
  {
    label: 'cache-redis-01',
    vappId: 101,
    template: debian,
    cpu: 2,
    ram: 16,
    disks: [20],
    state: 'ON',
    description: 'Can be rebuilt at any time',
  },
  {
    label: 'search-solr-01',
    vappId: 101,
    template: ubuntu,
    cpu: 8,
    ram: 32,
    disks: [40, 200],
    state: 'ON',
    policies: [{ code: 'BCN-OWN-WEEK', time: '03:15:00 +0100', days: ['MONDAY', 'THURSDAY'] }],
  },
  {
    label: 'checkout-api-01',
    vappId: 102,
    template: ubuntu,
    cpu: 4,
    ram: 8,
    disks: [40],
    state: 'ON',
    policies: [{ code: 'BCN-OWN-TIME', time: '23:15:00 +0100' }],
  },
  {
    label: 'checkout-db-01',
    vappId: 102,
    template: ubuntu,
    cpu: 16,
    ram: 128,
    disks: [60, 500, 500],
    state: 'ON',
    policies: [{ code: 'BCN-SIX-HOURS' }],
    guard: 'Sales season: no changes until the end of the month',
  },
  {
    label: 'payment-gateway-01',
    vappId: 102,
    template: debian,
    cpu: 4,
    ram: 8,
    disks: [40],
    state: 'PAUSED',
    policies: nightly,
  },
  {
    label: 'mail-relay-01',
    vappId: 103,
    template: debian,
    cpu: 2,
    ram: 4,
    disks: [30],
    state: 'ON',
    policies: [{ code: 'BCN-WEEKLY' }],
  },
  {
    label: 'mail-store-01',
    vappId: 103,
    template: debian,
    cpu: 8,
    ram: 32,
    disks: [60, 2_048, 2_048],
    state: 'ON',
    policies: nightly,
    failing: { days: 3, cause: 'Not enough free space in the backup repository' },
  },
  {
    label: 'webmail-01',
    vappId: 103,
    template: debian,
    cpu: 2,
    ram: 4,
    disks: [30],
    state: 'ON',
    policies: [{ code: 'BCN-MANAGED' }],
    guard: null,
  },
  {
    label: 'file-server-01',
    vappId: 104,
    template: windows,
    cpu: 8,
    ram: 32,
    disks: [80, 4_096],
    state: 'ON',
    policies: [{ code: 'BCN-OWN-TIME', time: nowTime }],
    volume: { name: 'shared-archive', gb: 2_048 },
  },
  { label: 'print-server-01', vappId: 104, template: windows2019, cpu: 2, ram: 4, disks: [60], state: 'OFF' },
  {
    label: 'intranet-wiki-01',
    vappId: 104,
    template: ubuntu,
    cpu: 2,
    ram: 8,
    disks: [60, 100],
    state: 'CONFIGURED',
    policies: [{ code: 'BCN-ARCHIVE' }],
  },
]

export const retailerLondon: readonly Draft[] = [
  {
    label: 'erp-app-01',
    vappId: 105,
    template: windows,
    cpu: 8,
    ram: 64,
    disks: [80, 120],
    state: 'ON',
    policies: platinum,
    description: 'ERP application server',
  },
  {
    label: 'erp-app-02',
    vappId: 105,
    template: windows,
    cpu: 8,
    ram: 64,
    disks: [80, 120],
    state: 'OFF',
    policies: silver,
    description: 'ERP application server, in reserve',
  },
  {
    label: 'erp-db-01',
    vappId: 105,
    template: windows,
    cpu: 16,
    ram: 128,
    disks: [100, 800, 800, 200],
    state: 'OFF',
    policies: [{ code: 'LDN-SILVER', sources: [0, 1, 2] }, { code: 'LDN-SNAP-WEEK' }],
    description: 'ERP database',
  },
  {
    label: 'erp-db-02',
    vappId: 105,
    template: windows,
    cpu: 16,
    ram: 128,
    disks: [100, 800, 800, 200],
    state: 'OFF',
    policies: silver,
    description: 'ERP database, stand-by',
  },
  {
    label: 'erp-reports-01',
    vappId: 105,
    template: windows,
    cpu: 4,
    ram: 16,
    disks: [80],
    state: 'NOT_ALLOCATED',
    policies: silver,
    undeployedDaysAgo: 3,
    description: 'Deployed at the end of each month only',
  },
  {
    label: 'analytics-etl-01',
    vappId: 106,
    template: ubuntu,
    cpu: 16,
    ram: 64,
    disks: [60, 8_192],
    state: 'ON',
    policies: [{ code: 'LDN-MONTH', time: '06:00:00 +0000', sources: [0] }],
  },
  {
    label: 'analytics-warehouse-01',
    vappId: 106,
    template: ubuntu,
    cpu: 64,
    ram: 512,
    disks: [100, 16_384, 16_384, 16_384],
    state: 'ON',
    policies: [{ code: 'LDN-OPEN-WEEK', time: '20:00:00 +0000' }],
  },
  {
    label: 'analytics-notebook-01',
    vappId: 106,
    template: ubuntu,
    cpu: 4,
    ram: 16,
    disks: [120],
    state: 'UNKNOWN',
    policies: [{ code: 'LDN-HOURS', time: '8' }],
  },
  {
    label: 'bi-dashboard <b>beta</b> & "friends"',
    vappId: 107,
    template: ubuntu,
    cpu: 4,
    ram: 16,
    disks: [60],
    state: 'ON',
    policies: silver,
  },
  {
    label: 'データ分析-01',
    vappId: 107,
    template: debian,
    cpu: 8,
    ram: 32,
    disks: [60, 400],
    state: 'ON',
    policies: [{ code: 'LDN-FILES', sources: ['/etc', '/srv/レポート', '/var/lib/postgresql'] }],
    description: '月次レポート',
  },
  {
    label: 'report-archive-01',
    vappId: 107,
    template: windows,
    cpu: 2,
    ram: 8,
    disks: [80, 900],
    state: 'OFF',
    policies: [
      {
        code: 'LDN-FILES-WEEK',
        time: '04:30:00 +0000',
        days: ['TUESDAY', 'SATURDAY'],
        sources: ['D:\\Reports', 'D:\\Templates'],
      },
    ],
  },
  {
    label: 'integration-test-runner-for-the-quarterly-disaster-recovery-rehearsal-of-storefront-and-checkout-01',
    vappId: 108,
    template: debian,
    cpu: 8,
    ram: 16,
    disks: [80],
    state: 'NOT_ALLOCATED',
    description: 'Never deployed so far',
  },
  {
    label: 'rollback-drill-01',
    vappId: 108,
    template: debian,
    cpu: 2,
    ram: 4,
    disks: [20, 20],
    state: 'ON',
    refusesSchedule: true,
    description: 'The backup system refuses every schedule of this VM: shows what is rolled back',
  },
  {
    label: 'restore-drill-01',
    vappId: 108,
    template: debian,
    cpu: 2,
    ram: 4,
    disks: [20],
    state: 'OFF',
    policies: silver,
    description: 'For practising a restore',
  },
  {
    label: 'appliance-import-01',
    vappId: 108,
    template: 'Imported appliance',
    cpu: 2,
    ram: 4,
    disks: [16],
    state: 'ALLOCATED',
    description: 'Guest system not known',
  },
  {
    label: 'payroll-app-01',
    vappId: 109,
    template: windows,
    cpu: 4,
    ram: 16,
    disks: [80],
    state: 'ON',
    policies: platinum,
  },
  {
    label: 'payroll-db-01',
    vappId: 109,
    template: windows,
    cpu: 8,
    ram: 32,
    disks: [80, 300],
    state: 'ON',
    policies: platinum,
    guard: 'Pay run: ask Jordi Ferrer',
  },
]

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
