import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'

import { failuresOfDay } from '~/api/queries/trail'
import { day } from '~/domain/calendar'
import { seesAllEnds, seesEnds } from '~/domain/failure-sight'
import { tellsPlannedEnds } from '~/domain/privilege'
import { FailureNote } from '~/pages/parts/failure/failure-note'
import type { VmRow } from '~/pages/parts/fleet/fleet-rows'
import { useActor } from '~/pages/parts/use-actor'
import { paths } from '~/pages/paths'
import { causeWords } from '~/texts/failure-titles'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'
import { Panel } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'
import { Age } from '~/ui/time'

import { type FailureGroup, failureGroups } from './groups'
import { toList } from './links'

import classes from './overview.module.css'

const most = 50

/** The failures that stand, by cause. */
export function FailuresPanel({
  rows,
  told,
  now,
}: {
  /** Null: not all is read yet. */
  readonly rows: readonly VmRow[] | null
  /** Whether the events could be read at all. */
  readonly told: boolean
  readonly now: Date
}) {
  const actor = useActor()
  const sees = seesEnds(actor)
  const groups = rows && failureGroups(rows, new Date(now.getTime() - day))
  return (
    <Panel title={m.overview_failures()} text={sees ? <OfDay /> : m.overview_failures_text()}>
      {groups === null && <SkeletonRows rows={3} />}
      {groups?.length === 0 &&
        (sees && told && tellsPlannedEnds(actor) ? (
          <EmptyState
            level={3}
            // Of ends that nobody tells this person, silence is no good news.
            shape={seesAllEnds(actor) ? 'check' : 'question'}
            title={m.overview_failures_none()}
            text={m.overview_failures_none_text()}
          />
        ) : (
          <p className={classes['soft']}>{m.overview_failures_untold()}</p>
        ))}
      {groups && groups.length > 0 && (
        <ul className={classes['groups']}>
          {groups.map((group) => (
            <Group key={group.cause} group={group} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** How many backups failed in the last 24 hours, whatever came after them. */
function OfDay() {
  const read = useQuery(failuresOfDay())
  const n = read.data?.failures.length ?? 0
  // That there were at least none says nothing.
  if (!read.data || (n === 0 && !read.data.complete)) return m.overview_failures_text()
  // From the very instant that was asked for, so that the list holds what was counted.
  const search = new URLSearchParams({ about: 'failed-backups', from: read.data.since.toISOString() })
  return (
    <Link to={`${paths.events()}?${search}`}>
      {read.data.complete ? m.overview_failures_day({ n }) : m.overview_failures_day_least({ n })}
    </Link>
  )
}

function Group({ group: { cause, rows, newest, recent } }: { readonly group: FailureGroup }) {
  const [first] = rows
  return (
    <li className={classes['group']}>
      <div className={classes['groupHead']}>
        <h3 className={classes['what']}>
          <bdi>{causeWords(cause)}</bdi>
        </h3>
        <Link to={toList({ cause: [cause] })}>{m.overview_failures_vms({ n: rows.length })}</Link>
      </div>
      <p className={classes['soft']}>
        {m.overview_failures_last()} <Age at={newest} />
        {recent > 0 && rows.length > 1 && ` · ${m.overview_failures_recent({ n: recent })}`}
      </p>
      <details className={classes['details']}>
        <summary>{m.overview_failures_show()}</summary>
        {first && <FailureNote facts={{ text: first.outcome?.text ?? null, at: newest, vm: first.vm }} />}
        <ul className={classes['failed']}>
          {rows.slice(0, most).map((row) => (
            <li key={row.id}>
              <Link to={paths.vm(row.id)}>
                <bdi>{row.vm.name}</bdi>
              </Link>
              <span className={classes['soft']}>
                <Age at={row.outcome?.at ?? null} zone={row.vm.timeZone} />
              </span>
            </li>
          ))}
          {rows.length > most && (
            <li>
              <Link to={toList({ cause: [cause] })}>{m.overview_more({ n: rows.length - most })}</Link>
            </li>
          )}
        </ul>
      </details>
    </li>
  )
}
