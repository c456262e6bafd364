// A page that does nothing but judge a fleet by the console's own code, and counts the frames that come late meanwhile.
import { configuration, policy, vm } from '~/domain/samples'
import { judgedRows } from '~/pages/parts/fleet/judged-rows'
import * as judging from '~/pages/parts/fleet/judging'

const count = Number(new URLSearchParams(location.search).get('n'))
const now = new Date('2026-03-02T08:00:00Z')
const hour = 3_600_000
const at = (clock, minute) => ({ by: 'policy', value: { hour: clock, minute, second: 0, offset: 60 } })
const daily = policy(configuration({ every: 'daily', time: at(2, 30) }))
const weekly = policy(
  configuration({ every: 'weekly-planned', days: { by: 'policy', value: ['monday', 'thursday'] }, time: at(4, 0) }),
)
const policies = [daily, { ...weekly, id: 'silver', name: 'Silver' }]
const assignments = policies.map(({ id, name }) => ({ policyId: id, policyName: name, values: [] }))

const vms = Array.from({ length: count }, (_, place) => vm({ id: `vm${place}`, name: `vm-${place}`, assignments }))
const outcomes = vms.map(({ id }, place) => ({
  vmId: id,
  outcome: place % 7 === 0 ? 'failed' : 'good',
  at: new Date(now.getTime() - (place % 90) * hour),
  text: place % 7 === 0 ? 'No space left on device' : null,
}))
const wholeSince = new Date('2026-02-01T00:00:00Z')
const around = {
  trail: { outcomes, replanned: [], complete: true, wholeSince, asOf: now },
  policies,
  pending: false,
  activity: [],
  judging,
}

/** Longer than this between two frames, and one was dropped. Milliseconds. */
const late = 25

globalThis.judge = () =>
  new Promise((done) => {
    const found = { took: null, frames: 0, dropped: 0 }
    let before = null
    const begun = performance.now()
    const judged = judgedRows(vms, around, now)
    const look = (time) => {
      found.frames += 1
      if (before !== null && time - before > late) found.dropped += 1
      before = time
      if (found.took === null) requestAnimationFrame(look)
      else done(found)
    }
    requestAnimationFrame(look)
    const leave = judged.subscribe(() => {
      found.took = performance.now() - begun
      leave()
    })
  })
