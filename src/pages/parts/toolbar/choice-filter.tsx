import { type FormEvent, useState } from 'react'

import { m } from '~/texts/messages'
import { fold, hasWords, searchWords } from '~/texts/search'

import { FilterButton } from './filter-button'

import classes from './choice-filter.module.css'
import toolbar from './toolbar.module.css'

/** A value that one can filter by. */
export interface Offer {
  /** As the platform writes it. */
  readonly value: string
  readonly label: string
}

/** Fewer are read faster than searched. */
const searchFrom = 10

/** More would not be read; the search finds the others. */
const mostShown = 100

/** A filter that takes one of the values that are known, or, where names may be out of sight, one that is typed. */
export function ChoiceFilter({
  label,
  offers,
  value,
  typed = false,
  onChoose,
}: {
  readonly label: string
  readonly offers: readonly Offer[]
  readonly value: string | null
  /** Values that nobody offered may be typed. */
  readonly typed?: boolean
  readonly onChoose: (value: string | null) => void
}) {
  return (
    <FilterButton label={label} about={m.events_filter_by({ what: label })} active={value !== null}>
      {(done) => (
        <Choices
          {...{ label, offers, value, typed }}
          onChoose={(next) => {
            onChoose(next)
            done()
          }}
        />
      )}
    </FilterButton>
  )
}

function Choices({
  label,
  offers,
  value,
  typed,
  onChoose,
}: {
  readonly label: string
  readonly offers: readonly Offer[]
  readonly value: string | null
  readonly typed: boolean
  readonly onChoose: (value: string | null) => void
}) {
  const [text, setText] = useState('')
  const hint = typed ? m.events_filter_find_or_type({ what: label }) : m.events_filter_find({ what: label })
  const wanted = text.trim().toLowerCase()
  const words = searchWords(text)
  const found = offers.filter((one) => hasWords(fold(`${one.label}\n${one.value}`), words))
  const exact = found.find((one) => [one.label, one.value].some((name) => name.toLowerCase() === wanted))
  const own = typed && wanted !== '' && !exact ? text.trim() : null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const first = exact?.value ?? own ?? (found.length === 1 ? found[0]?.value : undefined)
    if (wanted !== '' && first !== undefined) onChoose(first)
  }
  return (
    <form className={toolbar['choices']} onSubmit={submit}>
      {(typed || offers.length >= searchFrom) && (
        <input
          type="search"
          className={toolbar['find']}
          aria-label={hint}
          placeholder={hint}
          value={text}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div className={classes['offers']}>
        {own !== null && (
          <button type="submit" className={classes['offer']}>
            <bdi>{m.events_filter_use({ text: own })}</bdi>
          </button>
        )}
        {found.slice(0, mostShown).map((one) => (
          <button
            key={one.value}
            type="button"
            className={classes['offer']}
            aria-pressed={one.value === value}
            onClick={() => onChoose(one.value === value ? null : one.value)}
          >
            <bdi>{one.label}</bdi>
            {one.label !== one.value && (
              <bdi className={classes['offerValue']} translate="no">
                {one.value}
              </bdi>
            )}
          </button>
        ))}
        {found.length === 0 && own === null && <p className={toolbar['none']}>{m.events_filter_none()}</p>}
        {found.length > mostShown && (
          <p className={toolbar['none']}>{m.events_filter_more({ n: found.length - mostShown })}</p>
        )}
      </div>
    </form>
  )
}
