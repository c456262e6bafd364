import { Link } from 'react-router'

import type { CalendarDay } from '~/domain/fleet-day'
import type { LoadHour } from '~/domain/schedule-load'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { Popup } from '~/ui/popup'

import { groupWords, hourOfDay } from './week-words'

import classes from './card.module.css'

/** Of each policy as many VMs are named. */
const mostNamed = 20

/** The runs that begin in an hour: by policy and datacenter, with their VMs. */
export function HourCard({
  anchor,
  day,
  hour,
  load,
  zone,
  words,
  onClose,
}: {
  readonly anchor: HTMLElement
  readonly day: CalendarDay
  readonly hour: number
  readonly load: LoadHour
  readonly zone: string
  readonly words: string
  readonly onClose: () => void
}) {
  const title = hourOfDay(day, hour, zone)
  return (
    <Popup anchor={anchor} label={title} look="wide" onClose={onClose}>
      <div className={classes['card']}>
        <div>
          <p className={classes['title']}>{title}</p>
          <p className={classes['soft']}>{words}</p>
        </div>
        <ul className={classes['runs']}>
          {load.groups.map((group) => (
            <li key={`${group.policyId} ${group.datacenter ?? ''}`}>
              <strong>
                <bdi>{groupWords(group)}</bdi>
              </strong>
              <span className={classes['names']}>
                {group.vms.slice(0, mostNamed).map(({ id, name }) => (
                  <Link key={id} to={paths.vmPolicies(id)}>
                    <bdi>{name}</bdi>
                  </Link>
                ))}
                {group.vms.length > mostNamed && (
                  <span className={classes['soft']}>{m.calendar_week_more({ n: group.vms.length - mostNamed })}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Popup>
  )
}
