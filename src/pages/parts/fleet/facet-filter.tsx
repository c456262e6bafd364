import { useState } from 'react'

import { FilterButton } from '~/pages/parts/toolbar/filter-button'
import { formatNumber } from '~/texts/format'
import { m } from '~/texts/messages'
import { fold, hasWords, searchWords } from '~/texts/search'
import { CheckBox } from '~/ui/check-box'

import { facetWords, valueWords } from './facet-words'
import type { VmRow } from './fleet-rows'
import type { Facet } from './fleet-view'
import { choicesOf } from './fleet-view'

import classes from '~/pages/parts/toolbar/toolbar.module.css'

const manyChoices = 10
const mostShown = 200

interface FacetProps {
  readonly facet: Facet
  readonly rows: readonly VmRow[]
  readonly chosen: readonly string[]
  readonly onToggle: (value: string) => void
}

/** A button that opens the values of one facet with their numbers, to take several of them. */
export function FacetFilter(props: FacetProps) {
  const words = facetWords[props.facet]()
  const { length } = props.chosen
  return (
    <FilterButton
      label={length === 0 ? words : m.vms_filter_count({ facet: words, n: length })}
      about={m.vms_filter_by({ facet: words })}
      active={length > 0}
    >
      {() => <Choices {...props} />}
    </FilterButton>
  )
}

function Choices({ facet, rows, chosen, onToggle }: FacetProps) {
  const [text, setText] = useState('')
  const all = choicesOf(rows, facet, chosen)
  const words = searchWords(text)
  const found = all.filter(({ value }) => hasWords(fold(valueWords(facet, value)), words))
  return (
    <div className={classes['choices']}>
      {all.length > manyChoices && (
        <input
          type="search"
          className={classes['find']}
          aria-label={m.vms_filter_find({ facet: facetWords[facet]() })}
          placeholder={m.vms_filter_find({ facet: facetWords[facet]() })}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {found.slice(0, mostShown).map(({ value, count }) => (
        <label key={value} className={classes['choice']}>
          <CheckBox checked={chosen.includes(value)} onChange={() => onToggle(value)} />
          <span>
            <bdi>{valueWords(facet, value)}</bdi>
          </span>
          <span className={classes['count']}>{formatNumber(count)}</span>
        </label>
      ))}
      {found.length === 0 && <p className={classes['none']}>{m.vms_filter_none()}</p>}
      {found.length > mostShown && (
        <p className={classes['none']}>{m.vms_filter_more({ n: found.length - mostShown })}</p>
      )}
    </div>
  )
}
