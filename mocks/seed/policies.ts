import { assumed } from '~/api/abiquo/assumed'

import type { Policy } from '../place-records'
import type { BackupType, Configuration, Subtype } from '../records'
import { barcelona, london } from './places'

const vm = assumed.mode.vm
const system = assumed.mode.system

interface Given {
  readonly time?: string
  readonly days?: readonly string[]
  /** Who chooses disks or paths. */
  readonly sources?: string
}

const rule = (type: BackupType, subtype: Subtype, given: Given): Configuration => ({
  type,
  subtype,
  time: given.time ?? null,
  days: given.days ? [...given.days] : null,
  sources: given.sources ? [given.sources] : null,
})

interface Draft {
  readonly code: string
  readonly name: string
  readonly description: string | null
  readonly replication?: boolean
  readonly configurations: readonly Configuration[]
}

const barcelonaDrafts: readonly Draft[] = [
  {
    code: 'BCN-NIGHTLY',
    name: 'Nightly',
    description: 'Every night at 02:30. Kept for three weeks.',
    configurations: [rule('COMPLETE', 'DAILY', { time: '02:30:00 +0100', sources: system })],
  },
  {
    code: 'BCN-WEEKLY',
    name: 'Weekly at the weekend',
    description: 'Sunday morning. Kept for ten weeks. Every disk, unless you choose some.',
    configurations: [rule('COMPLETE', 'WEEKLY_PLANNED', { time: '04:00:00 +0100', days: ['SUNDAY'], sources: vm })],
  },
  {
    code: 'BCN-SIX-HOURS',
    name: 'Every six hours and weekly',
    description: 'For databases: four times a day, kept for three days, and a weekly copy kept for ten weeks.',
    configurations: [
      rule('COMPLETE', 'HOURLY', { time: '6', sources: system }),
      rule('COMPLETE', 'WEEKLY_PLANNED', { time: '01:00:00 +0100', days: ['WEDNESDAY', 'SATURDAY'], sources: system }),
    ],
  },
  {
    code: 'BCN-OWN-TIME',
    name: 'Daily at a time of your own',
    description: 'You say at what time of the day.',
    configurations: [rule('COMPLETE', 'DAILY', { time: vm, sources: vm })],
  },
  {
    code: 'BCN-OWN-WEEK',
    name: 'Weekly on days of your own',
    description: 'You say on which days and at what time.',
    configurations: [rule('COMPLETE', 'WEEKLY_PLANNED', { time: vm, days: [vm], sources: vm })],
  },
  {
    code: 'BCN-MANAGED',
    name: 'Managed by the backup team',
    description: 'The backup system decides when and what.',
    configurations: [rule('COMPLETE', 'DAILY', { time: system, sources: system })],
  },
  {
    code: 'BCN-ARCHIVE',
    name: 'Monthly archive',
    description: 'Once a month at 05:00, kept for a year.',
    configurations: [rule('COMPLETE', 'MONTHLY', { time: '05:00:00 +0100', sources: system })],
  },
  {
    code: 'BCN-OLD-WEEK',
    name: 'Weekly (taken over from 3.8)',
    description: null,
    // Neither time nor days nor sources on the wire, as in the captures of that age.
    configurations: [rule('COMPLETE', 'WEEKLY_PLANNED', {})],
  },
  {
    code: 'BCN-FAIL-DRILL',
    name: 'Drill: refused by the backup system',
    description: 'For rehearsals. The backup system refuses this schedule, so that the change is rolled back.',
    configurations: [rule('COMPLETE', 'DAILY', { time: '03:00:00 +0100', sources: system })],
  },
  {
    code: 'BCN-GOLD-MGMT',
    name: 'Management gold',
    description: 'Only for the provider.',
    configurations: [rule('COMPLETE', 'HOURLY', { time: '2', sources: system })],
  },
]

const londonDrafts: readonly Draft[] = [
  {
    code: 'LDN-PLATINUM',
    name: 'Platinum with a second site',
    description: 'Every night at 23:30 and a snapshot every four hours; each is copied to a second site.',
    replication: true,
    configurations: [
      rule('COMPLETE', 'DAILY', { time: '23:30:00 +0000', sources: vm }),
      rule('SNAPSHOT', 'HOURLY', { time: '4', sources: vm }),
    ],
  },
  {
    code: 'LDN-SILVER',
    name: 'Silver',
    description: 'Every night at 01:00.',
    configurations: [rule('COMPLETE', 'DAILY', { time: '01:00:00 +0000', sources: vm })],
  },
  {
    code: 'LDN-ONCE',
    name: 'Once, before a release',
    description: 'One backup at a date and time that you choose.',
    configurations: [rule('COMPLETE', 'DEFINED_HOUR', { time: vm, sources: vm })],
  },
  {
    code: 'LDN-YEAR-END',
    name: 'Year end',
    description: 'One backup on the last night of the year.',
    configurations: [rule('COMPLETE', 'DEFINED_HOUR', { time: '2026/12/31 22:00:00 +0000', sources: system })],
  },
  {
    code: 'LDN-FILES',
    name: 'Files every night',
    description: 'Folders inside the guest, every night at 02:00.',
    configurations: [rule('FILESYSTEM', 'DAILY', { time: '02:00:00 +0000', sources: vm })],
  },
  {
    code: 'LDN-FILES-WEEK',
    name: 'Files on days of your own',
    description: 'Folders inside the guest; you say on which days and when.',
    configurations: [rule('FILESYSTEM', 'WEEKLY_PLANNED', { time: vm, days: [vm], sources: vm })],
  },
  {
    code: 'LDN-SNAP-WEEK',
    name: 'Snapshots on two days',
    description: 'Tuesday and Thursday at noon.',
    configurations: [
      rule('SNAPSHOT', 'WEEKLY_PLANNED', { time: '12:00:00 +0000', days: ['TUESDAY', 'THURSDAY'], sources: vm }),
    ],
  },
  {
    code: 'LDN-HOURS',
    name: 'Every few hours',
    description: 'You say how many hours lie between two snapshots.',
    configurations: [rule('SNAPSHOT', 'HOURLY', { time: vm, sources: vm })],
  },
  {
    code: 'LDN-MONTH',
    name: 'Monthly, three kinds',
    description: 'Disks at a time of your own; snapshot and files when the backup system likes.',
    configurations: [
      rule('COMPLETE', 'MONTHLY', { time: vm, sources: vm }),
      rule('SNAPSHOT', 'MONTHLY', { time: system, sources: system }),
      rule('FILESYSTEM', 'MONTHLY', { time: system, sources: vm }),
    ],
  },
  {
    code: 'LDN-OPEN-WEEK',
    name: 'Weekly when it suits the backup system',
    description: 'You say the time; the backup system picks the days.',
    configurations: [rule('COMPLETE', 'WEEKLY_PLANNED', { time: vm, days: [system], sources: vm })],
  },
  {
    code: 'LDN-FAIL-DRILL',
    name: 'Drill: refused by the backup system',
    description: 'For rehearsals. The backup system refuses this schedule, so that the change is rolled back.',
    configurations: [rule('COMPLETE', 'DAILY', { time: '03:00:00 +0000', sources: system })],
  },
  {
    code: 'LDN-VAULT',
    name: 'Vault',
    description: 'Only for the provider.',
    replication: true,
    configurations: [rule('COMPLETE', 'WEEKLY_PLANNED', { time: '06:00:00 +0000', days: ['MONDAY'], sources: system })],
  },
]

const complete = (draft: Draft, id: number, datacenterId: number): Policy => ({
  id,
  datacenterId,
  code: draft.code,
  name: draft.name,
  description: draft.description,
  replication: draft.replication ?? false,
  configurations: [...draft.configurations],
})

/** Policies of every type, periodicity and field mode. */
export const seededPolicies = (): readonly Policy[] => [
  ...barcelonaDrafts.map((draft, at) => complete(draft, 21 + at, barcelona)),
  ...londonDrafts.map((draft, at) => complete(draft, 41 + at, london)),
]
