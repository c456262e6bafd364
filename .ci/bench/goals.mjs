// What is promised of speed, each as a figure of ours against a figure of a floor, or against a limit.

const ms = (value) => `${Math.round(value).toLocaleString('en')} ms`
const mb = (value) => `${value.toFixed(1)} MB`
const percent = (value) => `${value.toFixed(1)} %`
const count = (value) => Math.round(value).toLocaleString('en')
const rate = (value) => `${value.toFixed(1)} a minute`

const times = (what, ours, floor, most, unit = ms) => ({ what, ours, floor, most, unit, by: 'ratio' })
const atMost = (what, ours, most, unit = ms) => ({ what, ours, floor: null, most, unit, by: 'limit' })
const over = (what, ours, floor, most, unit = percent) => ({ what, ours, floor, most, unit, by: 'difference' })

/** A figure is named by group, subject, size of the world and what it says. */
export const goals = [
  times('List visible, cold', 'cold console 1000 list', 'cold mantine 1000 list', 1.3),
  times('List visible, warm', 'warm console 1000 list', 'warm mantine 1000 list', 1.4),
  times('List visible, slow', 'slow console 1000 list', 'slow mantine 1000 list', 1.25),
  times('First paint, slow, against a floor with a shell', 'slow console 1000 paint', 'slow early 1000 paint', 1.3),
  times('Blocked time, slow', 'slow console 1000 blocked', 'slow mantine 1000 blocked', 1.4),
  times(
    'Heap, 1,000 VMs, against the grid of Mantine cards',
    'cold console 1000 heap',
    'cold grid-mantine 1000 heap',
    2,
    mb,
  ),
  atMost('Longest task after the list shows, slow', 'slow console 1000 longest', 200),
  times('Search, 10,000 VMs, CPU ÷ 4: INP', 'hands console 10000 inp', 'hands grid 10000 inp', 2),
  times('Search: last key to result', 'hands console 10000 lastKey', 'hands grid 10000 lastKey', 1.6),
  over('Scroll: late frames, points over the floor', 'hands console 10000 late', 'hands grid 10000 late', 5),
  times(
    'Scroll: script, style and layout per 1,000 px',
    'hands console 10000 perThousand',
    'hands grid 10000 perThousand',
    1.4,
  ),
  times('Far jump to a painted card', 'hands console 10000 jump', 'hands grid 10000 jump', 1.6),
  times('10,000 against 1,000: INP', 'hands console 10000 inp', 'hands console 1000 inp', 1.25),
  times('10,000 against 1,000: last key to result', 'hands console 10000 lastKey', 'hands console 1000 lastKey', 1.25),
  times(
    '10,000 against 1,000: scroll per 1,000 px',
    'hands console 10000 perThousand',
    'hands console 1000 perThousand',
    1.25,
  ),
  times('10,000 against 1,000: elements', 'hands console 10000 elements', 'hands console 1000 elements', 1.25, count),
  times('List visible, slow: 100,000 against 1,000', 'slow console 100000 list', 'slow console 1000 list', 1.3),
  times('Heap: 100,000 against 1,000', 'cold console 100000 heap', 'cold console 1000 heap', 1.5, mb),
  atMost('Far jump, 100,000, from the answer to the paint', 'hands console 100000 answered', 150),
  times('Results of one VM, slow: 10,000 against 1,000', 'slow results 9950 list', 'slow results 950 list', 1.3),
  times('Heap of results: 10,000 against 1,000', 'slow results 9950 heap', 'slow results 950 heap', 1.5, mb),
  atMost('Far jump among 10,000 results, from the answer to the paint', 'jump results 9950 answered', 150),
  { ...atMost('100,000 VMs judged: frames dropped', 'judge console 100000 dropped', 0, count), of: 'worst' },
  atMost('100,000 VMs judged', 'judge console 100000 took', 2_000),
  atMost('Idle: requests, page in sight', 'idle console 1000 seen', 2, rate),
  atMost('Idle: requests, page hidden', 'idle console 1000 hidden', 0, rate),
]

const worst = (values) => (values.length === 0 ? null : Math.max(...values))

const middle = (values) => {
  const inOrder = values.filter((value) => Number.isFinite(value)).toSorted((a, b) => a - b)
  const half = inOrder.length / 2
  if (inOrder.length === 0) return null
  return Number.isInteger(half) ? (inOrder[half - 1] + inOrder[half]) / 2 : inOrder[Math.floor(half)]
}

/** The table of all goals whose figures were measured. `values` by name of a figure. */
export function table(values) {
  const lines = goals.flatMap(({ what, ours, floor, most, unit, by, of }) => {
    const one = of === 'worst' ? worst : middle
    const [own, base] = [one(values.get(ours) ?? []), floor && middle(values.get(floor) ?? [])]
    if (own === null || (floor !== null && base === null)) return []
    const value = { ratio: own / base, difference: own - base, limit: own }[by]
    const shown = { ratio: `${value.toFixed(2)} ×`, difference: `${value.toFixed(1)} points`, limit: unit(own) }[by]
    const goal = { ratio: `${most} ×`, difference: `${most} points`, limit: unit(most) }[by]
    const met = value <= most ? 'yes' : '**no**'
    return [`| ${[what, unit(own), floor === null ? '–' : unit(base), shown, goal, met].join(' | ')} |`]
  })
  return [
    '| what | Holdfast | against | measured | at most | met |',
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...lines,
  ].join('\n')
}
