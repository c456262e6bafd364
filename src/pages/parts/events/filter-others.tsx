import { Button, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useForm } from 'react-hook-form'

import { FilterButton } from '~/pages/parts/toolbar/filter-button'
import { m } from '~/texts/messages'

import type { EventView, NameFilter, Offers } from './event-view'
import { nameWords } from './filter-words'

import classes from './events.module.css'

type Names = EventView['names']

/** The filters that few people need, together behind one button. Names are typed, or taken from those in sight. */
export function OtherFilters({
  filters,
  names,
  offers,
  onChange,
}: {
  readonly filters: readonly NameFilter[]
  readonly names: Names
  readonly offers: Offers
  readonly onChange: (names: Names) => void
}) {
  const active = filters.filter((filter) => names[filter] !== undefined).length
  return (
    <FilterButton
      label={active === 0 ? m.events_filter_others() : m.events_filter_others_count({ n: active })}
      about={m.events_filter_others()}
      active={active > 0}
    >
      {(done) => (
        <Fields
          filters={filters}
          names={names}
          offers={offers}
          onApply={(given) => {
            onChange(given)
            done()
          }}
        />
      )}
    </FilterButton>
  )
}

function Fields({
  filters,
  names,
  offers,
  onApply,
}: {
  readonly filters: readonly NameFilter[]
  readonly names: Names
  readonly offers: Offers
  readonly onApply: (names: Names) => void
}) {
  const listId = useId()
  const { register, handleSubmit } = useForm<Names>({ defaultValues: names })
  const apply = (given: Names): void => {
    const filled = filters.flatMap((filter) => {
      const value = given[filter]?.trim()
      return value ? [[filter, value] as const] : []
    })
    const others = Object.entries(names).filter(([name]) => !filters.some((filter) => filter === name))
    onApply(Object.fromEntries([...others, ...filled]))
  }
  return (
    <form className={classes['others']} onSubmit={(event) => void handleSubmit(apply)(event)}>
      {filters.map((filter) => (
        <div key={filter}>
          <TextInput
            label={nameWords[filter]()}
            list={`${listId}-${filter}`}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            {...register(filter)}
          />
          <datalist id={`${listId}-${filter}`}>
            {(offers[filter] ?? []).slice(0, 200).map(({ value }) => (
              <option key={value}>{value}</option>
            ))}
          </datalist>
        </div>
      ))}
      <Button type="submit" size="xs">
        {m.events_filter_apply()}
      </Button>
    </form>
  )
}
