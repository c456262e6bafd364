import { type QueryKey, QueryObserver, type QueryObserverOptions } from '@tanstack/react-query'

import type { ApiError } from '../error'
import type { Platform } from '../port'
import {
  activity,
  fleet,
  policies,
  policiesInSight,
  queryClient,
  recentOutcomes,
  serverNow,
  vm,
  vmTasks,
} from '../queries'
import { backups } from '../queries/backups'
import { offeredPolicies } from '../queries/infrastructure'
import { events, failuresOfDay, outcomesOfDays } from '../queries/trail'
import type { NightPage } from './night-page.bench'
import type { NightStage } from './night-stage.bench'

const day = 24 * 60 * 60_000
const everything = { offset: 0, limit: 1_000 } as const

/** What one part of a page shows. */
export interface Sight {
  /** Undefined: nothing was read so far. */
  readonly shown: unknown
  /** Rows that are shown or said to be unreadable; null where it is no list. */
  readonly rows: number | null
  readonly error: ApiError | null
  readonly updatedAt: number
}

/** A part of a page that is left open. */
export interface Screen {
  readonly name: string
  /** It is asked again by itself. */
  readonly polled: boolean
  readonly open: () => () => void
  readonly look: () => Sight
  /** What the platform says of the same to somebody with a good line. */
  readonly truth: (api: Platform) => Promise<unknown>
}

const rowsOf = (shown: unknown): number | null =>
  typeof shown === 'object' && shown !== null && 'rows' in shown && Array.isArray(shown.rows)
    ? shown.rows.length + ('unreadable' in shown && typeof shown.unreadable === 'number' ? shown.unreadable : 0)
    : null

function screen<Data, Key extends QueryKey>(
  name: string,
  options: QueryObserverOptions<Data, ApiError, Data, Data, Key>,
  said: (data: Data) => unknown,
  truth: Screen['truth'],
): Screen {
  const observer = new QueryObserver(queryClient, options)
  return {
    name,
    polled: options.refetchInterval !== undefined && name !== 'the trail',
    open: () => observer.subscribe(() => undefined),
    look: () => {
      const { data, error, dataUpdatedAt } = observer.getCurrentResult()
      return { shown: data === undefined ? undefined : said(data), rows: rowsOf(data), error, updatedAt: dataUpdatedAt }
    },
    truth,
  }
}

/** The list of VMs, the overview, the trail and the calendar, the pages of one VM, and the policies of a datacenter. */
function allScreens({ saysOfEvent }: NightStage, vmId: string, datacenterId: string): readonly Screen[] {
  const lines = { offset: 0, limit: 50 }
  const [from, to] = [serverNow() - 3 * day, serverNow() + day]
  return [
    screen(
      'the list of VMs',
      fleet(),
      ({ rows }) => rows,
      async (api) => (await api.listVms(everything)).rows,
    ),
    screen(
      'how backups ended of late',
      recentOutcomes(),
      ({ outcomes, complete }) => ({ outcomes, complete }),
      async (api) => {
        const { outcomes, complete } = await api.recentOutcomes(new Date(serverNow() - 8 * day))
        return { outcomes, complete }
      },
    ),
    screen(
      'what runs now',
      activity(),
      (found) => found,
      (api) => api.listActivity(),
    ),
    screen(
      'the failures of the day',
      failuresOfDay(),
      ({ failures, complete }) => ({ failures, complete }),
      async (api) => {
        const { failures, complete } = await api.recentFailures(new Date(serverNow() - day))
        return { failures, complete }
      },
    ),
    screen(
      'the calendar',
      outcomesOfDays(from, to),
      ({ outcomes, complete }) => ({ outcomes, complete }),
      async (api) => {
        const { outcomes, complete } = await api.listOutcomes({ from: new Date(from), to: new Date(serverNow()) })
        return { outcomes, complete }
      },
    ),
    screen(
      'the trail',
      events(lines),
      ({ rows, ...page }) => ({ ...page, rows: rows.map(saysOfEvent) }),
      async (api) => {
        const { rows, ...page } = await api.listEvents(lines)
        return { ...page, rows: rows.map(saysOfEvent) }
      },
    ),
    screen(
      'all policies',
      policiesInSight(),
      (page) => page,
      (api) => api.listPoliciesInSight(),
    ),
    screen(
      'a VM',
      vm(vmId),
      (found) => found,
      (api) => api.getVm(vmId),
    ),
    screen(
      'its tasks',
      vmTasks(vmId),
      (found) => found,
      (api) => api.listTasks(vmId),
    ),
    screen(
      'its results',
      backups(vmId),
      ({ rows }) => rows,
      async (api) => (await api.listBackups(vmId, everything)).rows,
    ),
    screen(
      'its policies',
      policies(vmId),
      (page) => page,
      (api) => api.listPolicies(vmId),
    ),
    screen(
      'the policies of a datacenter',
      offeredPolicies(datacenterId),
      (page) => page,
      (api) => api.listOfferedPolicies(datacenterId),
    ),
  ]
}

/** Opens the list of VMs, and one of the pages that there are. */
export function openScreens({ dice, stage }: NightPage, vmId: string, datacenterId: string) {
  const page = new Set(['the list of VMs', ...dice.of(stage.pages)])
  const screens = allScreens(stage, vmId, datacenterId).filter(({ name }) => page.has(name))
  const closes = screens.map((one) => one.open())
  return { screens, close: () => closes.forEach((close) => close()) }
}
