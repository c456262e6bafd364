import type { CSSProperties } from 'react'

import type { CalendarDay } from '~/domain/fleet-day'
import type { ScheduleLoad } from '~/domain/schedule-load'
import { roles } from '~/pages/parts/grid/grid-roles'
import { formatInstant, formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'
import { ShapeIcon } from '~/ui/state-mark'

import { HourCard } from './hour-card'
import { useCells } from './use-cells'
import { hourWords, loadWords } from './week-words'
import { dayWords } from './words'

import classes from './week.module.css'

interface WeekProps {
  readonly days: readonly CalendarDay[]
  readonly load: ScheduleLoad
  readonly zone: string
  readonly now: Date
  readonly limit: number
}

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** Hours by days; each cell says how many runs begin in it. */
export function WeekGrid({ days, load, zone, now, limit }: WeekProps) {
  const { box, at, opened, close, grid } = useCells({ rows: hours.length, columns: days.length }, false)
  const most = Math.max(1, ...load.hours.flatMap((day) => day.map(({ runs }) => runs)))
  const openDay = opened && days[opened.spot.column]
  const openHour = opened && load.hours[opened.spot.column]?.[opened.spot.row]
  return (
    <>
      <div ref={box} className={classes['scroller']}>
        <table {...grid} aria-label={m.calendar_week_grid()} className={classes['grid']}>
          <thead>
            <tr>
              <th scope="col" className={classes['corner']}>
                {m.calendar_week_hour()}
              </th>
              {days.map((day) => (
                <th key={day.number} scope="col" aria-label={dayWords(day, zone)} className={classes['day']}>
                  <span>{formatInstant(day.from, zone, 'weekday')}</span>
                  <strong>{formatInstant(day.from, zone, 'month-day')}</strong>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hours.map((hour) => (
              <tr key={hour}>
                <th scope="row" className={classes['hour']}>
                  {hourWords(hour)}
                </th>
                {days.map((day, column) => {
                  const cell = load.hours[column]?.[hour] ?? { runs: 0, groups: [] }
                  const over = day.from.getTime() + (hour + 1) * 3_600_000 <= now.getTime()
                  return (
                    <td
                      key={day.number}
                      {...roles.cell}
                      aria-label={over && cell.runs === 0 ? m.calendar_week_past() : loadWords(cell, limit)}
                      aria-haspopup="dialog"
                      tabIndex={at.row === hour && at.column === column ? 0 : -1}
                      data-row={hour}
                      data-column={column}
                      data-over={over || undefined}
                      data-collision={cell.runs > limit || undefined}
                      className={classes['cell']}
                    >
                      <span className={classes['load']} style={shareOf(cell.runs / most)}>
                        {cell.runs > limit && <ShapeIcon shape="alert" />}
                        {cell.runs > 0 && formatNumber(cell.runs)}
                      </span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {opened && openDay && openHour && (
        <HourCard
          key={`${openDay.number} ${opened.spot.row}`}
          anchor={opened.anchor}
          day={openDay}
          hour={opened.spot.row}
          load={openHour}
          zone={zone}
          words={loadWords(openHour, limit)}
          onClose={close}
        />
      )}
    </>
  )
}

const shareOf = (share: number): CSSProperties & Readonly<Record<'--share', string>> => ({
  '--share': `${100 * share}%`,
})
