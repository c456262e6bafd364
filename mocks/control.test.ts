import { describe, expect, test } from 'vitest'

import { bench, day, origin } from './bench'

describe("the simulator's own controls", () => {
  test('the clock is skipped, set, sped up, and never runs back', async () => {
    const { control, call } = bench()
    expect(await control('clock')).toEqual({ now: '2026-03-02T08:00:00.000Z', speed: 1 })
    expect(await control('clock', { skip: day })).toMatchObject({ now: '2026-03-03T08:00:00.000Z' })
    expect(await control('clock', { now: '2026-03-29T01:00:00+01:00' })).toMatchObject({
      now: '2026-03-29T00:00:00.000Z',
    })
    expect(await control('clock', { speed: 60 })).toMatchObject({ speed: 60 })
    expect((await call('/login')).headers.get('date')).toBe('Sun, 29 Mar 2026 00:00:00 GMT')
    await expect(control('clock', { now: '2026-03-01T00:00:00Z' })).rejects.toThrow('forward')
    await expect(control('clock', { skip: -1 })).rejects.toThrow('400')
    await expect(control('clock', { now: 'soon' })).rejects.toThrow('Not an instant')
  })

  test('the people are told to everyone, without their passwords', async () => {
    const { list } = await bench().control('people')
    expect(list).toHaveLength(7)
    expect(list).toContainEqual(
      expect.objectContaining({ nick: 'operator', name: 'Priya Nair', tenant: 'Costa Verde Retail' }),
    )
  })

  test('a text is said otherwise in every answer, also inside of another, until a reset', async () => {
    const { settings, control, call } = bench()
    const nameOf = async () =>
      (await call('/cloud/virtualdatacenters/13/virtualappliances/105/virtualmachines/1015')).body
    await settings({ texts: { 'erp-app-01': '$& <b>' } })
    expect(await nameOf()).toMatchObject({ label: '$& <b>' })
    expect(JSON.stringify((await call('/events')).body)).not.toContain('erp-app-01')
    await control('reset', {})
    expect(await nameOf()).toMatchObject({ label: 'erp-app-01' })
  })

  test('settings are reported with the time zones of the datacenters, and a fleet makes a larger world', async () => {
    const { control, settings } = bench()
    expect(await control('settings')).toMatchObject({
      datacenters: [
        { name: 'Barcelona', timeZone: 'Europe/Madrid', plugin: 'VEEAM10', severalPolicies: false },
        { name: 'London', timeZone: 'Europe/London', plugin: 'AVAMAR', severalPolicies: true },
        { name: 'Lisbon', timeZone: 'Europe/Lisbon', plugin: null, severalPolicies: false },
      ],
    })
    expect(await settings({ fleet: 500 })).toMatchObject({ vms: 500 })
    await expect(control('settings', { unknown: 1 })).rejects.toThrow('400')
    await expect(control('settings', { datacenters: { Paris: {} } })).rejects.toThrow('DC-0')
  })

  test('a fault answers instead of the platform: which, how often, and as what', async () => {
    const { control, call, raw } = bench()
    await control('faults', {
      rules: [
        { method: 'GET', path: '/cloud/virtualmachines', status: 503, times: 2, body: 'html' },
        { path: '/cloud/*/1', status: 409, code: '409-CONFLICT-StaleObject', message: 'Changed' },
        { path: '/events', after: 1, status: 500, body: 'garbage' },
      ],
    })
    const first = await raw('/api/cloud/virtualmachines')
    expect(first.status).toBe(503)
    expect(await first.text()).toContain('<html>')
    expect((await call('/cloud/virtualmachines')).status).toBe(503)
    expect((await call('/cloud/virtualmachines')).status).toBe(200)
    expect(await call('/cloud/locations/1')).toMatchObject({ status: 409, code: '409-CONFLICT-StaleObject' })
    expect((await call('/events')).status).toBe(200)
    expect((await call('/events')).status).toBe(500)
  })

  test('a request is lost on its way, or its answer is', async () => {
    const { control, raw, pathOf, vm } = bench()
    const path = `/api${await pathOf('erp-app-02')}/action/undeploy`
    await control('faults', {
      rules: [
        { method: 'POST', drop: true, times: 1 },
        { method: 'POST', dropAfter: true },
      ],
    })
    expect((await raw(path, { method: 'POST' })).type).toBe('error')
    expect((await vm('erp-app-02'))['state']).toBe('OFF')
    expect((await raw(path, { method: 'POST' })).type).toBe('error')
    expect((await vm('erp-app-02'))['state']).toBe('LOCKED')
  })

  test('sessions end when told to', async () => {
    const { control, call } = bench()
    const token = (await call('/login')).headers.get('x-abiquo-token') ?? ''
    await control('faults', { endSessions: true })
    const headers = { authorization: `Token ${token}` }
    expect((await call('/login', { headers })).status).toBe(401)
    expect((await call('/login', { headers })).status).toBe(401)
    expect((await call('/login')).status).toBe(200)
  })

  test('an unknown control is not found', async () => {
    const { server } = bench()
    expect((await server(new Request(`${origin}/simulator/nothing`))).status).toBe(404)
  })
})
