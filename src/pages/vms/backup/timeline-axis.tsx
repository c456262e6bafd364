import { formatTick } from '~/texts/format-tick'
import { m } from '~/texts/messages'

import { percent } from './timeline-mark'
import { laneWidth } from './timeline-marks'
import { ticksOf } from './timeline-ticks'
import { placeIn } from './timeline-view'

import classes from './timeline.module.css'

/** Times along the top and their lines through the lanes, with now and the moment to come back to. For the eye only. */
export function TimelineAxis({
  range,
  zone,
  now,
  moment,
}: {
  readonly range: { readonly from: Date; readonly to: Date }
  readonly zone: string
  readonly now: Date
  readonly moment: Date | null
}) {
  const isIn = (at: Date): boolean => at >= range.from && at <= range.to
  return (
    <div className={classes['axis']} aria-hidden="true">
      {ticksOf(zone, range.from, range.to, laneWidth).map(({ at, unit }) => (
        <span
          key={at.getTime()}
          className={classes['tick']}
          data-unit={unit}
          style={{ left: percent(placeIn(range, at.getTime())) }}
        >
          <span className={classes['tickWords']}>{formatTick(at, zone, unit)}</span>
        </span>
      ))}
      {isIn(now) && (
        <>
          <span className={classes['ahead']} style={{ left: percent(placeIn(range, now.getTime())) }} />
          <Line at={now} range={range} kind="now" words={m.timeline_now()} />
        </>
      )}
      {moment && isIn(moment) && <Line at={moment} range={range} kind="moment" words={m.timeline_moment_line()} />}
    </div>
  )
}

const Line = ({
  at,
  range,
  kind,
  words,
}: {
  readonly at: Date
  readonly range: { readonly from: Date; readonly to: Date }
  readonly kind: 'now' | 'moment'
  readonly words: string
}) => {
  const place = placeIn(range, at.getTime())
  return (
    <span
      className={classes['at']}
      data-kind={kind}
      // Before its line, where there is room: the words of now stand behind theirs.
      data-before={(kind === 'moment' && place > 0.15) || undefined}
      style={{ left: percent(place) }}
    >
      <span className={classes['atWords']}>{words}</span>
    </span>
  )
}
