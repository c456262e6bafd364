import type { ReactNode } from 'react'

import { asksForErrors, type Topic } from '~/domain/event-topic'
import { ChoiceFilter, type Offer } from '~/pages/parts/toolbar/choice-filter'
import { FilterChips } from '~/pages/parts/toolbar/filter-chips'
import { SearchBox } from '~/pages/parts/toolbar/search-box'
import { eventWords } from '~/texts/event-words'
import { m } from '~/texts/messages'
import { compareWords } from '~/texts/order'
import { severityWords } from '~/texts/states'

import { chipsOf } from './event-chips'
import {
  type EventView,
  type Filters,
  type NameFilter,
  type Offers,
  severities,
  withName,
  withoutFilters,
} from './event-view'
import { OtherFilters } from './filter-others'
import { TimeFilter } from './filter-time'
import { nameWords, topicWords } from './filter-words'

import classes from './events.module.css'
import toolbar from '~/pages/parts/toolbar/toolbar.module.css'

/** Filters with a button of their own. */
const oftenUsed: readonly NameFilter[] = ['datacenter', 'tenant', 'vm', 'performedBy']

interface ToolbarProps {
  readonly filters: Filters
  readonly view: EventView
  /** The platform's own names of actions. */
  readonly actions: readonly string[]
  readonly offers?: Offers
  readonly onChange: (view: EventView) => void
  /** More controls, at the end of the line. */
  readonly children?: ReactNode
}

const noOffers: Offers = {}

/** The controls that narrow a list of events. A change goes back to the first page. */
export function EventToolbar({ filters, view, actions, offers = noOffers, onChange, children }: ToolbarProps) {
  const change = (part: Partial<EventView>): void => onChange({ ...view, ...part, page: 1 })
  const rename = (name: NameFilter, value: string | null): void => change({ names: withName(view.names, name, value) })
  const has = (name: NameFilter): boolean => filters.names.includes(name)
  const others = filters.names.filter((name) => name !== 'text' && !oftenUsed.includes(name))
  const chips = chipsOf(view, offers, change)
  return (
    <search className={toolbar['toolbar']} aria-label={m.events_filters()}>
      <Topics topics={filters.topics} about={view.about} onChoose={(about) => change(aboutOf(view, about))} />
      <div className={toolbar['line']}>
        {has('text') && (
          <SearchBox
            text={view.names.text ?? ''}
            label={m.events_search()}
            hint={m.events_search()}
            onText={(text) => rename('text', text)}
          />
        )}
        <div className={toolbar['filters']}>
          <ChoiceFilter
            label={m.events_severity()}
            offers={severities.map((severity) => ({
              value: severity,
              label: severityWords({ severity, severityText: severity }),
            }))}
            value={view.severity}
            onChoose={(chosen) =>
              change({
                severity: severities.find((severity) => severity === chosen) ?? null,
                // Failures are errors by themselves.
                about: asksForErrors(view.about) ? null : view.about,
              })
            }
          />
          <ChoiceFilter
            label={m.events_filter_action()}
            offers={actionOffers(actions, view.action)}
            value={view.action}
            typed
            onChoose={(action) => change({ action, about: null })}
          />
          <TimeFilter span={view} onChange={change} />
          {oftenUsed.filter(has).map((name) => (
            <ChoiceFilter
              key={name}
              label={nameWords[name]()}
              offers={offers[name] ?? []}
              value={view.names[name] ?? null}
              typed
              onChoose={(value) => rename(name, value)}
            />
          ))}
          {others.length > 0 && (
            <OtherFilters filters={others} names={view.names} offers={offers} onChange={(names) => change({ names })} />
          )}
        </div>
        {children !== undefined && <div className={toolbar['ways']}>{children}</div>}
      </div>
      {(chips.length > 0 || view.names.text !== undefined) && (
        <FilterChips chips={chips} clear={m.events_filter_clear()} onClear={() => onChange(withoutFilters(view))} />
      )}
    </search>
  )
}

/** A ready-made question takes the place of an action, and failures that of a severity. */
const aboutOf = (view: EventView, about: Topic | null): Partial<EventView> => ({
  about,
  ...(about !== null && { action: null }),
  severity: asksForErrors(about) ? null : view.severity,
})

const actionOffers = (actions: readonly string[], chosen: string | null): readonly Offer[] =>
  [...new Set([...actions, ...(chosen === null ? [] : [chosen])])]
    .map((value) => ({ value, label: eventWords(value) ?? value }))
    .toSorted((a, b) => compareWords(a.label, b.label))

function Topics({
  topics,
  about,
  onChoose,
}: {
  readonly topics: readonly Topic[]
  readonly about: Topic | null
  readonly onChoose: (about: Topic | null) => void
}) {
  return (
    <fieldset className={classes['topics']}>
      <legend>{m.events_topics()}</legend>
      {[null, ...topics].map((topic) => (
        <button
          key={topic ?? 'all'}
          type="button"
          className={classes['topic']}
          aria-pressed={about === topic}
          onClick={() => onChoose(topic)}
        >
          {topic === null ? m.events_about_all() : topicWords[topic]()}
        </button>
      ))}
    </fieldset>
  )
}
