import type { LoadGroup, ScheduleLoad } from '~/domain/schedule-load'
import { m } from '~/texts/messages'
import { Panel } from '~/ui/page'

import { groupWords } from './week-words'

import classes from './page.module.css'

/** Runs that no hour can be named for. */
export const WeekApart = ({ load }: { readonly load: ScheduleLoad }) => (
  <div className={classes['below']}>
    <Panel title={m.calendar_week_apart()}>
      <div className={classes['apart']}>
        <Groups title={m.calendar_week_hourly()} text={m.calendar_week_hourly_text()} groups={load.hourly} />
        <Groups title={m.calendar_week_delegated()} text={m.calendar_week_delegated_text()} groups={load.delegated} />
      </div>
    </Panel>
  </div>
)

function Groups({
  title,
  text,
  groups,
}: {
  readonly title: string
  readonly text: string
  readonly groups: readonly LoadGroup[]
}) {
  return (
    <section>
      <h3>{title}</h3>
      <p className={classes['soft']}>{text}</p>
      {groups.length === 0 ? (
        <p>{m.calendar_week_nothing()}</p>
      ) : (
        <ul>
          {groups.map((group) => (
            <li key={`${group.policyId} ${group.datacenter ?? ''}`}>
              <bdi>{groupWords(group)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
