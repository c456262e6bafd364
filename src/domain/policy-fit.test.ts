import { describe, expect, test } from 'vitest'

import type { BackupSystem } from './capability'
import type { Timing } from './policy'
import { maySavePolicy, unfit } from './policy-fit'
import { actor, anyone, configuration, policy, site } from './samples'

const daily: Timing = { every: 'daily', time: { by: 'vm' } }
const once: Timing = { every: 'defined-hour', at: { by: 'vm' } }

const known = site({ can: { replication: false } }).system
const veeam: BackupSystem | null = known && { ...known, periodicities: new Map([['complete', ['daily']]]) }

const codes = (of: ReturnType<typeof unfit>) => of.map(({ reason }) => reason)

describe('a policy and the backup system that is to run it', () => {
  test('fit when the system makes each of its kinds', () => {
    expect(unfit(veeam, policy(configuration(daily)))).toEqual([])
  })

  test('name what the system never does, once for each', () => {
    const asked = policy(configuration(once), configuration(daily, { type: 'snapshot' }))
    expect(codes(unfit(veeam, { ...asked, replication: true }))).toEqual([
      { code: 'kind-not-supported', system: 'Veeam 10', type: 'complete', periodicity: 'defined-hour' },
      { code: 'kind-not-supported', system: 'Veeam 10', type: 'snapshot', periodicity: null },
      { code: 'no-capability', system: 'Veeam 10', capability: 'replication' },
    ])
  })

  test('are not judged where nothing is known', () => {
    const strange = configuration({ every: 'unknown', text: 'YEARLY' })
    expect(unfit(veeam, policy(strange, configuration(daily, { type: 'unknown' })))).toEqual([])
    expect(unfit(null, policy(configuration(once)))).toEqual([])
    expect(unfit(known, policy(configuration(once)))).toEqual([])
  })
})

describe('a policy may be saved', () => {
  const here = { actor: anyone, online: true }

  test('when something is new in it and nothing wrong', () => {
    expect(maySavePolicy(here, { changed: true, problems: 0 })).toEqual({ ok: true })
    expect(maySavePolicy(here, { changed: false, problems: 0 })).toMatchObject({ reason: { code: 'nothing-changed' } })
    expect(maySavePolicy(here, { changed: true, problems: 2 })).toMatchObject({
      reason: { code: 'values-wrong', count: 2 },
    })
  })

  test('by those who may change the backup side, while there is a network', () => {
    expect(
      maySavePolicy({ actor: actor('infrastructure.view'), online: true }, { changed: true, problems: 0 }),
    ).toMatchObject({ reason: { code: 'privilege' } })
    expect(maySavePolicy({ ...here, online: false }, { changed: true, problems: 0 })).toMatchObject({
      reason: { code: 'offline' },
    })
  })
})
