import { environmentManager, focusManager } from '@tanstack/react-query'
import * as fc from 'fast-check'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'

import { abiquoNight } from './night-abiquo.bench'
import { cloudCixNight } from './night-cloudcix.bench'
import { type Weather, weatherNames } from './night-line.bench'
import { openNebulaNight } from './night-opennebula.bench'
import { type NightPage, openPage } from './night-page.bench'
import { people } from './night-people.bench'
import { manyTruly, noStorm, recovered, stillShown, toldTruly } from './night-proof.bench'
import { openScreens } from './night-screens.bench'
import type { DeedName, NightStage } from './night-stage.bench'

/*
 * "A night of bad network loses nothing", as a property: hours of any weather on the line, people who do things by what
 * they see, and in the morning an account of everything. A failure prints its seed and the night; it is not made shorter, for
 * that would take a hundred nights more. HOLDFAST_NIGHTS=1000 looks further than the few nights of each run.
 */

const [second, minute] = [1_000, 60_000]

interface Hour {
  readonly weather: Weather
  readonly deeds: readonly DeedName[]
}

const nightsOf = ({ deeds }: NightStage) =>
  fc.record({
    seed: fc.nat(),
    hours: fc.array(
      fc.record<Hour>({
        weather: fc.constantFrom(...weatherNames),
        deeds: fc.array(fc.constantFrom(...deeds), { maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })

async function inTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const [first, ...rest] = items
  if (first === undefined) return
  await work(first)
  await inTurn(rest, work)
}

/** Lets a night pass, and gives all that was lost or told wrongly. */
async function lostIn(page: NightPage, hours: readonly Hour[]): Promise<readonly string[]> {
  const { time, dice, line } = page
  const lost = new Set<string>()
  const note = (found: readonly string[]): void => {
    for (const one of found) lost.add(one)
  }
  const colleague = await page.newNeighbour('operator')
  await page.stage.prepare?.(colleague)

  const { rows: vms } = await colleague.listVms({ offset: 0, limit: 1_000 })
  const places = (await page.api.listDatacenters()).rows
  const datacenter = places.length > 0 ? dice.of(places).id : ''
  const { screens, close } = openScreens(page, dice.of(vms).id, datacenter)
  await time.pass(10 * second)
  const there = stillShown(screens, page)
  const those = people(page, vms, colleague)
  const quiet: (readonly [number, number])[] = []
  note(there())

  await inTurn(hours, async ({ weather, deeds }) => {
    line.become(weather)
    const offline = weather === 'gone' && dice.between(0, 1) === 1
    if (offline) page.online(false)
    await inTurn(deeds, async (what) => {
      await page.touch()
      await time.pass(dice.between(1, 60) * second)
      those.act(what, datacenter)
      await time.pass(dice.between(1, 240) * second)
      note(there())
    })
    const [left, spans] = [time.now() + 5 * minute, Array.from({ length: 8 })]
    await inTurn(
      spans.map((_, at) => at),
      async () => {
        await time.pass(dice.between(4, 7) * minute)
        note(there())
      },
    )
    quiet.push([left, time.now()])
    if (offline) page.online(true)
  })

  line.become('fine')
  await time.pass(4 * minute)
  await page.touch()
  await time.pass(minute)
  await page.touch()
  await time.pass(6 * minute)
  await page.touch()
  await time.pass(minute)
  note(await recovered(screens, page, await page.newNeighbour(page.stage.me)))
  note(await toldTruly(those.deeds))
  note(manyTruly(page, those))
  note(noStorm(page, quiet))
  note(page.rejected.map((reason) => `nobody caught ${String(reason)}`))
  close()
  return [...lost]
}

/** Parts that the console fetches when they are asked for; how long that takes is not a matter of this night. */
beforeAll(() =>
  Promise.all([
    import('../abiquo/administration'),
    import('../abiquo/machine-work'),
    import('../abiquo/protection'),
    import('../abiquo/trail'),
  ]),
)
// Without a window it would take this for a server, and ask nothing by itself.
environmentManager.setIsServer(() => false)

afterEach(() => {
  focusManager.setFocused(undefined)
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** Always the same few nights, so that no change is blamed for a night that chance brought; who looks further gets other ones. */
const further = Number(process.env['HOLDFAST_NIGHTS'] ?? 0)

test.each<readonly [string, number, () => NightStage]>([
  ['Abiquo', 6, abiquoNight],
  ['OpenNebula, of an administrator', 3, openNebulaNight('cloudadmin')],
  ['OpenNebula, of an owner', 3, openNebulaNight('operator')],
  ['CloudCIX', 3, cloudCixNight('iaas')],
  ['CloudCIX, the second generation', 3, cloudCixNight('compute')],
])('a night of bad network loses nothing: %s', { timeout: (further || 6) * minute }, async (_, usual, newStage) => {
  const spend = async ({ seed, hours }: { readonly seed: number; readonly hours: readonly Hour[] }): Promise<void> => {
    const page = await openPage(newStage(), seed)
    const lost = await lostIn(page, hours).finally(page.close)
    expect(lost).toEqual([])
  }
  await fc.assert(fc.asyncProperty(nightsOf(newStage()), spend), {
    numRuns: further || usual,
    endOnFailure: true,
    ...(further === 0 && { seed: 1 }),
  })
})
