import { expect, test } from 'vitest'

import { whyPartial } from './why-partial'

test('that there are too many events is not taken for a want of rights', () => {
  expect(whyPartial({ wholeSince: new Date(0) })).toMatch(/too many events/)
  expect(whyPartial({ wholeSince: new Date(0) })).not.toMatch(/open to you/)
  expect(whyPartial({ wholeSince: null })).toMatch(/not open to you, or could not be read/)
})
