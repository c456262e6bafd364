import { afterEach, expect, test } from 'vitest'

import { vm } from '~/domain/samples'
import { readView } from '~/pages/parts/fleet/fleet-view'
import { prepareRows } from '~/pages/parts/fleet/row-maker'

import { inSight, matching, selection } from './selection'

const around = { trail: null, policies: null, pending: false, activity: null, judging: null }
const rows = prepareRows(
  ['a', 'b', 'c', 'd'].map((id) => vm({ id, name: id })),
  around,
  new Date(0),
)
const all = readView(new URLSearchParams())

afterEach(selection.clear)

test('a range goes along the list that was asked for last, also where it is the one of before', () => {
  matching(rows, all)
  inSight(rows.filter(({ id }) => id !== 'b'))
  matching(rows, all)
  selection.press('a', false)
  selection.press('c', true)
  expect([...selection.get()]).toEqual(['a', 'b', 'c'])
})
