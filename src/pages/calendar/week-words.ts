import type { CalendarDay } from '~/domain/fleet-day'
import { twoDigits } from '~/domain/iso'
import type { LoadGroup, LoadHour } from '~/domain/schedule-load'
import { m } from '~/texts/messages'

import { dayWords } from './words'

/** `02:00` */
export const hourWords = (hour: number): string => `${twoDigits(hour)}:00`

/** `Tue, 3 Mar 2026, 02:00 to 03:00` */
export const hourOfDay = (day: CalendarDay, hour: number, zone: string): string =>
  m.calendar_week_hours({ day: dayWords(day, zone), from: hourWords(hour), to: hourWords((hour + 1) % 24) })

/** `Nightly, Barcelona: 12 VMs` */
export const groupWords = ({ policyName, datacenter, vms }: LoadGroup): string =>
  m.calendar_week_group({
    policy: policyName,
    place: datacenter ?? m.calendar_week_place_unknown(),
    n: vms.length,
  })

/** `12 runs, collision` */
export function loadWords({ runs }: Pick<LoadHour, 'runs'>, limit: number): string {
  if (runs === 0) return m.calendar_week_none()
  return runs > limit ? m.calendar_week_cell_over({ n: runs }) : m.calendar_week_cell({ n: runs })
}
