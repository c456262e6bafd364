import { describe, expect, test } from 'vitest'

import { eventsPath, toEvent, toFailure } from './to-event'
import { event } from './wire-work'

const window = { offset: 0, limit: 25 }
const queryOf = (path: string) => Object.fromEntries(new URLSearchParams(path.replace('/events?', '')))

describe('a query of the trail', () => {
  test('names everything by the keys of the platform', () => {
    const path = eventsPath(
      {
        offset: 50,
        limit: 25,
        severity: 'warning',
        action: 'BACKUP_POLICY_CREATE',
        from: new Date('2026-03-01T00:00:00.900Z'),
        to: new Date('2026-03-02T00:00:00Z'),
        datacenter: 'Oslo & Bergen',
        tenant: 'Acme',
        vm: 'ABQ_1',
        virtualAppliance: 'Shop',
        virtualDatacenter: 'Front',
        user: 'ada',
        performedBy: 'Ada Byron',
        component: 'BACKUP_POLICY',
        text: 'created',
        rack: 'R1',
        physicalMachine: 'esx-01',
        storageSystem: 'NetApp',
        storagePool: 'fast',
        volume: 'data',
        network: 'green',
        subnet: '10.0.0.0',
      },
      '5.2',
    )
    expect(queryOf(path)).toEqual({
      startwith: '50',
      limit: '25',
      severity: 'WARN',
      actionperformed: 'BACKUP_POLICY_CREATE',
      datefrom: '1772323200',
      dateto: '1772409600',
      datacenter: 'Oslo & Bergen',
      enterprise: 'Acme',
      virtualmachine: 'ABQ_1',
      virtualapp: 'Shop',
      virtualdatacenter: 'Front',
      user: 'ada',
      performedby: 'Ada Byron',
      component: 'BACKUP_POLICY',
      stacktrace: 'created',
      rack: 'R1',
      physicalmachine: 'esx-01',
      storagesystem: 'NetApp',
      storagepool: 'fast',
      volume: 'data',
      network: 'green',
      subnet: '10.0.0.0',
      by: 'timestamp',
      asc: 'false',
    })
  })

  test('says nothing of filters that are not set, and asks for all times', () => {
    const empty = { ...window, datacenter: '', user: '', text: '' }
    expect(queryOf(eventsPath(empty, '6.0'))).toEqual({
      datefrom: '1970-01-01T00:00:00Z',
      limit: '25',
      by: 'timestamp',
      asc: 'false',
    })
  })
})

test('an event names the parts of the infrastructure that it is about, and no others', () => {
  const about = event.parse({ id: 7, physicalMachine: 'esx-01', rack: 'R1', storagePool: '', network: null })
  expect(toEvent(about).places).toEqual({ rack: 'R1', physicalMachine: 'esx-01' })
  expect(toEvent(event.parse({ id: 7 })).places).toEqual({})
})

describe('a failed backup', () => {
  const at = '2026-03-01T02:00:00.000+0000'

  test('is told with its time and place', () => {
    expect(toFailure(event.parse({ id: 7, timestamp: at, severity: 'ERROR', datacenter: 'Oslo' }))).toEqual({
      id: '7',
      at: new Date(at.replace('+0000', 'Z')),
      datacenter: 'Oslo',
    })
  })

  test('is none without a time, or when it did not fail', () => {
    expect(toFailure(event.parse({ id: 7, severity: 'ERROR' }))).toBeNull()
    for (const severity of ['INFO', 'WARN', 'ODD', null])
      expect(toFailure(event.parse({ id: 7, timestamp: at, severity }))).toBeNull()
  })
})
