import type { FilterChip } from '~/pages/parts/toolbar/filter-chips'
import { m } from '~/texts/messages'

import { facetWords, valueWords } from './facet-words'
import { type Facet, facets, type View } from './fleet-view'

/** The values of facets that are chosen, each to be taken off. */
export const facetChips = ({ chosen }: View, onToggle: (facet: Facet, value: string) => void): readonly FilterChip[] =>
  facets.flatMap((facet) =>
    chosen[facet].map((value) => ({
      key: `${facet} ${value}`,
      label: facetWords[facet](),
      value: valueWords(facet, value),
      remove: m.vms_filter_remove({ facet: facetWords[facet](), value: valueWords(facet, value) }),
      onRemove: () => onToggle(facet, value),
    })),
  )
