import { expect, test } from 'vitest'

import { readZones } from './settings'

test('zones by datacenter are read, and what is not of that shape is left out', () => {
  expect([...readZones('Madrid=Europe/Madrid; New York = America/New_York;;broken;=UTC')]).toEqual([
    ['Madrid', 'Europe/Madrid'],
    ['New York', 'America/New_York'],
  ])
})
