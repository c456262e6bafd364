import { expect, test } from 'vitest'

import { withWayBack } from './way-in'

test('the page to come back to is one part of the address, whatever stands in it', () => {
  expect(withWayBack('/oauth2/start?rd={return}', '/vms?text=a&b=$&#')).toBe(
    '/oauth2/start?rd=%2Fvms%3Ftext%3Da%26b%3D%24%26%23',
  )
  expect(withWayBack('https://id.example/in', '/vms')).toBe('https://id.example/in')
})
