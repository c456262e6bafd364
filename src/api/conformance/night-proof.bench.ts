import { isRequested } from '~/domain/task'
import { traceOf } from '~/domain/trace'

import type { Platform } from '../port'
import { queryClient, serverTime, vmTasks } from '../queries'
import { backups } from '../queries/backups'
import { session } from '../session'
import type { NightPage } from './night-page.bench'
import type { Deed, People } from './night-people.bench'
import type { Screen } from './night-screens.bench'

const minute = 60_000

/** What is read again by itself is this old at most, where nothing is said of its age. */
const oldest = 7 * minute

/**
 * So many requests a minute are sent at most while nobody does anything. While work on the VM that is open goes on, its
 * tasks are asked for every two seconds and the VM every three.
 */
const mostInAMinute = 60

/** While the line is bad: what was read is still there, and where it is old that is said. */
export function stillShown(screens: readonly Screen[], { time }: NightPage): () => readonly string[] {
  const least = new Map(screens.map((one) => [one.name, one.look().rows ?? 0]))
  return () =>
    screens.flatMap((one) => {
      const { shown, rows, error, updatedAt } = one.look()
      const { state } = session.get()
      const old = one.polled && error === null && state === 'signed-in' && time.now() - updatedAt > oldest
      return [
        ...(shown === undefined ? [`${one.name}: nothing is shown any more`] : []),
        ...(rows !== null && rows < (least.get(one.name) ?? 0) ? [`${one.name}: rows are gone, ${rows} are left`] : []),
        ...(old ? [`${one.name}: old, and nobody is told`] : []),
      ]
    })
}

/** Where two texts part; null where they are the same. */
function partedAt(shown = '', there = ''): string | null {
  if (shown === there) return null
  const at = Array.from(shown).findIndex((sign, place) => sign !== there[place])
  const near = (text: string): string => text.slice(Math.max(0, at - 80), at + 120)
  return `${near(shown)} / ${near(there)}`
}

/** In the morning: all came back by itself, and is what the platform has. */
export async function recovered(
  screens: readonly Screen[],
  { time }: NightPage,
  neighbour: Platform,
): Promise<readonly string[]> {
  const alone = screens
    .filter(({ polled }) => polled)
    .flatMap((one) => {
      const { error, updatedAt } = one.look()
      return error || time.now() - updatedAt > 5 * minute ? [`${one.name}: did not come back, ${error?.kind}`] : []
    })
  // Twice: what some ask goes by what others were told.
  await queryClient.refetchQueries({ type: 'active' })
  await time.pass(minute / 2)
  await queryClient.refetchQueries({ type: 'active' })
  await neighbour.listVms({ offset: 0, limit: 1_000 })
  const truths = await Promise.all(screens.map(({ truth }) => truth(neighbour)))
  const other = screens.flatMap(({ name, look }, at) => {
    const where = partedAt(JSON.stringify(look().shown), JSON.stringify(truths[at]))
    return where === null ? [] : [`${name}: is not what the platform has: ${where}`]
  })
  return [...alone, ...other]
}

/** What a person who was told "not known" is told by who looks: it must not be less, nor more, than what happened. */
async function toldByLooking({ told, about, at, sent, place }: Deed, deeds: readonly Deed[]): Promise<string | null> {
  if (told !== 'not known' || about === null) return null
  const [tasks, results] = await Promise.all([
    queryClient.fetchQuery({ ...vmTasks(about.vmId), staleTime: 0 }),
    queryClient.fetchQuery({ ...backups(about.vmId), staleTime: 0 }),
  ])
  const since = new Date(serverTime(at).getTime() - 5_000)
  const found = traceOf(about.kind, since, { tasks, results: results.rows })
  // What was taken back since leaves nothing to be seen.
  const takenBack = deeds.some((one) => one.what === 'take back' && one.place === place && one.at >= at)
  if (sent.some(({ done }) => done > 0)) return found || takenBack ? null : 'was done, and who looks is told of nothing'
  return found?.by === 'task' && !isRequested(found.task) ? 'was not done, and a planned backup passes for it' : null
}

/** Each was sent once at most, and what the person was told of it is so. */
export async function toldTruly(deeds: readonly Deed[]): Promise<readonly string[]> {
  const looked = await Promise.all(deeds.map((deed) => toldByLooking(deed, deeds)))
  return deeds.flatMap((deed, at) => {
    const { told, sent, what, place, why } = deed
    const done = sent.reduce((sum, one) => sum + one.done, 0)
    const twice = sent.length - new Set(sent.map(({ path: one }) => one)).size
    const wrong = [
      ...(twice > 0 ? [`was sent ${sent.length} times`] : []),
      ...(told === 'nothing' ? ['nobody was told'] : []),
      ...(told === 'done' && sent.at(-1)?.done !== 1 ? ['was not done'] : []),
      ...(told === 'not done' && why?.code !== 'PARTLY' && done !== 0 ? ['was done'] : []),
      ...(why?.code === 'PARTLY' && done === 0 ? ['nothing was done'] : []),
      ...(told === 'not known' && sent.length === 0 ? ['was never sent'] : []),
      ...(looked[at] ? [looked[at]] : []),
    ]
    return wrong.map((word) => `${what} ${place}, told ${told} (${why?.kind} ${why?.status}): ${word}`)
  })
}

/** The lines of a change of many VMs say what became of them, and nothing was sent that nobody asked for. */
export function manyTruly(
  { line, stage: { isBackup, placeOf } }: NightPage,
  { deeds, store }: People,
): readonly string[] {
  const asked = new Set(deeds.flatMap(({ sent }) => sent))
  const rest = line.writes.filter((one) => !asked.has(one))
  const { job } = store.get()
  const lines = (job?.lines ?? []).flatMap(({ id }) => {
    const started = Date.parse(job?.startedAt ?? '')
    const sent = rest.filter(({ path, at }) => path.startsWith(placeOf(id)) && at >= started)
    const done = sent.reduce((sum, one) => sum + one.done, 0)
    const at = job?.states[id]?.at ?? 'waiting'
    const said = at === 'done' ? done === 1 : at === 'unknown' ? sent.length > 0 : done === 0
    return said ? [] : [`one of many, ${id}: told ${at}, and done ${done} times`]
  })
  const strange = rest.filter(({ path }) => !isBackup(path))
  return [...lines, ...strange.map(({ path }) => `nobody asked for ${path}`)]
}

/** No minute of these was busier than a page at rest may be. */
export function noStorm(
  { line }: NightPage,
  quiet: readonly (readonly [from: number, to: number])[],
): readonly string[] {
  const worst = quiet
    .flatMap(([from, to]) => {
      const within = line.asked.filter(({ at }) => at >= from && at < to)
      return within.map(({ at }) => within.filter((other) => other.at >= at && other.at < at + minute))
    })
    .reduce((most, one) => (one.length > most.length ? one : most), [])
  const what = worst.map(({ url }) => url).join(', ')
  return worst.length > mostInAMinute ? [`${worst.length} requests in a minute while nobody did anything: ${what}`] : []
}
