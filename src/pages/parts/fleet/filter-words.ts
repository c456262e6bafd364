import { filterWords } from '~/pages/parts/evidence/list'
import { m } from '~/texts/messages'

import { facetWords, valueWords } from './facet-words'
import { facets, type View } from './fleet-view'

/** What narrows the VMs, each in words, for evidence. */
export const fleetFilterWords = ({ text, chosen }: View): readonly string[] => [
  ...filterWords(m.vms_search(), text),
  ...facets.flatMap((facet) =>
    filterWords(facetWords[facet](), chosen[facet].map((value) => valueWords(facet, value)).join('; ')),
  ),
]
